package io.rhomboid.booking.intake.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.intake.Code;
import io.rhomboid.booking.intake.Code.Codes;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

/**
 * All codes that were sent, in collection {@code intakeCodes}: {@code {_id, clientId, bookingId, expiresAt, triesLeft,
 * used, pendingEvents}}; never the code itself.
 */
@Component
class MongoCodes implements Codes {

    private final MongoCollection<Document> codes;
    private final Outbox outbox;
    private volatile boolean indexed;

    MongoCodes(MongoDatabase database, Outboxes outboxes) {
        this.codes = database.getCollection("intakeCodes");
        this.outbox = outboxes.open(codes, Topics.INTAKE_CODES);
    }

    @Override
    public boolean add(Code code, IntakeCodeAsked event) {
        ensureIndex();
        try {
            codes.insertOne(new Document("_id", code.id().toString())
                    .append("clientId", code.client().toString())
                    .append("bookingId", code.bookingId().toString())
                    .append("expiresAt", Date.from(code.expiresAt()))
                    .append("triesLeft", Code.TRIES)
                    .append("used", false)
                    .append("pendingEvents", List.of(outbox.pending(event))));
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
        outbox.wake(code.id().toString());
        return true;
    }

    @Override
    public long others(IntakeCodeId apartFrom, BookingId booking, Instant now) {
        return codes.countDocuments(and(
                eq("bookingId", booking.toString()), ne("_id", apartFrom.toString()), gt("expiresAt", Date.from(now))));
    }

    @Override
    public @Nullable Code tryOnce(IntakeCodeId id, Instant now) {
        var stored = codes.findOneAndUpdate(
                and(eq("_id", id.toString()), eq("used", false), gt("triesLeft", 0), gt("expiresAt", Date.from(now))),
                inc("triesLeft", -1));
        return stored == null
                ? null
                : new Code(
                        id,
                        ClientId.of(stored.getString("clientId")),
                        BookingId.of(stored.getString("bookingId")),
                        stored.getDate("expiresAt").toInstant());
    }

    @Override
    public boolean use(IntakeCodeId id) {
        return codes.updateOne(and(eq("_id", id.toString()), eq("used", false)), set("used", true))
                        .getModifiedCount()
                == 1;
    }

    private void ensureIndex() {
        if (indexed) return;
        codes.createIndex(Indexes.ascending("bookingId"));
        indexed = true;
    }
}
