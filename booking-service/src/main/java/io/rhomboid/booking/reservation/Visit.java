package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.AskedVisit.AskedSession;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.Diary;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * What one booking books: a session, and perhaps up to three more at the same clinic.
 *
 * <p>Everybody who comes is treated from the start of the visit without a pause: each of their sessions begins when the
 * former one ends. Two can come, the client and a companion: a couple. Most visits are one session by itself.
 *
 * @param further in the order of the request: the client's after the first one, then the companion's
 * @param companion who comes along; null if nobody
 */
public record Visit(
        BookedSession first,
        List<Further> further,
        @Nullable Companion companion) {

    /** How many sessions a visit has at most. */
    public static final int MOST = 4;

    /** No visit is longer: the longest treatments, one after the other. */
    public static final Duration LONGEST = Duration.ofMinutes(MOST * 240);

    /**
     * A session beside the first one.
     *
     * @param price what of the whole price is for it
     * @param companions whether it is for the companion
     */
    public record Further(BookedSession session, Money price, boolean companions) {

        Further with(BookedSession other) {
            return new Further(other, price, companions);
        }
    }

    /**
     * Who comes along. Their time is claimed like the client's.
     *
     * @param name only of one who left no mail address: whoever did is a client like others, and known by it
     */
    public record Companion(ClientId id, @Nullable String name) {}

    /** @throws IllegalArgumentException if the sessions don't make a visit */
    public Visit {
        further = List.copyOf(further);
        if (further.size() >= MOST) throw new IllegalArgumentException("a visit has at most " + MOST + " sessions");
        var own = first.slot().end();
        var theirs = first.slot().start();
        for (var next : further) {
            var slot = next.session.slot();
            if (!next.session.clinicId().equals(first.clinicId())) {
                throw new IllegalArgumentException("a visit is at one clinic");
            }
            if (!slot.start().equals(next.companions ? theirs : own)) {
                throw new IllegalArgumentException("a session of a visit begins when the former one ends");
            }
            if (next.companions) theirs = slot.end();
            else own = slot.end();
        }
        if ((companion != null) == theirs.equals(first.slot().start())) {
            throw new IllegalArgumentException("a companion comes to be treated");
        }
    }

    /** A session by itself. */
    public static Visit of(BookedSession session) {
        return new Visit(session, List.of(), null);
    }

    /** From the start that all share to the end of the last session. */
    public TimeSlot slot() {
        if (further.isEmpty()) return first.slot();
        var end = first.slot().end();
        for (var next : further) {
            if (next.session.slot().end().isAfter(end))
                end = next.session.slot().end();
        }
        return new TimeSlot(first.slot().start(), end);
    }

    public int size() {
        return 1 + further.size();
    }

    /** @param stands whether the booking takes its time; else it takes nothing any more */
    public void enterInto(Diary diary, BookingId booking, long version, boolean stands) {
        if (stands) diary.claim(booking, version, claim());
        else diary.release(booking, version, slot().end());
    }

    private Claim claim() {
        Claim all = null;
        for (var session : sessions().reversed()) {
            all = new Claim(
                    Set.of(session.therapistId()),
                    Set.of(session.roomId()),
                    Set.copyOf(session.equipmentIds()),
                    session.slot().start().minus(Duration.ofMinutes(session.bufferBeforeMinutes())),
                    session.slot().end().plus(Duration.ofMinutes(session.bufferAfterMinutes())),
                    LocalDate.ofInstant(session.slot().start(), session.zone()),
                    all);
        }
        return all;
    }

    /** @param number from 1 */
    public BookedSession session(int number) {
        return number == 1 ? first : further.get(number - 2).session;
    }

    /** All sessions, the first one first. */
    public List<BookedSession> sessions() {
        if (further.isEmpty()) return List.of(first);
        var all = new ArrayList<BookedSession>(size());
        all.add(first);
        for (var next : further) all.add(next.session);
        return all;
    }

    /** Whether this session is for the companion. */
    boolean isCompanions(int number) {
        return number > 1 && further.get(number - 2).companions;
    }

    /** The same sessions at another time, as somebody would ask for them. */
    AskedVisit asked(Instant start, List<TherapistId> therapists, boolean oneRoom) {
        var sessions = new ArrayList<AskedSession>(size());
        for (int number = 1; number <= size(); number++) {
            var session = session(number);
            var slot = session.slot();
            sessions.add(new AskedSession(
                    therapists.isEmpty() ? session.therapistId() : therapists.get(number - 1),
                    session.treatment(),
                    Math.toIntExact(Duration.between(slot.start(), slot.end()).toMinutes()),
                    isCompanions(number)));
        }
        return new AskedVisit(first.clinicId(), start, sessions, oneRoom);
    }

    /** Other sessions for the same people, for the same prices. */
    Visit with(List<BookedSession> sessions) {
        var moved = new ArrayList<Further>(further.size());
        for (int i = 0; i < further.size(); i++) moved.add(further.get(i).with(sessions.get(i + 1)));
        return new Visit(sessions.getFirst(), moved, companion);
    }

    /** Whether the other one of a couple is in this room, or has it made ready, while this session would take it. */
    boolean isCrowded(int number, RoomId room) {
        for (int other = 1; other <= size(); other++) {
            if (isCompanions(other) == isCompanions(number)) continue;
            if (session(other).roomId().equals(room) && session(other).competesWith(session(number))) return true;
        }
        return false;
    }

    /** The visit with one of its sessions in another room. */
    Visit with(int number, RoomId room) {
        if (number == 1) return new Visit(first.in(room), further, companion);
        var changed = new ArrayList<>(further);
        changed.set(number - 2, changed.get(number - 2).with(session(number).in(room)));
        return new Visit(first, changed, companion);
    }

    /** Its sessions with who is treated and what each costs, the first one first. */
    List<Part> parts(ClientId client, Money price) {
        if (further.isEmpty()) return List.of(new Part(1, first, client, price));
        long rest = price.cents();
        for (var next : further) rest -= next.price.cents();
        var parts = new ArrayList<Part>(size());
        parts.add(new Part(1, first, client, new Money(rest, price.currency())));
        for (int i = 0; i < further.size(); i++) {
            var next = further.get(i);
            var who = companion != null && next.companions ? companion.id : client;
            parts.add(new Part(i + 2, next.session, who, next.price));
        }
        return parts;
    }
}
