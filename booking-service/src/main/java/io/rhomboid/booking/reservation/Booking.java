package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.Diary;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Decision.Refused;
import io.rhomboid.booking.screening.Screened;
import io.rhomboid.booking.screening.Screened.Standing;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingClaimed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCovered;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingNoted;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingEvent.BookingReviewed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRoomChanged;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.FurtherSession;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

import static io.rhomboid.booking.reservation.Refusal.ALREADY_ARRIVED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_BEGUN;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_CANCELLED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_COMPLETED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_CONFIRMED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_COVERED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_MISSED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_OVER;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_RENEWED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_REVIEWED;
import static io.rhomboid.booking.reservation.Refusal.CHANGED_TOO_OFTEN;
import static io.rhomboid.booking.reservation.Refusal.CONTACT_CLINIC;
import static io.rhomboid.booking.reservation.Refusal.HELD_BY_SERIES;
import static io.rhomboid.booking.reservation.Refusal.HOLD_EXPIRED;
import static io.rhomboid.booking.reservation.Refusal.NOTHING_ASKED;
import static io.rhomboid.booking.reservation.Refusal.NOT_BEGUN;
import static io.rhomboid.booking.reservation.Refusal.NOT_CONFIRMED;
import static io.rhomboid.booking.reservation.Refusal.NOT_COVERED;
import static io.rhomboid.booking.reservation.Refusal.NOT_LAPSED;
import static io.rhomboid.booking.reservation.Refusal.NOT_SCREENED;
import static io.rhomboid.booking.reservation.Refusal.OF_SERIES;
import static io.rhomboid.booking.reservation.Refusal.SAME_ROOM;
import static io.rhomboid.booking.reservation.Refusal.TOO_EARLY;
import static io.rhomboid.booking.reservation.Refusal.TOO_LATE_TO_CORRECT;
import static io.rhomboid.booking.reservation.Refusal.VOUCHER_EXPIRED;

/**
 * One client's hour with one therapist; or their whole {@link Visit}, if it has more than one session.
 *
 * <p>A booking is born held or confirmed; a hold can still become another session of the same client. It ends cancelled, expired or completed, and never leaves these; or missed,
 * which the desk can take back for a day. It claims therapist, room, equipment and client until it is cancelled or
 * expires: a missed one still does, for its time has begun and the client may come yet, and what is past is in nobody's
 * way. Commands do not change a booking, they answer with a {@link Decision}. Time comes in as an argument, so every
 * rule can be tested at any moment of any day.
 *
 * @param version how many changes this booking has seen; the store keeps a change only if it is the very next one
 * @param reference what people say on the phone, for example {@code RH-7K2M9Q}
 * @param price as it was when booked, whatever the therapist asks today
 * @param policy as it was when booked
 * @param moveFees what is owed for moving it late, as often as that happened; with every other fee never more than the
 *     price
 * @param note of the desk, for the desk; stays here and is told to nobody
 * @param seriesId the series that it is a visit of, which alone decides about it as long as it is held; null for a
 *     single session
 * @param redemptions what vouchers were ever taken in payment, the first one first
 * @param screened who of those who come was asked whether anything speaks against it; nobody while it is only held, or
 *     in one of old
 */
