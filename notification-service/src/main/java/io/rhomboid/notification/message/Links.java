package io.rhomboid.notification.message;

import java.net.URI;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/** The addresses that open something to whom a mail is for, and to nobody else. */
public interface Links {

    URI to(BookingId booking, ClientId client);

    URI to(SeriesId series, ClientId client);

    /** To a place on the waitlist. */
    URI to(WaitlistEntryId place, ClientId client);
}
