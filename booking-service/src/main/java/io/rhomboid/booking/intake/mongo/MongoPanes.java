package io.rhomboid.booking.intake.mongo;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.BsonType;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.intake.Glass;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Updates.unset;

/**
 * All that was broken, in collection {@code glasses}: {@code {_id: alert, bookingId, subject, words: {<client>: {schema,
 * fields}}, brokenAt, pendingEvents}}; each of {@code fields} is sealed.
 */
@Component
class MongoPanes implements Glass.Panes {

    private final MongoCollection<Document> glasses;
    private final Outbox outbox;
    private volatile boolean indexed;

    MongoPanes(MongoDatabase database, Outboxes outboxes) {
        this.glasses = database.getCollection("glasses");
        this.outbox = outboxes.open(glasses, Topics.ALERTS);
    }

    @Override
    public boolean add(Glass glass, GlassBroken alert) {
        ensureIndex();
        var words = new Document();
        glass.words().forEach((client, fields) -> words.append(client.toString(), SealedDocuments.of(fields)));
        try {
            glasses.insertOne(new Document("_id", alert.key())
                    .append("bookingId", glass.booking().toString())
                    .append("subject", glass.subject())
                    .append("words", words)
                    .append("brokenAt", Date.from(glass.brokenAt()))
                    .append("pendingEvents", List.of(outbox.pending(alert))));
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
        outbox.wake(alert.key());
        return true;
    }

    @Override
    public Optional<Glass> find(AlertId alert) {
        return Optional.ofNullable(glasses.find(eq("_id", alert.toString())).first())
                .map(MongoPanes::glass);
    }

    @Override
    public Optional<Glass> last(BookingId booking, String subject) {
        return Optional.ofNullable(glasses.find(and(eq("bookingId", booking.toString()), eq("subject", subject)))
                        .sort(Sorts.descending("brokenAt"))
                        .first())
                .map(MongoPanes::glass);
    }

    private static Glass glass(Document stored) {
        var words = new HashMap<ClientId, SealedFields>();
        if (stored.get("words") instanceof Document all) {
            all.forEach((client, fields) -> words.put(ClientId.of(client), SealedDocuments.read((Document) fields)));
        }
        return new Glass(
                BookingId.of(stored.getString("bookingId")),
                stored.getString("subject"),
                words,
                stored.getDate("brokenAt").toInstant());
    }

    private void ensureIndex() {
        if (indexed) return;
        // For a while they were kept in clear. Whoever broke that glass breaks it again; the client's record has the
        // words.
        glasses.updateMany(type("words", BsonType.STRING), unset("words"));
        glasses.createIndex(Indexes.ascending("bookingId", "subject"));
        indexed = true;
    }
}
