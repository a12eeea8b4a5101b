package io.rhomboid.bench.scale;

import java.util.List;

import io.rhomboid.bench.scale.Queues.Kind;
import io.rhomboid.bench.scale.Queues.Station;
import io.rhomboid.bench.scale.Queues.Step;

/**
 * One cell: the services, a store and a broker of its own, for so many therapists and their clients. What it costs is in
 * {@link Costs}; here is only the arithmetic.
 */
record Cell(int therapists) {

    /** Cores of all gateways of a cell, of all booking-services, and writes that the store makes at a time. */
    static final int GATEWAY_CORES = 4;

    static final int BOOKING_CORES = 8;
    static final int WRITES_AT_A_TIME = 16;

    /** Bookings a second in the busiest hour. */
    double bookingsPerSecond() {
        return therapists * Costs.BOOKINGS_A_DAY * Costs.BUSIEST_HOUR / 3600;
    }

    double searchesPerSecond() {
        return bookingsPerSecond() * Costs.SEARCHES_PER_BOOKING;
    }

    double eventsPerSecond() {
        return bookingsPerSecond() * Costs.EVENTS_PER_BOOKING;
    }

    /** Bookings that stand ahead, each with its claims. */
    long claims() {
        return Math.round(therapists * Costs.BOOKINGS_A_DAY * Costs.DAYS_AHEAD * Costs.CLAIMS_PER_BOOKING);
    }

    double claimsIndexGiB() {
        return claims() * Costs.BYTES_PER_CLAIM / (1 << 30);
    }

    /** In each booking-service, and in each therapist-service. */
    double readModelMiB() {
        return therapists * Costs.AVAILABILITY_KIB / 1024;
    }

    double searchMiB() {
        return therapists * Costs.SEARCH_KIB / 1024;
    }

    static final int SEARCH = 0;
    static final int BOOKING = 1;

    /** A busiest hour's ten minutes. */
    Queues.Seen simulate(long seed) {
        return Queues.run(
                List.of(
                        new Station("gateway", GATEWAY_CORES),
                        new Station("booking-service", BOOKING_CORES),
                        new Station("store", WRITES_AT_A_TIME)),
                List.of(
                        new Kind(
                                "search",
                                searchesPerSecond(),
                                List.of(new Step(0, Costs.GATEWAY_MS), new Step(1, Costs.SEARCH_MS))),
                        new Kind(
                                "booking",
                                bookingsPerSecond(),
                                List.of(
                                        new Step(0, Costs.GATEWAY_MS),
                                        new Step(1, Costs.BOOKING_MS),
                                        new Step(2, Costs.WRITE_MS)))),
                600,
                seed);
    }
}
