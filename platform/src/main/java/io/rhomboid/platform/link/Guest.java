package io.rhomboid.platform.link;

import java.util.UUID;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/**
 * What somebody with a link or a pass may open. Whether the thing is still this client's, they are to ask.
 *
 * @param id of the booking, the series or the place on the waitlist; of an intake the client's own
 */
public record Guest(Thing thing, UUID id, ClientId client) {

    /** What a link can open. */
    public enum Thing {
        BOOKING(1, "booking"),
        SERIES(3, "series"),
        /** A place on the waitlist. */
        PLACE(5, "offer"),
        /** What a client says about their body: never by a link, only by a pass that a code was given for. */
        INTAKE(7, "intake");

        private final int mark;
        private final String page;

        Thing(int mark, String page) {
            this.mark = mark;
            this.page = page;
        }

        /** What the signed content of its links begins with; of its passes with one more. Never given anew. */
        byte mark() {
            return (byte) mark;
        }

        /** The page on which it is opened, as in the address. */
        String page() {
            return page;
        }
    }

    public static Guest of(BookingId booking, ClientId client) {
        return new Guest(Thing.BOOKING, booking.value(), client);
    }

    public static Guest ofIntake(ClientId client) {
        return new Guest(Thing.INTAKE, client.value(), client);
    }

    public static Guest of(SeriesId series, ClientId client) {
        return new Guest(Thing.SERIES, series.value(), client);
    }

    public static Guest of(WaitlistEntryId place, ClientId client) {
        return new Guest(Thing.PLACE, place.value(), client);
    }
}
