package io.rhomboid.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/**
 * The right to do one piece of work alone, for a while: {@code {_id: name, owner, until}} in collection
 * {@code leases}.
 *
 * <p>Losing is an expected answer. The clocks of two instances may differ and a holder may be frozen past its time,
 * so two can believe for a moment that they hold it: what is done under a lease must bear being done twice.
 */
public final class Lease {

    private final MongoCollection<Document> leases;
    private final String name;
    private final Duration length;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private Instant heldUntil = Instant.EPOCH;

    public Lease(MongoCollection<Document> leases, String name, Duration length, Clock clock) {
        this.leases = leases;
        this.name = name;
        this.length = length;
        this.clock = clock;
    }

    /** Takes the lease, or keeps it; asks the store only when a third of it has passed. */
    public boolean hold() {
        var now = clock.instant();
        if (now.isBefore(heldUntil.minus(length.multipliedBy(2).dividedBy(3)))) return true;
        try {
            leases.updateOne(
                    and(eq("_id", name), or(eq("owner", owner), lte("until", Date.from(now)))),
                    combine(set("owner", owner), set("until", Date.from(now.plus(length)))),
                    new UpdateOptions().upsert(true));
            heldUntil = now.plus(length);
            return true;
        } catch (MongoWriteException e) {
            // The upsert ran into the document of the one who holds it.
            if (!StoreFaults.isDuplicate(e)) throw e;
            heldUntil = Instant.EPOCH;
            return false;
        }
    }

    /** Lets the next one in at once. */
    public void release() {
        leases.deleteOne(and(eq("_id", name), eq("owner", owner)));
        heldUntil = Instant.EPOCH;
    }
}
