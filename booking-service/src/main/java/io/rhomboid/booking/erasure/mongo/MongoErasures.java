package io.rhomboid.booking.erasure.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.erasure.Erasure;
import io.rhomboid.booking.erasure.Erasures;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

/**
 * All erasures, in collection {@code erasures}: {@code {_id: client, askedAt, dueAt, doneAt?, receipts: {<service>: at},
 * farewell?: {schema, fields}, completedAt?, pendingEvents?}}; each of {@code fields} is sealed.
 */
@Component
class MongoErasures implements Erasures {

    private final MongoCollection<Document> erasures;
    private final Outbox outbox;

    MongoErasures(MongoDatabase database, Outboxes outboxes) {
        this.erasures = database.getCollection("erasures");
        this.outbox = outboxes.open(erasures, Topics.FAREWELLS);
    }

    @Override
    public Optional<Erasure> find(ClientId client) {
        return Optional.ofNullable(erasures.find(eq("_id", client.toString())).first())
                .map(MongoErasures::erasure);
    }

    @Override
    public void ask(Erasure erasure) {
        erasures.updateOne(
                eq("_id", erasure.client().toString()),
                combine(
                        setOnInsert("askedAt", Date.from(erasure.askedAt())),
                        setOnInsert("dueAt", Date.from(erasure.dueAt()))),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void withdraw(ClientId client) {
        erasures.deleteOne(and(eq("_id", client.toString()), exists("doneAt", false)));
    }

    @Override
    public List<Erasure> due(Instant now, int most) {
        return erasures.find(and(exists("doneAt", false), lte("dueAt", Date.from(now))))
                .limit(most)
                .map(MongoErasures::erasure)
                .into(new ArrayList<>());
    }

    @Override
    public List<Erasure> doneSince(Instant from) {
        return erasures.find(gte("doneAt", Date.from(from)))
                .map(MongoErasures::erasure)
                .into(new ArrayList<>());
    }

    @Override
    public void done(ClientId client, Instant at) {
        erasures.updateOne(eq("_id", client.toString()), set("doneAt", Date.from(at)));
    }

    @Override
    public void receipt(ClientId client, String service, Instant at) {
        erasures.updateOne(eq("_id", client.toString()), set("receipts." + service, Date.from(at)));
    }

    @Override
    public void keepFarewell(ClientId client, SealedFields address) {
        erasures.updateOne(
                and(eq("_id", client.toString()), exists("farewell", false), exists("doneAt", false)),
                set("farewell", SealedDocuments.of(address)));
    }

    @Override
    public Optional<SealedFields> farewell(ClientId client) {
        return Optional.ofNullable(erasures.find(eq("_id", client.toString())).first())
                .map(stored -> stored.get("farewell", Document.class))
                .map(SealedDocuments::read);
    }

    @Override
    public List<Erasure> incomplete(Instant from, int most) {
        return erasures.find(and(gte("doneAt", Date.from(from)), exists("completedAt", false)))
                .limit(most)
                .map(MongoErasures::erasure)
                .into(new ArrayList<>());
    }

    @Override
    public void complete(ClientId client, @Nullable ErasureCompleted told, Instant at) {
        var changes = new ArrayList<>(List.of(set("completedAt", Date.from(at)), unset("farewell")));
        if (told != null) changes.add(outbox.append(told));
        erasures.updateOne(and(eq("_id", client.toString()), exists("completedAt", false)), combine(changes));
        if (told != null) outbox.wake(told.key());
    }

    private static Erasure erasure(Document stored) {
        var receipts = new HashMap<String, Instant>();
        stored.get("receipts", new Document()).forEach((service, at) -> receipts.put(service, ((Date) at).toInstant()));
        return new Erasure(
                ClientId.of(stored.getString("_id")),
                stored.getDate("askedAt").toInstant(),
                stored.getDate("dueAt").toInstant(),
                instant(stored.getDate("doneAt")),
                instant(stored.getDate("completedAt")),
                receipts);
    }

    private static @Nullable Instant instant(@Nullable Date stored) {
        return stored == null ? null : stored.toInstant();
    }
}
