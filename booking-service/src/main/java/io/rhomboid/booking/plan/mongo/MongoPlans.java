package io.rhomboid.booking.plan.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.plan.Plan;
import io.rhomboid.booking.plan.Plan.Nudges;
import io.rhomboid.booking.plan.Plans;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanEvent;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

/**
 * All plans, in collection {@code plans}: {@code {_id, version, clientId, clinicId, therapistId?, treatment, length,
 * since, content: {schema, fields}, endedAt?, nudges?: {dueOn, count, lastAt}, lookAt?, op: {key, bodyHash},
 * pendingEvents}}; each of {@code fields} is sealed. {@code lookAt} is there until it has ended.
 */
@Component
public class MongoPlans implements Plans {

    public static final String COLLECTION = "plans";

    private final MongoCollection<Document> plans;
    private final Outbox outbox;
    private volatile boolean indexed;

    MongoPlans(MongoDatabase database, Outboxes outboxes) {
        this.plans = database.getCollection(COLLECTION);
        this.outbox = outboxes.open(plans, Topics.PLANS);
    }

    @Override
    public Optional<Kept> find(PlanId id) {
        return Optional.ofNullable(plans.find(eq("_id", id.toString())).first()).map(stored -> {
            var op = stored.get("op", Document.class);
            return new Kept(plan(stored), new Op(op.getString("key"), op.getString("bodyHash")));
        });
    }

    @Override
    public List<Plan> of(ClientId client) {
        return plans.find(eq("clientId", client.toString()))
                .sort(Sorts.descending("since", "_id"))
                .map(MongoPlans::plan)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Plan made, Op op, Instant lookAt) {
        ensureIndexes();
        var document = new Document("_id", made.id().toString())
                .append("version", made.version())
                .append("clientId", made.clientId().toString())
                .append("clinicId", made.clinicId().toString())
                .append("treatment", made.treatment().toString())
                .append("length", made.lengthMinutes())
                .append("since", Date.from(made.since()))
                .append("content", SealedDocuments.of(made.content()))
                .append("lookAt", Date.from(lookAt))
                .append("op", new Document("key", op.key()).append("bodyHash", op.bodyHash()))
                .append("pendingEvents", List.of());
        if (made.therapistId() != null)
            document.append("therapistId", made.therapistId().toString());
        try {
            plans.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public boolean save(Plan changed, @Nullable PlanEvent event) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("version", changed.version()));
        updates.add(Updates.set("content", SealedDocuments.of(changed.content())));
        var nudges = changed.nudges();
        if (nudges != null) {
            updates.add(Updates.set(
                    "nudges",
                    new Document("dueOn", nudges.dueOn().toString())
                            .append("count", nudges.count())
                            .append("lastAt", Date.from(nudges.lastAt()))));
        }
        if (changed.endedAt() != null) {
            updates.add(Updates.set("endedAt", Date.from(changed.endedAt())));
            updates.add(Updates.unset("lookAt"));
        }
        if (event != null) updates.add(outbox.append(event));
        var before = and(eq("_id", changed.id().toString()), eq("version", changed.version() - 1));
        if (plans.updateOne(before, Updates.combine(updates)).getMatchedCount() == 0) return false;
        if (event != null) outbox.wake(changed.id().toString());
        return true;
    }

    @Override
    public void lookAgain(Plan plan, Instant at) {
        plans.updateOne(
                and(eq("_id", plan.id().toString()), eq("version", plan.version())),
                Updates.set("lookAt", Date.from(at)));
    }

    @Override
    public List<Plan> toLookAt(Instant now, int limit) {
        ensureIndexes();
        return plans.find(lte("lookAt", Date.from(now)))
                .sort(Sorts.ascending("lookAt"))
                .limit(limit)
                .map(MongoPlans::plan)
                .into(new ArrayList<>());
    }

    private static Plan plan(Document stored) {
        var therapist = stored.getString("therapistId");
        var endedAt = stored.getDate("endedAt");
        var nudges = stored.get("nudges", Document.class);
        return new Plan(
                PlanId.of(stored.getString("_id")),
                stored.getLong("version"),
                ClientId.of(stored.getString("clientId")),
                ClinicId.of(stored.getString("clinicId")),
                therapist == null ? null : TherapistId.of(therapist),
                TreatmentCode.of(stored.getString("treatment")),
                stored.getInteger("length"),
                stored.getDate("since").toInstant(),
                SealedDocuments.read(stored.get("content", Document.class)),
                endedAt == null ? null : endedAt.toInstant(),
                nudges == null
                        ? null
                        : new Nudges(
                                LocalDate.parse(nudges.getString("dueOn")),
                                nudges.getInteger("count"),
                                nudges.getDate("lastAt").toInstant()));
    }

    private void ensureIndexes() {
        if (indexed) return;
        plans.createIndex(Indexes.ascending("clientId"));
        plans.createIndex(
                Indexes.ascending("lookAt"), new IndexOptions().name("held").sparse(true));
        indexed = true;
    }
}
