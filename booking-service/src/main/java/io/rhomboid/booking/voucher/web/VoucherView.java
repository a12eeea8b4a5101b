package io.rhomboid.booking.voucher.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.voucher.Account;
import io.rhomboid.booking.voucher.GiftCode;
import io.rhomboid.booking.voucher.Voucher;
import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.Voucher.Payment;
import io.rhomboid.booking.voucher.Voucher.Product;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * A voucher and all that has happened to it.
 *
 * @param version of what the desk may change; being redeemed does not change it
 * @param clientId whose it is; missing for a gift card
 * @param sessions of what a package is; missing for an amount
 * @param unit what balance and statement count
 * @param loaded what was put on it, all in all
 * @param balance what can be paid with it now
 * @param lastDay on which a session paid with it may be
 * @param statement the first thing first
 * @param receiver of a gift card: who is told it by mail
 * @param code of a gift card: told this once, and not to a repeat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoucherView(
        VoucherId id,
        String reference,
        long version,
        Kind kind,
        Account.Status status,
        ClinicId clinicId,
        @Nullable ClientId clientId,
        @Nullable Product sessions,
        Unit unit,
        String currency,
        long loaded,
        long balance,
        Money paid,
        Payment payment,
        LocalDate lastDay,
        List<LineView> statement,
        @Nullable Client receiver,
        @Nullable String code) {

    enum Unit {
        CENTS,
        SESSIONS
    }

    /**
     * @param at in the clinic's zone
     * @param change less than nothing when it makes the balance less
     * @param balance after it
     * @param booking the reference of the booking that it was redeemed with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            OffsetDateTime at,
            Account.Event event,
            long change,
            long balance,
            @Nullable String booking,
            @Nullable BookingId bookingId,
            @Nullable String reason) {

        static LineView of(Account.Line line, ZoneId zone) {
            var booking = line.booking();
            return new LineView(
                    line.at().atZone(zone).toOffsetDateTime(),
                    line.event(),
                    line.change(),
                    line.balance(),
                    booking == null ? null : booking.reference(),
                    booking == null ? null : booking.id(),
                    line.reason());
        }
    }

    static VoucherView of(Account account, @Nullable GiftCode code, Instant now) {
        var voucher = account.voucher();
        return new VoucherView(
                voucher.id(),
                voucher.reference(),
                voucher.version(),
                voucher.kind(),
                account.status(now),
                voucher.clinicId(),
                voucher.clientId(),
                voucher.product(),
                unit(voucher),
                voucher.currency(),
                loaded(voucher),
                account.balance(now),
                voucher.paid(),
                voucher.payment(),
                voucher.lastDay(),
                account.statement(now).stream()
                        .map(line -> LineView.of(line, voucher.zone()))
                        .toList(),
                voucher.receiver(),
                code == null ? null : code.value());
    }

    private static long loaded(Voucher voucher) {
        return voucher.entries().stream().mapToLong(Voucher.Entry::change).sum();
    }

    static Unit unit(Voucher voucher) {
        return voucher.product() == null ? Unit.CENTS : Unit.SESSIONS;
    }
}
