package io.rhomboid.booking.voucher;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;

/**
 * Something that was paid, or given, before the session: sessions or an amount, good at one clinic until its last day.
 *
 * <p>Issued by the desk; adjusted by it, for a reason; ends voided, for a reason, or is simply used up or over. What is
 * taken from it stands in the bookings, see {@link Account}.
 *
 * @param version how often the voucher itself has changed, its issuing included; redeeming does not change it
 * @param reference what people say on the phone, for example {@code VC-7K2M9Q}
 * @param currency ISO 4217, the clinic's
 * @param clientId whose it is; null for a gift card, which is of whoever has its code
 * @param product what the sessions of a package are; null when it is an amount
 * @param paid for it; nothing for what the clinic gives away
 * @param lastDay on which a session paid with it may be, on the clinic's calendar
 * @param entries what the desk has done with it, the first one first
 * @param receiver who is told the code of a gift card by mail, whenever it gets one; null if nobody is
 * @param words to the receiver, of who gives it
 */
public record Voucher(
        VoucherId id,
        long version,
        String reference,
        Kind kind,
        ClinicId clinicId,
        ZoneId zone,
        String currency,
        @Nullable ClientId clientId,
        @Nullable Product product,
        Money paid,
        Payment payment,
        LocalDate lastDay,
        List<Entry> entries,
        @Nullable Client receiver,
        @Nullable String words) {

    public enum Kind {
        /** Several sessions of one treatment and length. */
        PACKAGE,
        /** An amount for whoever has the code. */
        GIFT_CARD,
        /** An amount on a client's account with a clinic. */
        CREDIT
    }

    /** How it was paid. */
    public enum Payment {
        CASH,
        CARD,
        /** Put on the bill. */
        ON_ACCOUNT,
        /** Given away. */
        NOTHING
    }

    /**
     * What the sessions of a package are.
     *
     * @param therapistId null for anybody at the clinic who gives it
     */
    public record Product(@Nullable TherapistId therapistId, TreatmentCode treatment, int lengthMinutes) {

        boolean isOf(BookedSession session) {
            return treatment.equals(session.treatment())
                    && Duration.between(session.slot().start(), session.slot().end())
                            .equals(Duration.ofMinutes(lengthMinutes))
                    && (therapistId == null || therapistId.equals(session.therapistId()));
        }
    }

    public enum Deed {
        ISSUED,
        ADJUSTED,
        VOIDED
    }

    /**
     * @param number its place among all that ever happened to the voucher, redemptions included
     * @param change in cents, or in sessions of a package
     * @param reason why, in the desk's words, which the client may read
     */
    public record Entry(
            int number,
            Deed deed,
            long change,
            Instant at,
            Actor actor,
            @Nullable String reason) {}

    public Voucher {
        entries = List.copyOf(entries);
    }

    boolean isVoided() {
        return voidedAt().isPresent();
    }

    Optional<Instant> voidedAt() {
        return entries.stream()
                .filter(entry -> entry.deed() == Deed.VOIDED)
                .map(Entry::at)
                .findFirst();
    }

    /** From when on nothing can be paid with it. */
    Instant end() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What was put on it, all in all; in cents or sessions. */
    long loaded() {
        return entries.stream().mapToLong(Entry::change).reduce(0, Math::addExact);
    }

    Voucher with(Entry entry, LocalDate newLastDay) {
        return next(Stream.concat(entries.stream(), Stream.of(entry)).toList(), newLastDay);
    }

    /** The same after a change that is no entry: another code. */
    Voucher next() {
        return next(entries, lastDay);
    }

    private Voucher next(List<Entry> all, LocalDate newLastDay) {
        return new Voucher(
                id,
                version + 1,
                reference,
                kind,
                clinicId,
                zone,
                currency,
                clientId,
                product,
                paid,
                payment,
                newLastDay,
                all,
                receiver,
                words);
    }

    /** That its receiver shall be told the code that it has got just now; empty if nobody shall. */
    Optional<GiftCardSent> sent(Instant now) {
        return receiver == null
                ? Optional.empty()
                : Optional.of(new GiftCardSent(
                        id, version, clinicId, receiver, words, new Money(loaded(), currency), lastDay, now));
    }
}
