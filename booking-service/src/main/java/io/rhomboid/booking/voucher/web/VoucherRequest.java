package io.rhomboid.booking.voucher.web;

import java.time.LocalDate;
import java.util.Optional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.web.ClientRequest;
import io.rhomboid.booking.voucher.IssueVoucher;
import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.Voucher.Payment;
import io.rhomboid.booking.voucher.Voucher.Product;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.Problem;

/**
 * What the desk sells or gives.
 *
 * @param client whose it will be: of a package or a credit; a gift card is of whoever has its code
 * @param sessions of a package; else absent
 * @param cents of a gift card or a credit, in the clinic's currency; else absent
 * @param paidCents for it; by default what the price list says of a package, the worth of a gift card, and nothing for
 *     a credit
 * @param payment by default nothing for what costs nothing; else it has to be said
 * @param lastDay on which a session paid with it may be, on the clinic's calendar; of a package by default as the price
 *     list says
 * @param note why, or for whom; who looks at the statement reads it
 * @param receiver of a gift card: is told it by mail, with its code
 * @param words to the receiver, of who gives it; one line
 */
record VoucherRequest(
        @NotNull Kind kind,
        @NotNull ClinicId clinicId,
        @Nullable @Valid ClientRequest client,
        @Nullable @Valid SessionsRequest sessions,
        @Nullable @Min(1) @Max(VoucherRequest.MOST_CENTS) Long cents,

        @Nullable @PositiveOrZero @Max(VoucherRequest.MOST_CENTS)
        Long paidCents,

        @Nullable Payment payment,
        @Nullable LocalDate lastDay,
        @Nullable @Line String note,
        @Nullable @Valid ClientRequest receiver,
        @Nullable @Line String words) {

    static final long MOST_CENTS = 100_000_000;

    /**
     * @param therapistId whose they are; by default anybody's at the clinic who gives it
     * @param count how many
     */
    record SessionsRequest(
            @Nullable TherapistId therapistId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,
            @NotNull @Min(1) @Max(500) Integer count) {}

    /** What does not go together, if anything. */
    Optional<Problem> objection() {
        if (kind == Kind.PACKAGE) {
            if (sessions == null) return invalid("sessions", "must be there for a package");
            if (cents != null) return invalid("cents", "must be absent for a package; sessions says what it is worth");
        } else {
            if (sessions != null) return invalid("sessions", "must be absent unless it is a package");
            if (cents == null) return invalid("cents", "must be there unless it is a package");
            if (lastDay == null) return invalid("lastDay", "must be there unless it is a package of the price list");
        }
        if (kind == Kind.GIFT_CARD && client != null) {
            return invalid("client", "must be absent for a gift card: it is of whoever has the code");
        }
        if (kind != Kind.GIFT_CARD && receiver != null) {
            return invalid("receiver", "must be absent unless it is a gift card");
        }
        if (receiver == null && words != null) {
            return invalid("words", "must be absent unless there is a receiver to read them");
        }
        if (kind != Kind.GIFT_CARD && client == null)
            return invalid("client", "must be there unless it is a gift card");
        var paid = paid();
        if (paid == null || paid > 0) {
            if (payment == null || payment == Payment.NOTHING) {
                return invalid("payment", "must be CASH, CARD or ON_ACCOUNT for what costs something");
            }
        } else if (payment != null && payment != Payment.NOTHING) {
            return invalid("payment", "must be NOTHING or absent for what costs nothing");
        }
        return Optional.empty();
    }

    private static Optional<Problem> invalid(String field, String message) {
        return Optional.of(Problem.invalid(field, message));
    }

    private @Nullable Long paid() {
        if (paidCents != null) return paidCents;
        return switch (kind) {
            case PACKAGE -> null;
            case GIFT_CARD -> cents;
            case CREDIT -> 0L;
        };
    }

    IssueVoucher toCommand() {
        return new IssueVoucher(
                kind,
                clinicId,
                client == null ? null : client.toClient(),
                sessions == null
                        ? null
                        : new Product(sessions.therapistId(), sessions.treatment(), sessions.lengthMinutes()),
                sessions != null ? sessions.count() : cents == null ? 0 : cents,
                paid(),
                payment == null ? Payment.NOTHING : payment,
                lastDay,
                note,
                receiver == null ? null : receiver.toClient(),
                words);
    }
}
