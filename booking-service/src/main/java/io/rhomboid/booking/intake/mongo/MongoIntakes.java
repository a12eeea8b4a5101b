package io.rhomboid.booking.intake.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.intake.Intake;
import io.rhomboid.booking.intake.Intake.HandedIn;
import io.rhomboid.booking.intake.Intakes;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * All intakes, in collection {@code intakes}: {@code {_id: client, version, draft?: {schema, fields},
 * handedIn?: {schema, fields, at, validUntil, consent}, confirmed?: {<booking>: at}, pendingEvents?}};
 * each of {@code fields} is sealed.
 */
@Component
class MongoIntakes implements Intakes {

    private final MongoCollection<Document> intakes;
    private final Outbox outbox;

    MongoIntakes(MongoDatabase database, Outboxes outboxes) {
        this.intakes = database.getCollection("intakes");
        this.outbox = outboxes.open(intakes, Topics.INTAKES);
    }

    @Override
    public Optional<Intake> find(ClientId client) {
        return Optional.ofNullable(intakes.find(eq("_id", client.toString())).first())
                .map(MongoIntakes::intake);
    }

    @Override
    public boolean keepDraft(ClientId client, long expected, SealedFields draft) {
        return write(client, expected, set("draft", SealedDocuments.of(draft)));
    }

    @Override
    public boolean handIn(ClientId client, long expected, HandedIn handedIn) {
        var document = SealedDocuments.of(handedIn.fields())
                .append("at", Date.from(handedIn.at()))
                .append("validUntil", Date.from(handedIn.validUntil()))
                .append("consent", handedIn.consent());
        var told = new IntakeAnswered(client, expected + 1, handedIn.validUntil(), handedIn.at());
        // What was confirmed was something else.
        var written = write(
                client,
                expected,
                combine(set("handedIn", document), unset("draft"), unset("confirmed"), outbox.append(told)));
        if (written) outbox.wake(client.toString());
        return written;
    }

    @Override
    public boolean confirm(ClientId client, long expected, BookingId visit, Instant at) {
        return write(client, expected, set("confirmed." + visit, Date.from(at)));
    }

    private boolean write(ClientId client, long expected, Bson change) {
        if (expected == 0) begin(client);
        return intakes.updateOne(
                                and(eq("_id", client.toString()), eq("version", expected)),
                                combine(set("version", expected + 1), change))
                        .getModifiedCount()
                == 1;
    }

    /** Killed after this, there is one of version 0, as if there were none. */
    private void begin(ClientId client) {
        try {
            intakes.insertOne(new Document("_id", client.toString()).append("version", 0L));
        } catch (MongoWriteException e) {
            if (!StoreFaults.isDuplicate(e)) throw e;
        }
    }

    private static Intake intake(Document stored) {
        var draft = stored.get("draft", Document.class);
        var handedIn = stored.get("handedIn", Document.class);
        var confirmed = new HashMap<BookingId, Instant>();
        for (var visit : stored.get("confirmed", new Document()).entrySet()) {
            confirmed.put(BookingId.of(visit.getKey()), ((Date) visit.getValue()).toInstant());
        }
        return new Intake(
                ClientId.of(stored.getString("_id")),
                stored.getLong("version"),
                draft == null ? null : SealedDocuments.read(draft),
                handedIn(handedIn),
                confirmed);
    }

    private static @Nullable HandedIn handedIn(@Nullable Document stored) {
        return stored == null
                ? null
                : new HandedIn(
                        SealedDocuments.read(stored),
                        stored.getDate("at").toInstant(),
                        stored.getDate("validUntil").toInstant(),
                        stored.getString("consent"));
    }
}
