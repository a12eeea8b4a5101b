package io.rhomboid.booking.waitlist.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.waitlist.Entry;
import io.rhomboid.booking.waitlist.Offer;
import io.rhomboid.booking.waitlist.Standing;
import io.rhomboid.booking.waitlist.Standing.Cancelled;
import io.rhomboid.booking.waitlist.Standing.Lapsed;
import io.rhomboid.booking.waitlist.Standing.Offered;
import io.rhomboid.booking.waitlist.Standing.Promised;
import io.rhomboid.booking.waitlist.Standing.Taken;
import io.rhomboid.booking.waitlist.Standing.Waiting;
import io.rhomboid.booking.waitlist.Wish;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/**
 * An entry as it is stored, as JSON: what a state knows lies beside its name.
 *
 * @param offer of one who is promised or offered something
 * @param from of one who is promised what somebody else had
 * @param booking of one who has taken it
 * @param reason of one who has lapsed
 */
record StoredEntry(
        WaitlistEntryId id,
        long version,
        ClientId clientId,
        Wish wish,
        Instant joinedAt,
        int place,
        String state,
        @Nullable Offer offer,
        @Nullable WaitlistEntryId from,
        @Nullable BookingId booking,
        @Nullable LapseReason reason,
        List<FreeSlot> passed,
        int unanswered,
        @Nullable Offer handing) {

    static StoredEntry of(Entry entry) {
        var standing = entry.standing();
        return new StoredEntry(
                entry.id(),
                entry.version(),
                entry.clientId(),
                entry.wish(),
                entry.joinedAt(),
                entry.place(),
                standing.word(),
                switch (standing) {
                    case Promised(var offer, var _) -> offer;
                    case Offered(var offer) -> offer;
                    case Waiting _, Taken _, Lapsed _, Cancelled _ -> null;
                },
                standing instanceof Promised(var _, var from) ? from : null,
                standing instanceof Taken(var booking) ? booking : null,
                standing instanceof Lapsed(var reason) ? reason : null,
                entry.passed(),
                entry.unanswered(),
                entry.handing());
    }

    Entry toEntry() {
        return new Entry(id, version, clientId, wish, joinedAt, place, standing(), passed, unanswered, handing);
    }

    private Standing standing() {
        return switch (state) {
            case "WAITING" -> new Waiting();
            case "PROMISED" -> new Promised(Objects.requireNonNull(offer), from);
            case "OFFERED" -> new Offered(Objects.requireNonNull(offer));
            case "TAKEN" -> new Taken(Objects.requireNonNull(booking));
            case "LAPSED" -> new Lapsed(Objects.requireNonNull(reason));
            case "CANCELLED" -> new Cancelled();
            default -> throw new IllegalStateException("somebody waits who is " + state);
        };
    }
}
