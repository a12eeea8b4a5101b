package io.rhomboid.notification.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;

/** The latest that we have heard of each booking. */
public interface Agenda {

    /**
     * What is known of a booking.
     *
     * @param last what became of it last
     * @param plan what became of it when its plan was last made
     */
    record Entry(BookingEvent last, BookingEvent plan) {}

    void prepare();

    /** False if something newer is known; then nothing has changed. */
    boolean keep(BookingEvent event);

    Optional<Entry> find(BookingId booking);

    /** Those that are to take place after this moment. */
    List<Entry> ahead(ClientId client, Instant now);

    /** What stands at this clinic and begins in this stretch, the earliest first. */
    List<BookingEvent> between(ClinicId clinic, Instant from, Instant until);

    /** As of a client. */
    List<Entry> ahead(ClinicId clinic, Instant now);
}
