package io.rhomboid.bench.scale;

/** What the arithmetic goes by: measured here (docs/performance.md), or assumed of the trade and of a real store. */
final class Costs {

    /** Measured: of a gateway's core, for each request, on a machine that did other things besides. */
    static final double GATEWAY_MS = 0.45;

    /** Measured: the kernel takes 0.2 ms for the earliest of 10,000 therapists; the rest is HTTP, assumed. */
    static final double SEARCH_MS = 1.0;

    /** Assumed, from 20 ms of a core for everything that a booking sets off, mail and store included. */
    static final double BOOKING_MS = 6;

    /** Assumed: a write of 42 keys that a majority has on disk. */
    static final double WRITE_MS = 8;

    /** Measured: what booking-service has in memory for a therapist with 60 sessions in 60 days. */
    static final double AVAILABILITY_KIB = 2.93;

    /** Measured: what therapist-service has in memory for a therapist to be found. */
    static final double SEARCH_KIB = 1.5;

    /** Measured: an hour's twelve cells of therapist, room and client, with its day's place and its own ids. */
    static final int CLAIMS_PER_BOOKING = 42;

    /** Assumed: a key of some 45 characters with a tree around it. */
    static final double BYTES_PER_CLAIM = 64;

    /** By construction: held, confirmed, completed. */
    static final double EVENTS_PER_BOOKING = 3;

    /** Assumed: what a full-time therapist has in a day, over all days of a week. */
    static final double BOOKINGS_A_DAY = 4;

    /** Assumed: share of a day's requests in its busiest hour. */
    static final double BUSIEST_HOUR = 0.12;

    /** Assumed: pages and times looked at for each booking that is made. */
    static final double SEARCHES_PER_BOOKING = 30;

    /** Assumed: as far as most book ahead. */
    static final double DAYS_AHEAD = 15;

    private Costs() {}
}
