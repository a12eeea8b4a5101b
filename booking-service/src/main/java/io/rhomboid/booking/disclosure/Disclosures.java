package io.rhomboid.booking.disclosure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosure.Words;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/** The records of all clients. */
public final class Disclosures {

    private final Entries entries;
    private final Clock clock;

    /** Where the entries are. */
    public interface Entries {

        /** @return false if there is an entry of this number already */
        boolean add(Disclosure entry);

        /** Of one client, from the first one on. */
        List<Disclosure> of(ClientId client);

        /** The last one of a client. */
        Optional<Disclosure> last(ClientId client);
    }

    public Disclosures(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Puts on record that somebody is about to read; whoever does not get here must not read. */
    public void record(
            ClientId client,
            Actor reader,
            String what,
            Ground ground,
            @Nullable BookingId bookingId,
            @Nullable Words words) {
        while (true) {
            var last = entries.last(client);
            var entry = new Disclosure(
                    client,
                    last.map(Disclosure::number).orElse(0L) + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    reader,
                    what,
                    ground,
                    bookingId,
                    words,
                    last.map(Disclosure::proof).orElse(Disclosure.NOTHING_BEFORE));
            if (entries.add(entry)) return;
        }
    }

    /** Of one client, from the first one on. */
    public List<Disclosure> of(ClientId client) {
        return entries.of(client);
    }
}
