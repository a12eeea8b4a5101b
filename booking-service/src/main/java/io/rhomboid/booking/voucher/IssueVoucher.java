package io.rhomboid.booking.voucher;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.Voucher.Payment;
import io.rhomboid.booking.voucher.Voucher.Product;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * The desk wants to issue a voucher.
 *
 * @param client whose it will be; null for a gift card
 * @param product of a package; else null
 * @param worth cents, or sessions of a package
 * @param paidCents null for a package at the price of the price list
 * @param lastDay null for a package as long as the price list says
 * @param note why, or for whom, in the desk's words
 * @param receiver who is told the code of a gift card by mail; null if nobody is
 * @param words to the receiver, of who gives it
 */
public record IssueVoucher(
        Kind kind,
        ClinicId clinicId,
        @Nullable Client client,
        @Nullable Product product,
        long worth,
        @Nullable Long paidCents,
        Payment payment,
        @Nullable LocalDate lastDay,
        @Nullable String note,
        @Nullable Client receiver,
        @Nullable String words) {}
