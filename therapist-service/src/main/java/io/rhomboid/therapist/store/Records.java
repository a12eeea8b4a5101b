package io.rhomboid.therapist.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Epochs;
import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.platform.migration.Raising;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.therapist.store.Outcome.Done;
import io.rhomboid.therapist.store.Outcome.KeyReused;
import io.rhomboid.therapist.store.Outcome.Taken;
import io.rhomboid.therapist.store.Outcome.Unknown;
import io.rhomboid.therapist.store.Outcome.VersionChanged;

/**
 * Records of one kind, each a document:
 *
 * <pre>{@code
 * { _id: "c1…", version: 3, state: {…the record…}, pendingEvents: […],
 *   createdBy: {key, bodyHash, clinic?}    // by a request, or
 *   seed: {hash, version},         // by a file that came with the service
 *   additions: [{key, bodyHash}] } // the last 100
 * { _id: "c2…", version: 8, pendingEvents: […] }  // deleted
 * }</pre>
 *
 * <ol>
 *   <li>Creating inserts under an id that follows from the request; of many equal requests one inserts, the others
 *       find what it made.
 *   <li>Changing is one update on {@code {_id, version}}: of many who saw the same version one wins.
 *   <li>The same write puts the event with the full new state into {@code pendingEvents}, from where it is told.
 * </ol>
 */
public final class Records<I, S> {

    private static final int ADDITIONS_KEPT = 100;
    private static final Bson STANDING = Filters.exists("state");

    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final JsonDocuments json;
    private final Clock clock;
    private final Class<S> type;
    private final Function<String, I> readId;
    private final Announcement<I, S> announcement;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Makes the event that tells a record's state. */
    @FunctionalInterface
    public interface Announcement<I, S> {
        Event of(I id, long version, S state, Instant occurredAt);
    }

    /** @param name of the collection and of the compacted topic */
    public Records(
            MongoDatabase database,
            Outboxes outboxes,
            JsonDocuments json,
            Clock clock,
            String name,
            Class<S> type,
            Function<String, I> readId,
            Announcement<I, S> announcement) {
        this.collection = database.getCollection(name);
        this.outbox = outboxes.open(collection, name);
        this.json = json;
        this.clock = clock;
        this.type = type;
        this.readId = readId;
        this.announcement = announcement;
    }

