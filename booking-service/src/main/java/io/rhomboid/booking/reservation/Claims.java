package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.client.ClientId;

/**
 * What a booking or a block takes, one resource for one cell of five minutes each: {@code t:<therapist>:<cell>},
 * {@code r:<room>:<cell>}, {@code e:<equipment>:<cell>}, {@code c:<client>:<cell>}. No two can have the same
 * one. Buffers are claimed for all but the client, who may come straight from another clinic.
 *
 * <p>A hold also claims one of its client's places for holds, {@code h:<client>:<place>}: that is why nobody has more
 * than there are places, however many ask at once. What is offered to somebody on the waitlist claims place 0: nobody is
 * offered two slots at a time. With a therapist who
 * takes only so many sessions a day, one also claims a place in that day of the clinic's calendar:
 * {@code d:<therapist>:<date>:<place>}.
 */
public record Claims(List<String> keys) {

    public Claims {
        keys = List.copyOf(keys);
    }

    public static Claims of(Visit visit, ClientId client) {
        var keys = new ArrayList<String>();
        claim(keys, visit.first(), client);
        if (visit.size() == 1) return new Claims(keys);
        for (var further : visit.further()) {
            var companion = further.companions() ? visit.companion() : null;
            claim(keys, further.session(), companion == null ? client : companion.id());
        }
        // Sessions of one visit may share a buffer, or a double room: each key once is enough.
        return new Claims(List.copyOf(new LinkedHashSet<>(keys)));
    }

    private static void claim(List<String> keys, BookedSession session, ClientId client) {
        var from = session.takenFrom();
        var to = session.takenUntil();
        claim(keys, "t:" + session.therapistId(), from, to);
        claim(keys, "r:" + session.roomId(), from, to);
        for (var equipment : session.equipmentIds()) claim(keys, "e:" + equipment, from, to);
        claim(keys, "c:" + client, session.slot().start(), session.slot().end());
        if (session.placeInDay() > 0) keys.add(placeInDay(session));
    }

    /** A client's own time, wherever they are. */
    static Claims of(TimeSlot slot, ClientId client) {
        var keys = new ArrayList<String>();
        claim(keys, "c:" + client, slot.start(), slot.end());
        return new Claims(keys);
    }

    /** What a block takes. */
    public static Claims of(BlockedTime time) {
        var keys = new ArrayList<String>();
        claim(
                keys,
                time.therapistId() == null ? "r:" + time.roomId() : "t:" + time.therapistId(),
                time.start(),
                time.end());
        return new Claims(keys);
    }

    /** One of the client's places for holds, from 1; or 0, the one for what is offered to them. */
    static Claims holdPlace(ClientId client, int place) {
        return new Claims(List.of("h:" + client + ":" + place));
    }

    /** All of them, and that for an offer; who has one is a hold of the client's. */
    static Claims holdPlaces(ClientId client) {
        return IntStream.rangeClosed(0, Held.PLACES)
                .mapToObj(place -> holdPlace(client, place))
                .reduce(new Claims(List.of()), Claims::with);
    }

    Claims with(Claims more) {
        return new Claims(Stream.concat(keys.stream(), more.keys.stream()).toList());
    }

    /** Whether the two have a resource at the same time. */
    public boolean meet(Claims others) {
        return !Collections.disjoint(keys, new HashSet<>(others.keys));
    }

    private static String placeInDay(BookedSession session) {
        var day = LocalDate.ofInstant(session.slot().start(), session.zone());
        return "d:" + session.therapistId() + ":" + day + ":" + session.placeInDay();
    }

    /** Whether these have the place in the therapist's day that this session would take. */
    boolean takePlaceInDay(BookedSession session) {
        return session.placeInDay() > 0 && keys.contains(placeInDay(session));
    }

    private static void claim(List<String> keys, String resource, Instant from, Instant to) {
        for (long cell = CellSet.cellOf(from); cell < CellSet.cellFrom(to); cell++) keys.add(resource + ":" + cell);
    }

    /** Whether they meet in what only this client can have: their time, or a place for their holds. */
    boolean shareClient(Claims others, ClientId client) {
        Set<String> theirs = new HashSet<>(others.keys);
        return keys.stream().anyMatch(key -> key.startsWith(client.toString(), 2) && theirs.contains(key));
    }
}
