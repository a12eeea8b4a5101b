package io.rhomboid.booking.subscription.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.subscription.Subscription;
import io.rhomboid.booking.subscription.SubscriptionId;
import io.rhomboid.booking.subscription.Subscriptions;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;

/**
 * Collection {@code subscriptions}: {@code {_id, therapistId, nextLookAt, addedAt, subscription: {…}, op: {key,
 * bodyHash}}}.
 */
@Component
class MongoSubscriptions implements Subscriptions {

    private final MongoCollection<Document> collection;
    private final JsonDocuments json;

    MongoSubscriptions(MongoDatabase database, JsonDocuments json) {
        this.collection = database.getCollection("subscriptions");
        this.json = json;
    }

    @Override
    public Optional<Kept> find(SubscriptionId id) {
        return Optional.ofNullable(
                        collection.find(Filters.eq("_id", id.toString())).first())
                .map(document -> {
                    var op = document.get("op", Document.class);
                    return new Kept(subscription(document), new Op(op.getString("key"), op.getString("bodyHash")));
                });
    }

    @Override
    public List<Subscription> of(TherapistId therapist) {
        return collection
                .find(Filters.eq("therapistId", therapist.toString()))
                .sort(Sorts.ascending("addedAt"))
                .map(this::subscription)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Subscription subscription, Op op) {
        try {
            collection.insertOne(new Document("_id", subscription.id().toString())
                    .append("therapistId", subscription.therapistId().toString())
                    .append("nextLookAt", Date.from(subscription.nextLookAt()))
                    .append("addedAt", Date.from(subscription.last().at()))
                    .append("subscription", json.toDocument(subscription))
                    .append("op", new Document("key", op.key()).append("bodyHash", op.bodyHash())));
            return true;
        } catch (MongoWriteException e) {
            if (!StoreFaults.isDuplicate(e)) throw e;
            return false;
        }
    }

    @Override
    public void save(Subscription subscription) {
        collection.updateOne(
                Filters.eq("_id", subscription.id().toString()),
                Updates.combine(
                        Updates.set("nextLookAt", Date.from(subscription.nextLookAt())),
                        Updates.set("subscription", json.toDocument(subscription))));
    }

    @Override
    public void remove(SubscriptionId id) {
        collection.deleteOne(Filters.eq("_id", id.toString()));
    }

    @Override
    public List<Subscription> due(Instant now, int most) {
        return collection
                .find(Filters.lte("nextLookAt", Date.from(now)))
                .sort(Sorts.ascending("nextLookAt"))
                .limit(most)
                .map(this::subscription)
                .into(new ArrayList<>());
    }

    private Subscription subscription(Document document) {
        return json.fromDocument(document.get("subscription", Document.class), Subscription.class);
    }
}
