package io.rhomboid.notification.message.link;

import java.net.URI;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.notification.message.Links;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;

/** Reckons what booking-service reckons as well; nothing of it is kept or was told. */
public final class ReckonedLinks implements Links {

    private final GuestLinks links;

    public ReckonedLinks(GuestLinks links) {
        this.links = links;
    }

    @Override
    public URI to(BookingId booking, ClientId client) {
        return links.address(Guest.of(booking, client));
    }

    @Override
    public URI to(SeriesId series, ClientId client) {
        return links.address(Guest.of(series, client));
    }

    @Override
    public URI to(WaitlistEntryId place, ClientId client) {
        return links.address(Guest.of(place, client));
    }
}
