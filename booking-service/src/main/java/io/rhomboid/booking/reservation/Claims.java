package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.contracts.client.ClientId;

/**
 * What a booking takes, one resource for one cell of five minutes each: {@code t:<therapist>:<cell>},
 * {@code r:<room>:<cell>}, {@code e:<equipment>:<cell>}, {@code c:<client>:<cell>}. No two bookings can have the same
 * one. Buffers are claimed for all but the client, who may come straight from another clinic.
 */
public record Claims(List<String> keys) {

    public Claims {
        keys = List.copyOf(keys);
    }

    public static Claims of(BookedSession session, ClientId client) {
        var from = session.slot().start().minus(Duration.ofMinutes(session.bufferBeforeMinutes()));
        var to = session.slot().end().plus(Duration.ofMinutes(session.bufferAfterMinutes()));
        var keys = new ArrayList<String>();
        claim(keys, "t:" + session.therapistId(), from, to);
        claim(keys, "r:" + session.roomId(), from, to);
        for (var equipment : session.equipmentIds()) claim(keys, "e:" + equipment, from, to);
        claim(
                keys,
                clientResource(client),
                session.slot().start(),
                session.slot().end());
        return new Claims(keys);
    }

    private static void claim(List<String> keys, String resource, Instant from, Instant to) {
        for (long cell = CellSet.cellOf(from); cell < CellSet.cellFrom(to); cell++) keys.add(resource + ":" + cell);
    }

    /** Whether somebody else's claims take the client away. */
    boolean shareClient(Claims others, ClientId client) {
        var prefix = clientResource(client) + ":";
        Set<String> theirs = new HashSet<>(others.keys);
        return keys.stream().anyMatch(key -> key.startsWith(prefix) && theirs.contains(key));
    }

    private static String clientResource(ClientId client) {
        return "c:" + client;
    }
}
