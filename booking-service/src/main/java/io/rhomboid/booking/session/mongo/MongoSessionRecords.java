package io.rhomboid.booking.session.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.session.Moment;
import io.rhomboid.booking.session.SessionRecord;
import io.rhomboid.booking.session.SessionRecord.Entry;
import io.rhomboid.booking.session.SessionRecords;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

/**
 * All records, in collection {@code sessions}: {@code {_id: "<booking>/<number>", bookingId, number, clientId, start,
 * version, entries: [{by, at, because?: {schema, fields}, schema, fields}], pain: {<moment>: {schema, fields}}}}; each of {@code fields}
 * is sealed.
 */
@Component
class MongoSessionRecords implements SessionRecords {

    private final MongoCollection<Document> sessions;
    private volatile boolean indexed;

    MongoSessionRecords(MongoDatabase database) {
        this.sessions = database.getCollection("sessions");
    }

    @Override
    public Optional<SessionRecord> find(BookingId booking, int number) {
        return Optional.ofNullable(sessions.find(and(eq("_id", id(booking, number)), gt("version", 0L)))
                        .first())
                .map(MongoSessionRecords::record);
    }

    @Override
    public List<SessionRecord> of(ClientId client) {
        return sessions.find(and(eq("clientId", client.toString()), gt("version", 0L)))
                .sort(Sorts.ascending("start", "_id"))
                .map(MongoSessionRecords::record)
                .into(new ArrayList<>());
    }

    @Override
    public boolean handOver(SessionRecord record) {
        var pain = new Document();
        record.pain().forEach((moment, level) -> pain.append(moment.name(), SealedDocuments.of(level)));
        return sessions.updateOne(
                                and(
                                        eq("_id", id(record.bookingId(), record.number())),
                                        eq("version", record.version())),
                                combine(
                                        set("version", record.version() + 1),
                                        set("clientId", record.client().toString()),
                                        set(
                                                "entries",
                                                record.entries().stream()
                                                        .map(MongoSessionRecords::document)
                                                        .toList()),
                                        set("pain", pain)))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public boolean append(BookingId booking, Part session, long expected, Entry entry) {
        return write(booking, session, expected, push("entries", document(entry)));
    }

    private static Document document(Entry entry) {
        return SealedDocuments.of(entry.fields())
                .append("by", entry.by())
                .append("at", Date.from(entry.at()))
                .append("because", entry.because() == null ? null : SealedDocuments.of(entry.because()));
    }

    @Override
    public boolean keepPain(BookingId booking, Part session, long expected, Moment moment, SealedFields level) {
        return write(booking, session, expected, set("pain." + moment, SealedDocuments.of(level)));
    }

    private boolean write(BookingId booking, Part session, long expected, Bson change) {
        if (expected == 0) begin(booking, session);
        return sessions.updateOne(
                                and(eq("_id", id(booking, session.number())), eq("version", expected)),
                                combine(set("version", expected + 1), change))
                        .getModifiedCount()
                == 1;
    }

    /** Killed after this, there is one of version 0, as if there were none. */
    private void begin(BookingId booking, Part session) {
        ensureIndex();
        try {
            sessions.insertOne(new Document("_id", id(booking, session.number()))
                    .append("bookingId", booking.toString())
                    .append("number", session.number())
                    .append("clientId", session.clientId().toString())
                    .append("start", Date.from(session.session().slot().start()))
                    .append("version", 0L));
        } catch (MongoWriteException e) {
            if (!StoreFaults.isDuplicate(e)) throw e;
        }
    }

    private static String id(BookingId booking, int number) {
        return booking + "/" + number;
    }

    private static SessionRecord record(Document stored) {
        var entries = stored.getList("entries", Document.class, List.of()).stream()
                .map(entry -> new Entry(
                        entry.getString("by"), instant(entry, "at"), because(entry), SealedDocuments.read(entry)))
                .toList();
        var pain = new EnumMap<Moment, SealedFields>(Moment.class);
        for (var level : stored.get("pain", new Document()).entrySet()) {
            pain.put(Moment.valueOf(level.getKey()), SealedDocuments.read((Document) level.getValue()));
        }
        return new SessionRecord(
                BookingId.of(stored.getString("bookingId")),
                stored.getInteger("number"),
                ClientId.of(stored.getString("clientId")),
                stored.getLong("version"),
                instant(stored, "start"),
                entries,
                pain);
    }

    private static @Nullable SealedFields because(Document entry) {
        // For a while it was kept in clear: what was is not told to anybody any more.
        return entry.get("because") instanceof Document sealed ? SealedDocuments.read(sealed) : null;
    }

    private static Instant instant(Document stored, String name) {
        return stored.getDate(name).toInstant();
    }

    private void ensureIndex() {
        if (indexed) return;
        sessions.createIndex(Indexes.ascending("clientId", "start"));
        indexed = true;
    }
}
