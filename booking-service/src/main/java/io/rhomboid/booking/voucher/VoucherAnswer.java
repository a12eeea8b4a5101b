package io.rhomboid.booking.voucher;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.therapist.SessionPackage;

/** What the desk for vouchers says. */
public sealed interface VoucherAnswer {

    /**
     * The voucher as it is now; also to a repeat of the request that made it so.
     *
     * @param code of a gift card, the only time that it is told
     */
    record Done(Account account, @Nullable GiftCode code) implements VoucherAnswer {}

    record UnknownVoucher() implements VoucherAnswer {}

    record UnknownClinic() implements VoucherAnswer {}

    record UnknownTherapist() implements VoucherAnswer {}

    /** The clinic does not give this treatment that long. */
    record UnknownProduct(List<Integer> lengths) implements VoucherAnswer {}

    /** It is in no price list, and what was paid for it or until when it is good was not said. */
    record UnknownPackage(List<SessionPackage> known) implements VoucherAnswer {}

    /** Its last day would be over, or decades away. */
    record BadLastDay() implements VoucherAnswer {}

    /** It would have less than nothing. */
    record Overdrawn(long left) implements VoucherAnswer {}

    /** More than any voucher may have. */
    record TooMuch(long most) implements VoucherAnswer {}

    record Voided() implements VoucherAnswer {}

    /** Only a gift card has a code. */
    record NoGiftCard() implements VoucherAnswer {}

    /** The voucher is no longer as the caller has seen it. */
    record VersionChanged(long current) implements VoucherAnswer {}

    record KeyReused() implements VoucherAnswer {}

    /** The index is missing that keeps anything from being taken twice. */
    record Unguarded() implements VoucherAnswer {}

    record CatalogueUnknown() implements VoucherAnswer {}
}
