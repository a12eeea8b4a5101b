package io.rhomboid.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** What has become of what was told. */
    enum Kept {
        /** Nothing was known of this booking. */
        FIRST,
        /** It is the latest that is known now, or was before. */
        LATEST,
        /** Something newer is known; nothing has changed. */
        OLD
    }

    Kept keep(BookingEvent event);

    Optional<Entry> find(BookingId booking);

    /** As far as they are known and can be read. */
    Map<BookingId, Entry> find(Collection<BookingId> bookings);

    /** Those that are to take place after this moment. */
    List<Entry> ahead(ClientId client, Instant now);

    /** What stands at this clinic and begins in this stretch, the earliest first. */
    List<BookingEvent> between(ClinicId clinic, Instant from, Instant until);

    /** As of a client. */
    List<Entry> ahead(ClinicId clinic, Instant now);
}