public record Booking(
        BookingId id,
        long version,
        String reference,
        BookingStatus status,
        ClientId clientId,
        Visit visit,
        Money price,
        CancellationPolicy policy,
        Money moveFees,
        @Nullable String note,
        @Nullable SeriesId seriesId,
        List<Redemption> redemptions,
        List<Screened> screened) {

    public Booking {
        redemptions = List.copyOf(redemptions);
        screened = List.copyOf(screened);
    }

    /** How long what somebody answered counts: what they move to a later time is asked for again. */
    static final Duration ANSWERS_COUNT = Duration.ofDays(90);

    /** How long after it was booked a session can be undone as if nothing had happened. */
    public static final Duration GRACE = Duration.ofMinutes(3);

    /** Each change stays on record in the booking; nobody has reason to make this many. */
    static final int MOST_CHANGES = 200;

    /** How long before the start a client can be told to be there. */
    static final Duration EARLIEST_ARRIVAL = Duration.ofMinutes(60);

    /** How long after the end the desk can take back what it entered by mistake. */
    static final Duration CORRECTION = Duration.ofHours(24);

    /** Nobody was screened. */
    public Booking(
            BookingId id,
            long version,
            String reference,
            BookingStatus status,
            ClientId clientId,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            Money moveFees,
            @Nullable String note,
            @Nullable SeriesId seriesId,
            List<Redemption> redemptions) {
        this(
                id,
                version,
                reference,
                status,
                clientId,
                visit,
                price,
                policy,
                moveFees,
                note,
                seriesId,
                redemptions,
                List.of());
    }

    /** Of no series, with no voucher. */
    public Booking(
            BookingId id,
            long version,
            String reference,
            BookingStatus status,
            ClientId clientId,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            Money moveFees,
            @Nullable String note) {
        this(id, version, reference, status, clientId, visit, price, policy, moveFees, note, null, List.of());
    }

    /** Nothing owed for moves, nothing noted, no voucher. */
    public Booking(
            BookingId id,
            long version,
            String reference,
            BookingStatus status,
            ClientId clientId,
            Visit visit,
            Money price,
            CancellationPolicy policy) {
        this(id, version, reference, status, clientId, visit, price, policy, new Money(0, price.currency()), null);
    }

    /** The visit's first session, and most visits' only one. */
    public BookedSession session() {
        return visit.first();
    }

    /** Of the whole visit. */
    public TimeSlot slot() {
        return visit.slot();
    }

    /** Its sessions one by one, the first one first. */
    public List<Part> parts() {
        return visit.parts(clientId, price);
    }

    /** Whom these therapists treat in it. */
    public List<ClientId> clientsOf(Collection<TherapistId> therapists) {
        return parts().stream()
                .filter(part -> therapists.contains(part.session().therapistId()))
                .map(Part::clientId)
                .distinct()
                .toList();
    }

    /** Keeps a slot until the client has decided. */
    public static Accepted hold(
            BookingId id,
            String reference,
            ClientId client,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            Instant expiresAt,
            int place,
            Instant now) {
        var held = new Held(expiresAt, place, false);
        var booking = new Booking(id, 1, reference, held, client, visit, price, policy);
        return new Accepted(booking, new BookingHeld(id, 1, booking.snapshot(), expiresAt, now));
    }

    /** As {@link #hold}, together with the others of a series. */
    public static Accepted hold(
            BookingId id,
            String reference,
            ClientId client,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            Held held,
            SeriesId series,
            Instant now) {
        var nothing = new Money(0, price.currency());
        var booking =
                new Booking(id, 1, reference, held, client, visit, price, policy, nothing, null, series, List.of());
        return new Accepted(booking, new BookingHeld(id, 1, booking.snapshot(), held.expiresAt(), now));
    }

    /** Keeps a slot for somebody who waits for it. */
    static Accepted offer(
            BookingId id,
            String reference,
            ClientId client,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            WaitlistEntryId to,
            Instant expiresAt,
            Instant now) {
        var booking = new Booking(id, 1, reference, Held.offer(to, expiresAt), client, visit, price, policy);
        return new Accepted(booking, new BookingHeld(id, 1, booking.snapshot(), expiresAt, now));
    }

    /** Books a slot at once. */
    public static Accepted book(
            BookingId id,
            String reference,
            ClientId client,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            Instant now) {
        var booking = new Booking(id, 1, reference, new Confirmed(now), client, visit, price, policy);
        return new Accepted(booking, new BookingConfirmed(id, 1, booking.snapshot(), now));
    }

    /**
     * Books a slot for somebody who stands at the desk: they have arrived, unless it begins so late that they had better
     * come back.
     */
    public static Accepted walkIn(
            BookingId id,
            String reference,
            ClientId client,
            Visit visit,
            Money price,
            CancellationPolicy policy,
            Instant now) {
        if (now.isBefore(visit.slot().start().minus(EARLIEST_ARRIVAL))) {
            return book(id, reference, client, visit, price, policy, now);
        }
        var booking = new Booking(id, 1, reference, new Arrived(now), client, visit, price, policy);
        return new Accepted(booking, new BookingArrived(id, 1, booking.snapshot(), now));
    }

    /**
     * The client has decided: the session will take place.
     *
     * @param answered by those who come, as far as they have not before; the newest counts
     */
    public Decision confirm(List<Screened> answered, Instant now) {
        return asHold(now, _ -> {
            var asked = answeredBy(answered);
            return asked.isScreened() ? asked.booked(visit, price, policy, now) : new Refused(NOT_SCREENED);
        });
    }

    /** Whether all who come have said whether anything speaks against it. */
    public boolean isScreened() {
        return parts().stream()
                .allMatch(part -> screened.stream().anyMatch(one -> one.client().equals(part.clientId())));
    }

    private Booking answeredBy(List<Screened> newest) {
        var all = new ArrayList<>(newest);
        screened.stream()
                .filter(former -> newest.stream().noneMatch(one -> one.client().equals(former.client())))
                .forEach(all::add);
        return withScreened(all);
    }

    /** The same, with what those who come have answered from the very beginning. */
    static Accepted screened(List<Screened> answered, Accepted made) {
        return new Accepted(made.booking().withScreened(answered), made.event());
    }

    /**
     * Who treats this client has read what a doctor is said to have agreed to, and will treat them.
     *
     * @param why sealed
     */
    public Decision release(ClientId treated, SealedFields why, Instant now) {
        return asAsked(treated, now, one -> {
            var next = decided(one.decided(Standing.RELEASED, why)).with(status, visit);
            return new Accepted(next, new BookingReviewed(id, next.version, next.snapshot(), now));
        });
    }

    /** As {@link #release}, but will not treat them: nothing is owed, and the hour is free again. */
    public Decision refuse(ClientId treated, SealedFields why, Instant now) {
        return asAsked(
                treated, now, one -> decided(one.decided(Standing.REFUSED, why)).cancelForNothing(now));
    }

    private Booking decided(Screened decided) {
        return withScreened(screened.stream()
                .map(one -> one.client().equals(decided.client()) ? decided : one)
                .toList());
    }

    private Decision asAsked(ClientId treated, Instant now, Function<Screened, Decision> step) {
        var asked = screened.stream()
                .filter(one -> one.client().equals(treated))
                .findFirst()
                .orElse(null);
        return switch (status) {
            case Confirmed _ when slot().hasBegun(now) -> new Refused(ALREADY_BEGUN);
            case Confirmed _ when asked == null || asked.standing() == Standing.CLEAR -> new Refused(NOTHING_ASKED);
            case Confirmed _ when asked.standing() != Standing.ASKED -> new Refused(ALREADY_REVIEWED);
            case Confirmed _ -> step.apply(asked);
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Arrived _ -> new Refused(ALREADY_ARRIVED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    /** The client needs more time to decide, once. The hold never gets shorter by it, whatever clock it is read by. */
    public Decision renew(Instant expiresAt, Instant now) {
        return asHold(now, held -> {
            if (held.renewed()) return new Refused(ALREADY_RENEWED);
            var until = held.expiresAt().isAfter(expiresAt) ? held.expiresAt() : expiresAt;
            return held(new Held(until, held.place(), true), visit, price, policy, now);
        });
    }

    /** The client has left without deciding. Unlike {@link #cancel} it never touches what was confirmed meanwhile. */
    public Decision release(Instant now) {
        return asHold(now, _ -> cancelled(nothing(), false, now));
    }

    /**
     * The hold gives way to another one of the same client, whose time would collide with it: the same booking holds
     * that instead, from the beginning.
     */
    public Decision holdInstead(
            Visit to, Money newPrice, CancellationPolicy newPolicy, Instant expiresAt, int place, Instant now) {
        return asHold(
                now,
                _ -> givenBack(now)
                        .withScreened(List.of())
                        .held(new Held(expiresAt, place, false), to, newPrice, newPolicy, now));
    }

    /** What was offered to one is offered to the next: the same booking, so that nobody can slip in between. */
    Decision offerToNext(
            ClientId next,
            Visit to,
            Money newPrice,
            CancellationPolicy newPolicy,
            WaitlistEntryId entry,
            Instant expiresAt,
            Instant now) {
        return asHold(now, _ -> {
            var freed = givenBack(now);
            var others = new Booking(
                    id,
                    version,
                    reference,
                    status,
                    next,
                    visit,
                    price,
                    policy,
                    moveFees,
                    null,
                    null,
                    freed.redemptions);
            return others.held(Held.offer(entry, expiresAt), to, newPrice, newPolicy, now);
        });
    }

    /** Whether it waits for this one on the waitlist to say yes or no. */
    public boolean isOfferedTo(WaitlistEntryId entry) {
        return status instanceof Held held && entry.equals(held.offeredTo());
    }

    /** Whether it waits for anybody on the waitlist to say yes or no. */
    public boolean isOffer() {
        return status instanceof Held held && held.offeredTo() != null;
    }

    /** The hold gives way to a session that its client books at once: the same booking is that session. */
    public Decision bookInstead(Visit to, Money newPrice, CancellationPolicy newPolicy, Instant now) {
        return asHold(now, _ -> givenBack(now).withScreened(List.of()).booked(to, newPrice, newPolicy, now));
    }

    private Decision asHold(Instant now, Function<Held, Decision> step) {
        return switch (status) {
            case Held _ when seriesId != null -> new Refused(HELD_BY_SERIES);
            case Held held when held.hasLapsed(now) -> new Refused(HOLD_EXPIRED);
            case Held held -> step.apply(held);
            case Confirmed _ -> new Refused(ALREADY_CONFIRMED);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Arrived _ -> new Refused(ALREADY_ARRIVED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    private Accepted held(Held held, Visit where, Money agreedPrice, CancellationPolicy agreedPolicy, Instant now) {
        var next = agreed(held, where, agreedPrice, agreedPolicy);
        return new Accepted(next, new BookingHeld(id, next.version, next.snapshot(), held.expiresAt(), now));
    }

    private Accepted booked(Visit where, Money agreedPrice, CancellationPolicy agreedPolicy, Instant now) {
        var next = agreed(new Confirmed(now), where, agreedPrice, agreedPolicy);
        return new Accepted(next, new BookingConfirmed(id, next.version, next.snapshot(), now));
    }

    private Booking agreed(BookingStatus next, Visit where, Money agreedPrice, CancellationPolicy agreedPolicy) {
        var nothing = new Money(0, agreedPrice.currency());
        return new Booking(
                id,
                version + 1,
                reference,
                next,
                clientId,
                where,
                agreedPrice,
                agreedPolicy,
                nothing,
                note,
                seriesId,
                redemptions,
                screened);
    }

    /**
     * Gives the hour back. Free for a hold, in the first moments after booking and until the policy's deadline; at a
     * fee until the session begins.
     */
    public Decision cancel(Instant now) {
        return cancel(policy.fee(price, slot(), now), now);
    }

    /** The clinic gives the hour back, or lets a client off: nothing is owed, not even for earlier moves. */
    public Decision cancelForNothing(Instant now) {
        return withFees(nothing()).cancel(nothing(), now);
    }

    private Decision cancel(Money fee, Instant now) {
        return switch (status) {
            case Held _ when seriesId != null -> new Refused(HELD_BY_SERIES);
            case Held held when held.hasLapsed(now) -> new Refused(HOLD_EXPIRED);
            case Held _ -> cancelled(nothing(), false, now);
            case Confirmed _ when slot().hasBegun(now) -> new Refused(ALREADY_BEGUN);
            case Confirmed _ when inGrace(now) -> cancelled(nothing(), true, now);
            case Confirmed _ -> cancelled(owed(fee), true, now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Arrived _ -> new Refused(ALREADY_ARRIVED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    private Accepted cancelled(Money fee, boolean announced, Instant now) {
        var grace = inGrace(now);
        var next = with(new Cancelled(now, fee, grace), visit);
        return new Accepted(next, new BookingCancelled(id, next.version, next.snapshot(), fee, announced, grace, now));
    }

    /** Whether it was booked only a moment ago. */
    public boolean inGrace(Instant now) {
        return status instanceof Confirmed(var since) && now.isBefore(since.plus(GRACE));
    }

    /** With what is owed for moves already; all in all never more than the price. */
    private Money owed(Money fee) {
        return new Money(Math.min(moveFees.cents() + fee.cents(), price.cents()), price.currency());
    }

    /**
     * Moves the session, for the price that was agreed. Free in the first moments after booking and until the policy's
     * deadline; later at a fee, or not without the clinic.
     *
     * @param answered by those who come, as far as they were asked anew; the newest counts
     */
    public Decision reschedule(Visit to, List<Screened> answered, Instant now) {
        var moved = answeredBy(answered);
        return moved.countsAt(to) || !(moved(to, nothing(), now) instanceof Accepted)
                ? moved.reschedule(to, now)
                : new Refused(NOT_SCREENED);
    }

    /** Whether what was answered still counts then. */
    private boolean countsAt(Visit to) {
        return isScreened()
                && screened.stream()
                        .allMatch(one ->
                                one.at().plus(ANSWERS_COUNT).isAfter(to.slot().start()));
    }

    /** What it would be to move it, whatever must be asked again. */
    public Decision reschedule(Visit to, Instant now) {
        if (outlastsVoucher(to) && moved(to, nothing(), now) instanceof Accepted) return new Refused(VOUCHER_EXPIRED);
        if (!policy.isLate(slot(), now) || inGrace(now)) return moved(to, nothing(), now);
        return policy.contactToMoveLate() && moved(to, nothing(), now) instanceof Accepted
                ? new Refused(CONTACT_CLINIC)
                : moved(to, policy.fee(price, slot(), now), now);
    }

    /** Whether it would be on a day on which a voucher that pays it is no longer good. */
    private boolean outlastsVoucher(Visit to) {
        var day = LocalDate.ofInstant(to.slot().start(), to.first().zone());
        return redemptions.stream().anyMatch(it -> it.pays() && day.isAfter(it.lastDay()));
    }

    /** The clinic moves the session: nothing is owed for it. */
    public Decision rescheduleForNothing(Visit to, Instant now) {
        return moved(to, nothing(), now);
    }

    private Decision moved(Visit to, Money fee, Instant now) {
        return switch (status) {
            case Confirmed _ when slot().hasBegun(now) -> new Refused(ALREADY_BEGUN);
            case Confirmed _ when version >= MOST_CHANGES -> new Refused(CHANGED_TOO_OFTEN);
            case Confirmed _ -> {
                var all = owed(fee);
                var due = new Money(all.cents() - moveFees.cents(), price.currency());
                var next = withFees(all).with(status, to);
                var before = slot();
                yield new Accepted(
                        next,
                        new BookingRescheduled(
                                id, next.version, next.snapshot(), before.start(), before.end(), due, now));
            }
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Arrived _ -> new Refused(ALREADY_ARRIVED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    /**
     * The clinic gives one of the sessions another room, until the visit is over.
     *
     * @param number which one, from 1
     */
    public Decision changeRoom(int number, RoomId room, Instant now) {
        return switch (status) {
            case Confirmed _, Arrived _ when slot().isOver(now) -> new Refused(ALREADY_OVER);
            case Confirmed _, Arrived _ when room.equals(visit.session(number).roomId()) -> new Refused(SAME_ROOM);
            case Confirmed _, Arrived _ when version >= MOST_CHANGES -> new Refused(CHANGED_TOO_OFTEN);
            case Confirmed _, Arrived _ -> {
                var next = with(status, visit.with(number, room));
                var former = visit.session(number).roomId();
                yield new Accepted(next, new BookingRoomChanged(id, next.version, next.snapshot(), former, now));
            }
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    /**
     * It is another client's from now on.
     *
     * @param answered by those who come, sealed for who they are now
     */
    public Decision claim(ClientId claimant, List<Screened> answered, Instant now) {
        return switch (status) {
            case Confirmed _, Arrived _ when seriesId != null -> new Refused(OF_SERIES);
            case Confirmed _, Arrived _ when version >= MOST_CHANGES -> new Refused(CHANGED_TOO_OFTEN);
            case Confirmed _, Arrived _ -> {
                var next = new Booking(
                        id,
                        version + 1,
                        reference,
                        status,
                        claimant,
                        visit,
                        price,
                        policy,
                        moveFees,
                        note,
                        null,
                        redemptions,
                        answered);
                yield new Accepted(next, new BookingClaimed(id, next.version, next.snapshot(), clientId, now));
            }
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    /** @param text null takes the note away */
    public Decision annotate(@Nullable String text, Instant now) {
        return switch (status) {
            case Held _ when isLapsed(now) -> new Refused(HOLD_EXPIRED);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Held _, Confirmed _, Arrived _, Completed _, Missed _
            when version >= MOST_CHANGES -> new Refused(CHANGED_TOO_OFTEN);
            case Held _, Confirmed _, Arrived _, Completed _, Missed _ -> {
                var next = new Booking(
                        id,
                        version + 1,
                        reference,
                        status,
                        clientId,
                        visit,
                        price,
                        policy,
                        moveFees,
                        text,
                        seriesId,
                        redemptions,
                        screened);
                yield new Accepted(next, new BookingNoted(id, next.version, next.snapshot(), now));
            }
        };
    }

    /** The same, with this voucher paying from the very beginning. */
    static Accepted paidWith(Redemption redemption, Accepted made) {
        var paid = made.booking().with(redemption);
        return new Accepted(
                paid,
                switch (made.event()) {
                    case BookingHeld held ->
                        new BookingHeld(paid.id, paid.version, paid.snapshot(), held.expiresAt(), held.occurredAt());
                    case BookingConfirmed confirmed ->
                        new BookingConfirmed(paid.id, paid.version, paid.snapshot(), confirmed.occurredAt());
                    case BookingArrived arrived ->
                        new BookingArrived(paid.id, paid.version, paid.snapshot(), arrived.occurredAt());
                    case BookingEvent other -> throw new IllegalArgumentException("not how a booking begins: " + other);
                });
    }

    /** A voucher pays, or pays the rest; also after the session, as long as that can be corrected. */
    public Decision payWith(Redemption redemption, Instant now) {
        return asPayable(
                now,
                () -> Coverage.uncovered(this).cents() == 0
                        ? new Refused(ALREADY_COVERED)
                        : covered(with(redemption), now));
    }

    /** Vouchers no longer pay; they get back what they have paid. */
    public Decision takeVouchersOff(Instant now) {
        return asPayable(
                now,
                () -> redemptions.stream().noneMatch(Redemption::pays)
                        ? new Refused(NOT_COVERED)
                        : covered(givenBack(now), now));
    }

    private Decision asPayable(Instant now, Supplier<Decision> step) {
        return switch (status) {
            case Held held when held.hasLapsed(now) -> new Refused(HOLD_EXPIRED);
            case Completed _ when isSettled(now) -> new Refused(TOO_LATE_TO_CORRECT);
            case Held _, Confirmed _, Arrived _, Completed _
            when version >= MOST_CHANGES -> new Refused(CHANGED_TOO_OFTEN);
            case Held _, Confirmed _, Arrived _, Completed _ -> step.get();
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    private static Accepted covered(Booking paid, Instant now) {
        var next = paid.with(paid.status, paid.visit);
        return new Accepted(next, new BookingCovered(next.id, next.version, next.snapshot(), now));
    }

    /** The client is there, from an hour before the start to the end; who was given up and comes yet, as well. */
    public Decision arrive(Instant now) {
        return switch (status) {
            case Confirmed _, Missed _
            when now.isBefore(slot().start().minus(EARLIEST_ARRIVAL)) -> new Refused(TOO_EARLY);
            case Confirmed _, Missed _ when slot().isOver(now) -> new Refused(ALREADY_OVER);
            case Confirmed _, Missed _ -> {
                var next = with(new Arrived(now), visit);
                yield new Accepted(next, new BookingArrived(id, next.version, next.snapshot(), now));
            }
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Arrived _ -> new Refused(ALREADY_ARRIVED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
        };
    }

    /** The session took place; whether or not anybody entered the arrival. For a day, also if it counted as missed. */
    public Decision complete(Instant now) {
        return switch (status) {
            case Confirmed _, Arrived _, Missed _ when !slot().hasBegun(now) -> new Refused(NOT_BEGUN);
            case Missed _ when isSettled(now) -> new Refused(TOO_LATE_TO_CORRECT);
            case Confirmed _, Arrived _, Missed _ -> {
                var next = with(new Completed(now), visit);
                yield new Accepted(next, new BookingCompleted(id, next.version, next.snapshot(), now));
            }
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
        };
    }

    /** The client did not come, at the fee that was agreed. For a day, also if they had been taken for arrived. */
    public Decision miss(Instant now) {
        return switch (status) {
            case Confirmed _, Arrived _ when !slot().hasBegun(now) -> new Refused(NOT_BEGUN);
            case Arrived _ when isSettled(now) -> new Refused(TOO_LATE_TO_CORRECT);
            case Confirmed _, Arrived _ -> {
                var fee = owed(price.percent(policy.noShowPercent()));
                var next = with(new Missed(now, fee), visit);
                yield new Accepted(next, new BookingMissed(id, next.version, next.snapshot(), fee, now));
            }
            case Held _ -> unconfirmed(now);
            case Cancelled _ -> new Refused(ALREADY_CANCELLED);
            case Expired _ -> new Refused(HOLD_EXPIRED);
            case Completed _ -> new Refused(ALREADY_COMPLETED);
            case Missed _ -> new Refused(ALREADY_MISSED);
        };
    }

    private boolean isSettled(Instant now) {
        return now.isAfter(slot().end().plus(CORRECTION));
    }

    private Refused unconfirmed(Instant now) {
        return new Refused(isLapsed(now) ? HOLD_EXPIRED : NOT_CONFIRMED);
    }

    /** Frees the slot of a hold whose time is over. */
    public Decision expire(Instant now) {
        return switch (status) {
            case Held held when seriesId == null && held.hasLapsed(now) -> expired(now);
            case Held _, Confirmed _, Cancelled _, Expired _, Arrived _, Completed _, Missed _ ->
                new Refused(NOT_LAPSED);
        };
    }

    private Accepted expired(Instant now) {
        var next = with(new Expired(now), visit);
        return new Accepted(next, new BookingExpired(id, next.version, next.snapshot(), now));
    }

    /** A hold whose time is over, though nobody has freed its slot yet. */
    public boolean isLapsed(Instant now) {
        return expire(now) instanceof Accepted;
    }

    /** Does what its series has decided; empty if it has done so already, or has gone its own way since. */
    public Optional<Accepted> follow(SeriesVerdict verdict, Instant now) {
        if (seriesId == null) return Optional.empty();
        if (verdict instanceof SeriesVerdict.Cancelled(var at, long mostCents)) return cancelWithSeries(at, mostCents);
        if (!(status instanceof Held held)) return Optional.empty();
        return switch (verdict) {
            case SeriesVerdict.Confirmed(var at, var answered) ->
                Optional.of(answeredBy(answered).booked(visit, price, policy, at));
            case SeriesVerdict.KeptUntil(var until) when !until.isAfter(held.expiresAt()) -> Optional.empty();
            case SeriesVerdict.KeptUntil(var until) ->
                Optional.of(held(new Held(until, held.place(), true), visit, price, policy, now));
            case SeriesVerdict.LetGo() -> Optional.of(cancelled(nothing(), false, now));
            case SeriesVerdict.Expired() -> Optional.of(expired(now));
            case SeriesVerdict.AsItIs _, SeriesVerdict.Cancelled _ -> Optional.empty();
        };
    }

    private Optional<Accepted> cancelWithSeries(Instant at, long mostCents) {
        if (!(cancel(at) instanceof Accepted(var _, BookingCancelled alone))) return Optional.empty();
        var fee = new Money(Math.min(alone.fee().cents(), mostCents), price.currency());
        var next = with(new Cancelled(at, fee, alone.grace()), visit);
        return Optional.of(new Accepted(
                next, new BookingCancelled(id, next.version, next.snapshot(), fee, true, alone.grace(), true, at)));
    }

    /** Whether it takes anything from anybody. */
    public boolean isStanding() {
        return switch (status) {
            case Held _, Confirmed _, Arrived _, Completed _, Missed _ -> true;
            case Cancelled _, Expired _ -> false;
        };
    }

    public Claims claims() {
        var taken = Claims.of(visit, clientId);
        return status instanceof Held held && (held.place() != Held.NO_PLACE || isOffer())
                ? taken.with(Claims.holdPlace(clientId, held.place()))
                : taken;
    }

    /** Whether this is just what is asked for; whoever is to come along. */
    public boolean isOf(AskedVisit asked) {
        var starts = asked.starts();
        if (starts.size() != visit.size()) return false;
        for (int i = 0; i < starts.size(); i++) {
            var session = visit.session(i + 1);
            var start = starts.get(i);
            if (visit.isCompanions(i + 1) != asked.sessions().get(i).companions()
                    || !start.therapistId().equals(session.therapistId())
                    || !start.clinicId().equals(session.clinicId())
                    || !start.treatment().equals(session.treatment())
                    || !session.slot()
                            .equals(TimeSlot.starting(start.start(), Duration.ofMinutes(start.lengthMinutes())))) {
                return false;
            }
        }
        return true;
    }

    /** Writes what it takes, or that it takes nothing any more. */
    public void enterInto(Diary diary) {
        visit.enterInto(diary, id, version, isStanding());
    }

    /** What tells where it stands, as if that had been decided now; to those who may have heard something else. */
    public BookingEvent asItIs(Instant now) {
        return switch (status) {
            case Held held -> new BookingHeld(id, version, snapshot(), held.expiresAt(), now);
            case Confirmed _ -> new BookingConfirmed(id, version, snapshot(), now);
            case Cancelled(var _, var fee, boolean grace) ->
                new BookingCancelled(id, version, snapshot(), fee, false, grace, now);
            case Expired _ -> new BookingExpired(id, version, snapshot(), now);
            case Arrived _ -> new BookingArrived(id, version, snapshot(), now);
            case Completed _ -> new BookingCompleted(id, version, snapshot(), now);
            case Missed(var _, var fee) -> new BookingMissed(id, version, snapshot(), fee, now);
        };
    }

    /** As the other services may see it. */
    public BookingSnapshot snapshot() {
        var session = visit.first();
        return new BookingSnapshot(
                reference,
                session.clinicId(),
                session.therapistId(),
                session.roomId(),
                session.equipmentIds(),
                clientId,
                session.treatment(),
                session.slot().start(),
                session.slot().end(),
                session.bufferBeforeMinutes(),
                session.bufferAfterMinutes(),
                session.zone(),
                price,
                visit.size() == 1
                        ? List.of()
                        : parts().stream().skip(1).map(Booking::further).toList(),
                seriesId,
                Coverage.covered(this).cents() > 0 ? Coverage.covered(this) : null);
    }

    private static FurtherSession further(Part part) {
        var session = part.session();
        return new FurtherSession(
                session.therapistId(),
                session.roomId(),
                session.equipmentIds(),
                part.clientId(),
                session.treatment(),
                session.slot().start(),
                session.slot().end(),
                session.bufferBeforeMinutes(),
                session.bufferAfterMinutes(),
                part.price());
    }

    private Money nothing() {
        return new Money(0, price.currency());
    }

    private Booking with(BookingStatus next, Visit where) {
        return new Booking(
                id,
                version + 1,
                reference,
                next,
                clientId,
                where,
                price,
                policy,
                moveFees,
                note,
                seriesId,
                redemptions,
                screened);
    }

    private Booking withFees(Money fees) {
        return new Booking(
                id,
                version,
                reference,
                status,
                clientId,
                visit,
                price,
                policy,
                fees,
                note,
                seriesId,
                redemptions,
                screened);
    }

    private Booking withRedemptions(List<Redemption> all) {
        return new Booking(
                id, version, reference, status, clientId, visit, price, policy, moveFees, note, seriesId, all,
                screened);
    }

    private Booking withScreened(List<Screened> all) {
        return new Booking(
                id,
                version,
                reference,
                status,
                clientId,
                visit,
                price,
                policy,
                moveFees,
                note,
                seriesId,
                redemptions,
                all);
    }

    private Booking with(Redemption redemption) {
        var all = new ArrayList<>(redemptions);
        all.add(redemption);
        return withRedemptions(all);
    }

    private Booking givenBack(Instant now) {
        return withRedemptions(redemptions.stream().map(it -> it.givenBack(now)).toList());
    }
}
