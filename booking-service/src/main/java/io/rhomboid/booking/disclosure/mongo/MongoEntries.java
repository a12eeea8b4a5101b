package io.rhomboid.booking.disclosure.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.disclosure.Disclosure;
import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosure.Words;
import io.rhomboid.booking.disclosure.Disclosures.Entries;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.eq;

/**
 * All entries, in collection {@code disclosures}: {@code {_id: "<client>/<number>", clientId, number, at, role, reader?,
 * what, ground, bookingId?, words?: {schema, fields}, before}}; each of {@code fields} is sealed. The id lets only one be the next.
 */
@Component
class MongoEntries implements Entries {

    private final MongoCollection<Document> entries;
    private volatile boolean indexed;

    MongoEntries(MongoDatabase database) {
        this.entries = database.getCollection("disclosures");
    }

    @Override
    public boolean add(Disclosure entry) {
        ensureIndex();
        try {
            entries.insertOne(new Document("_id", entry.client() + "/" + entry.number())
                    .append("clientId", entry.client().toString())
                    .append("number", entry.number())
                    .append("at", Date.from(entry.at()))
                    .append("role", entry.reader().role().name())
                    .append("reader", entry.reader().id())
                    .append("what", entry.what())
                    .append("ground", entry.ground().name())
                    .append(
                            "bookingId",
                            entry.bookingId() == null ? null : entry.bookingId().toString())
                    .append("words", document(entry.words()))
                    .append("before", entry.before()));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public List<Disclosure> of(ClientId client) {
        return entries.find(eq("clientId", client.toString()))
                .sort(Sorts.ascending("number"))
                .map(MongoEntries::entry)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Disclosure> last(ClientId client) {
        return Optional.ofNullable(entries.find(eq("clientId", client.toString()))
                        .sort(Sorts.descending("number"))
                        .first())
                .map(MongoEntries::entry);
    }

    private static Disclosure entry(Document stored) {
        var booking = stored.getString("bookingId");
        return new Disclosure(
                ClientId.of(stored.getString("clientId")),
                stored.getLong("number"),
                stored.getDate("at").toInstant(),
                new Actor(Actor.Role.valueOf(stored.getString("role")), stored.getString("reader")),
                stored.getString("what"),
                Ground.valueOf(stored.getString("ground")),
                booking == null ? null : BookingId.of(booking),
                words(stored.get("words")),
                stored.getString("before"));
    }

    private static @Nullable Object document(@Nullable Words words) {
        return switch (words) {
            case null -> null;
            case Words.Sealed(var fields) -> SealedDocuments.of(fields);
            case Words.Clear(var text) -> text;
        };
    }

    private static @Nullable Words words(@Nullable Object stored) {
        return switch (stored) {
            case Document fields -> new Words.Sealed(SealedDocuments.read(fields));
            case String clear -> new Words.Clear(clear);
            case null, default -> null;
        };
    }

    private void ensureIndex() {
        if (indexed) return;
        entries.createIndex(Indexes.ascending("clientId", "number"));
        indexed = true;
    }
}