    /** Whether there is such a record and this holds of it, found out by one query. */
    public boolean isThere(I id, Bson filter) {
        return collection
                        .find(Filters.and(Filters.eq("_id", id.toString()), STANDING, filter))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    public Optional<Kept<I, S>> find(I id) {
        return document(id).map(this::kept);
    }

    /** All of them; a cell has hundreds, not millions. */
    public List<Kept<I, S>> all() {
        return all(STANDING);
    }

    /** The version of each, without the rest. */
    public Map<I, Long> versions() {
        var versions = new HashMap<I, Long>();
        for (var document : collection.find(STANDING).projection(Projections.include("version"))) {
            versions.put(readId.apply(document.getString("_id")), document.getLong("version"));
        }
        return versions;
    }

    /** Calls the listener after each write of this instance, in the thread that wrote: it must be quick. */
    public void whenWritten(Runnable listener) {
        listeners.add(listener);
    }

    /** Those whose field of the state has this value. */
    public List<Kept<I, S>> where(String field, String value) {
        return all(Filters.eq("state." + field, value));
    }

    /**
     * Creates a record, once for the same key and body.
     *
     * @param state asked for only if this request was not answered before
     */
    public Outcome<I, S> create(I id, IdempotencyKey key, String bodyHash, Supplier<S> state) {
        return create(id, key, bodyHash, null, state);
    }

    /** @param clinic for which it is created; kept beside it, whatever its state becomes */
    public Outcome<I, S> create(
            I id, IdempotencyKey key, String bodyHash, @Nullable ClinicId clinic, Supplier<S> state) {
        var before = document(id);
        if (before.isPresent()) return createdBefore(before.get(), key, bodyHash);

        var created = state.get();
        try {
            var by = new Document("key", key.value()).append("bodyHash", bodyHash);
            if (clinic != null) by.append("clinic", clinic.toString());
            insert(id, created, "createdBy", by);
            return new Done<>(new Kept<>(id, 1, created, Map.of()));
        } catch (MongoException e) {
            if (!StoreFaults.isDuplicate(e)) throw e;
            // None: it was deleted, and an id is not given twice.
            return document(id)
                    .map(document -> createdBefore(document, key, bodyHash))
                    .orElseGet(Taken::new);
        }
    }

    private Outcome<I, S> createdBefore(Document document, IdempotencyKey key, String bodyHash) {
        var by = document.get("createdBy", Document.class);
        if (by == null || !key.value().equals(by.getString("key"))) return new Taken<>();
        return bodyHash.equals(by.getString("bodyHash")) ? new Done<>(kept(document)) : new KeyReused<>();
    }

    /** Keeps the next state if nobody changed the record since it was seen. */
    public Outcome<I, S> replace(Kept<I, S> seen, S next) {
        // What changes nothing is no change: no new version, nothing to tell.
        if (next.equals(seen.state())) return new Done<>(seen);
        return write(seen, next, null);
    }

    /** Keeps the next state together with a note beside it that is not told to anybody. */
    public Outcome<I, S> replace(Kept<I, S> seen, S next, String notes, Document note) {
        return write(seen, next, Updates.push(notes, note));
    }

    /**
     * Deletes a record if nobody changed it since it was seen, and tells a tombstone. Nothing of it remains but its id.
     */
    public Outcome<I, S> delete(Kept<I, S> seen) {
        var id = seen.id().toString();
        var version = seen.version() + 1;
        return saved(
                seen,
                Updates.combine(
                        Updates.set("version", version),
                        Updates.unset("state"),
                        Updates.unset("createdBy"),
                        Updates.unset("seed"),
                        Updates.unset("additions"),
                        Updates.unset("verifications"),
                        outbox.appendTombstone(id, version, clock.instant())),
                seen);
    }

    /** Has every record told once more with a version of this epoch, deleted ones as a tombstone. */
    public void tellAgain(long epoch) {
        Raising.raise(collection, Filters.empty(), epoch, document -> {
            var id = readId.apply(document.getString("_id"));
            long version = document.getLong("version");
            var updates = new ArrayList<Bson>();
            if (document.get("state", Document.class) instanceof Document state) {
                var event = announcement.of(id, version, json.fromDocument(state, type), clock.instant());
                updates.add(outbox.republish(event));
            } else {
                updates.add(outbox.appendTombstone(id.toString(), version, clock.instant()));
            }
            if (document.get("seed", Document.class) instanceof Document seed) {
                updates.add(Updates.set("seed.version", Epochs.raise(seed.getLong("version"), epoch)));
            }
            return Optional.of(Updates.combine(updates));
        });
    }

    /** The notes beside a record, the oldest first; none if there is no such record. */
    public List<Document> notes(I id, String notes) {
        return document(id)
                .map(document -> document.getList(notes, Document.class, List.of()))
                .orElse(List.of());
    }

    /**
     * Adds something to a record, once for the same key and body, on whatever version is the latest.
     *
     * @param addition from the state before to the state after; asked again when somebody was faster
     */
    public Outcome<I, S> add(I id, IdempotencyKey key, String bodyHash, Function<S, S> addition) {
        while (true) {
            var seen = find(id).orElse(null);
            if (seen == null) return new Unknown<>();

            var earlier = seen.additions().get(key.value());
            if (earlier != null) return earlier.equals(bodyHash) ? new Done<>(seen) : new KeyReused<>();

            var note = new Document("key", key.value()).append("bodyHash", bodyHash);
            var remember = Updates.pushEach("additions", List.of(note), new PushOptions().slice(-ADDITIONS_KEPT));
            var outcome = write(seen, addition.apply(seen.state()), remember);
            if (!(outcome instanceof VersionChanged)) return outcome;
        }
    }

    /**
     * Keeps what a file of the service says, unless somebody created or changed the record by a request.
     *
     * @param hash of what the file says, so that the same content is not written twice
     * @return whether anything was written; of many instances that seed at once only one writes
     */
    public boolean seed(I id, String hash, S state) {
        var before = document(id).orElse(null);
        if (before == null) {
            try {
                insert(id, state, "seed", new Document("hash", hash).append("version", 1L));
                return true;
            } catch (MongoException e) {
                if (!StoreFaults.isDuplicate(e)) throw e;
                return false;
            }
        }
        var seen = kept(before);
        var seed = before.get("seed", Document.class);
        if (seed == null || seed.getLong("version") != seen.version() || hash.equals(seed.getString("hash"))) {
            return false;
        }
        var mark = Updates.set("seed", new Document("hash", hash).append("version", seen.version() + 1));
        return write(seen, state, mark) instanceof Done;
    }

    private void insert(I id, S state, String origin, Document by) {
        var event = announcement.of(id, 1, state, clock.instant());
        collection.insertOne(new Document("_id", id.toString())
                .append("version", 1L)
                .append("state", json.toDocument(state))
                .append("pendingEvents", List.of(outbox.pending(event)))
                .append(origin, by));
        written(id);
    }

    private Outcome<I, S> write(Kept<I, S> seen, S next, @Nullable Bson beside) {
        var version = seen.version() + 1;
        var updates = new ArrayList<>(List.of(
                Updates.set("version", version),
                Updates.set("state", json.toDocument(next)),
                outbox.append(announcement.of(seen.id(), version, next, clock.instant()))));
        if (beside != null) updates.add(beside);
        return saved(seen, Updates.combine(updates), new Kept<>(seen.id(), version, next, seen.additions()));
    }

    private Outcome<I, S> saved(Kept<I, S> seen, Bson update, Kept<I, S> then) {
        var written = collection.updateOne(
                Filters.and(Filters.eq("_id", seen.id().toString()), Filters.eq("version", seen.version())), update);
        if (written.getMatchedCount() == 1) {
            written(seen.id());
            return new Done<>(then);
        }
        return find(seen.id())
                .<Outcome<I, S>>map(now -> new VersionChanged<>(now.version()))
                .orElseGet(Unknown::new);
    }

    private void written(I id) {
        outbox.wake(id.toString());
        listeners.forEach(Runnable::run);
    }

    private Optional<Document> document(I id) {
        return Optional.ofNullable(collection
                .find(Filters.and(Filters.eq("_id", id.toString()), STANDING))
                .first());
    }

    private List<Kept<I, S>> all(Bson filter) {
        var all = new ArrayList<Kept<I, S>>();
        for (var document : collection.find(filter)) all.add(kept(document));
        return all;
    }

    private Kept<I, S> kept(Document document) {
        var additions = new HashMap<String, String>();
        for (var addition : document.getList("additions", Document.class, List.of())) {
            additions.put(addition.getString("key"), addition.getString("bodyHash"));
        }
        return new Kept<>(
                readId.apply(document.getString("_id")),
                document.getLong("version"),
                json.fromDocument(document.get("state", Document.class), type),
                additions);
    }
}
