package io.rhomboid.booking.erasure;

import java.util.List;
import java.util.Set;

import io.rhomboid.booking.reservation.Booking;

/** What comes of asking to be forgotten. */
public sealed interface ErasureAnswer {

    /**
     * Done, or to be done.
     *
     * @param waitsFor the services that have not confirmed it yet
     */
    record Noted(Erasure erasure, Set<String> waitsFor) implements ErasureAnswer {}

    /** Somebody expects them: 409. */
    record Expected(List<Booking> bookings, int places) implements ErasureAnswer {

        public Expected {
            bookings = List.copyOf(bookings);
        }
    }

    /** Nobody has asked for it: 404. */
    record NotAsked() implements ErasureAnswer {}
}
