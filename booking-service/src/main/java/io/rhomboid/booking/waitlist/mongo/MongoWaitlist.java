package io.rhomboid.booking.waitlist.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.waitlist.Entry;
import io.rhomboid.booking.waitlist.Entry.Step;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

/**
 * Collection {@code waitlist}:
 *
 * <pre>{@code
 * {_id, version, clinicId, clientId, state: WAITING|PROMISED|OFFERED|TAKEN|LAPSED|CANCELLED, unfinished?: true,
 *  place?: "<client>:<n>", entry: StoredEntry, op: {key, bodyHash}, pendingEvents: [{…}]}
 * }</pre>
 *
 * <p>{@code place} is there as long as somebody waits; a unique index on it keeps a client to so many places however
 * many requests come at once. {@code unfinished} is there as long as a round has to look at the entry.
 */
@Component
public class MongoWaitlist implements Waitlist {

    public static final String COLLECTION = "waitlist";

    private final MongoCollection<Document> collection;
    private final JsonDocuments json;
    private final Outbox outbox;
    private volatile boolean indexed;

    public MongoWaitlist(MongoDatabase database, JsonDocuments json, Outboxes outboxes) {
        this.collection = database.getCollection(COLLECTION);
        this.json = json;
        this.outbox = outboxes.open(collection, Topics.WAITLIST);
    }

    @Override
    public Optional<Kept> find(WaitlistEntryId id) {
        return Optional.ofNullable(collection.find(eq("_id", id.toString())).first())
                .map(stored -> {
                    var op = stored.get("op", Document.class);
                    return new Kept(entry(stored), new Op(op.getString("key"), op.getString("bodyHash")));
                });
    }

    @Override
    public boolean add(Step joined, Op op) {
        ensureIndexes();
        var entry = joined.entry();
        var document = new Document("_id", entry.id().toString())
                .append("clinicId", entry.wish().clinicId().toString())
                .append("clientId", entry.clientId().toString())
                .append("place", entry.clientId() + ":" + entry.place())
                .append("op", new Document("key", op.key()).append("bodyHash", op.bodyHash()))
                .append("pendingEvents", joined.event() == null ? List.of() : List.of(outbox.pending(joined.event())));
        document.putAll(changing(entry));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
        outbox.wake(entry.id().toString());
        return true;
    }

    @Override
    public boolean save(Step step) {
        var entry = step.entry();
        var updates = new ArrayList<Bson>();
        var fields = changing(entry);
        fields.forEach((name, value) -> updates.add(Updates.set(name, value)));
        if (!fields.containsKey("unfinished")) updates.add(Updates.unset("unfinished"));
        if (!entry.standing().isOpen()) updates.add(Updates.unset("place"));
        if (step.event() != null) updates.add(outbox.append(step.event()));
        var result = collection.updateOne(
                and(eq("_id", entry.id().toString()), eq("version", entry.version() - 1)), Updates.combine(updates));
        if (result.getModifiedCount() == 0) return false;
        if (step.event() != null) outbox.wake(entry.id().toString());
        return true;
    }

    private Document changing(Entry entry) {
        var fields = new Document("version", entry.version())
                .append("state", entry.standing().word())
                .append("entry", json.toDocument(StoredEntry.of(entry)));
        if (entry.standing().isOpen() || entry.handing() != null) fields.append("unfinished", true);
        return fields;
    }

    @Override
    public List<Entry> unfinished() {
        return entries(exists("unfinished"));
    }

    @Override
    public List<Entry> openAt(ClinicId clinic) {
        return entries(and(eq("clinicId", clinic.toString()), exists("place")));
    }

    @Override
    public List<Entry> openOf(ClientId client) {
        return entries(and(eq("clientId", client.toString()), exists("place")));
    }

    private List<Entry> entries(Bson filter) {
        return collection.find(filter).map(this::entry).into(new ArrayList<>());
    }

    private Entry entry(Document stored) {
        return json.fromDocument(stored.get("entry", Document.class), StoredEntry.class)
                .toEntry();
    }

    private void ensureIndexes() {
        if (indexed) return;
        collection.createIndex(
                Indexes.ascending("place"), new IndexOptions().unique(true).sparse(true));
        collection.createIndex(Indexes.ascending("unfinished"), new IndexOptions().sparse(true));
        collection.createIndex(Indexes.ascending("clinicId", "place"));
        collection.createIndex(Indexes.ascending("clientId", "place"));
        indexed = true;
    }
}
