package io.rhomboid.notification.webhook.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.notification.webhook.EndpointId;
import io.rhomboid.notification.webhook.Message;
import io.rhomboid.notification.webhook.Message.State;
import io.rhomboid.notification.webhook.Messages;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

/**
 * Collection {@code webhookMessages}:
 *
 * <pre>{@code
 * {_id: "<endpoint>:<webhook id>", endpointId, webhookId, type, body, state, attempts, recordedAt, nextAttemptAt,
 *  lease?: {owner, until}, status?, reason?, sentAt?}
 * }</pre>
 *
 * The unique {@code _id} keeps a fact that is told twice from being sent twice.
 */
public final class MongoMessages implements Messages {

    private final MongoCollection<Document> collection;

    public MongoMessages(MongoDatabase database) {
        this.collection = database.getCollection("webhookMessages");
    }

    @Override
    public void prepare() {
        collection.createIndex(Indexes.ascending("state", "nextAttemptAt"));
        collection.createIndex(Indexes.ascending("endpointId", "recordedAt"));
    }

    @Override
    public boolean add(Message message) {
        try {
            collection.insertOne(new Document("_id", message.id())
                    .append("endpointId", message.endpointId().toString())
                    .append("webhookId", message.webhookId())
                    .append("type", message.type())
                    .append("body", message.body())
                    .append("state", message.state().name())
                    .append("attempts", message.attempts())
                    .append("recordedAt", Date.from(message.recordedAt()))
                    .append("nextAttemptAt", Date.from(message.nextAttemptAt())));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    private static Bson isDue(Instant now) {
        return and(eq("state", State.DUE.name()), lte("nextAttemptAt", Date.from(now)), isFree(now));
    }

    private static Bson isFree(Instant now) {
        return or(eq("lease", null), lte("lease.until", Date.from(now)));
    }

    @Override
    public List<EndpointId> waiting(Instant now) {
        return collection
                .distinct("endpointId", isDue(now), String.class)
                .map(EndpointId::of)
                .into(new ArrayList<>());
    }

    @Override
    public List<Message> due(EndpointId endpoint, Instant now, int most) {
        return collection
                .find(and(eq("endpointId", endpoint.toString()), isDue(now)))
                .sort(Sorts.ascending("nextAttemptAt"))
                .limit(most)
                .map(MongoMessages::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean take(Message message, String owner, Instant now, Instant until) {
        return collection
                        .updateOne(
                                and(
                                        eq("_id", message.id()),
                                        eq("state", State.DUE.name()),
                                        eq("attempts", message.attempts()),
                                        isFree(now)),
                                Updates.set("lease", new Document("owner", owner).append("until", Date.from(until))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void settle(Message message, String owner, Outcome outcome) {
        var mine = outcome.state() == State.SENT ? ne("state", State.SENT.name()) : eq("lease.owner", owner);
        collection.updateOne(
                and(eq("_id", message.id()), mine),
                Updates.combine(
                        Updates.set("state", outcome.state().name()),
                        Updates.set("attempts", outcome.attempts()),
                        outcome.nextAttemptAt() == null
                                ? Updates.combine()
                                : Updates.set("nextAttemptAt", Date.from(outcome.nextAttemptAt())),
                        Updates.set("status", outcome.status()),
                        Updates.set("reason", outcome.reason()),
                        Updates.set("sentAt", outcome.sentAt() == null ? null : Date.from(outcome.sentAt())),
                        Updates.unset("lease")));
    }

    @Override
    public List<Message> of(EndpointId endpoint, int most) {
        return collection
                .find(eq("endpointId", endpoint.toString()))
                .sort(Sorts.descending("recordedAt"))
                .limit(most)
                .map(MongoMessages::read)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Message> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(MongoMessages::read);
    }

    @Override
    public boolean again(Message message, Instant now) {
        return collection
                        .updateOne(
                                and(eq("_id", message.id()), ne("state", State.DUE.name())),
                                Updates.combine(
                                        Updates.set("state", State.DUE.name()),
                                        Updates.set("attempts", 0),
                                        Updates.set("recordedAt", Date.from(now)),
                                        Updates.set("nextAttemptAt", Date.from(now))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void forget(EndpointId endpoint) {
        collection.deleteMany(eq("endpointId", endpoint.toString()));
    }

    @Override
    public long forgetEndedBefore(Instant before) {
        return collection
                .deleteMany(and(ne("state", State.DUE.name()), lt("recordedAt", Date.from(before))))
                .getDeletedCount();
    }

    private static Message read(Document document) {
        var sentAt = document.getDate("sentAt");
        return new Message(
                EndpointId.of(document.getString("endpointId")),
                document.getString("webhookId"),
                document.getString("type"),
                document.getString("body"),
                State.valueOf(document.getString("state")),
                document.getInteger("attempts"),
                document.getDate("recordedAt").toInstant(),
                document.getDate("nextAttemptAt").toInstant(),
                document.getInteger("status"),
                document.getString("reason"),
                sentAt == null ? null : sentAt.toInstant());
    }
}
