package io.rhomboid.notification.push.mongo;

import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;

import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.push.Subscription;
import io.rhomboid.notification.push.Subscriptions;
import io.rhomboid.notification.recipient.Subject;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** Collection {@code pushSubscriptions}: {@code {_id, person, as: ["client/…"], endpoint, p256dh, auth, at}}. */
public final class MongoSubscriptions implements Subscriptions {

    private static final int MOST_OF_ONE = 10;

    private final MongoCollection<Document> collection;
    private volatile boolean indexed;

    public MongoSubscriptions(MongoDatabase database) {
        this.collection = database.getCollection("pushSubscriptions");
    }

    @Override
    public void keep(Subscription subscription) {
        if (!indexed) {
            collection.createIndex(Indexes.ascending("as"));
            collection.createIndex(Indexes.ascending("person"));
            indexed = true;
        }
        collection.replaceOne(
                eq("_id", subscription.id()),
                new Document("_id", subscription.id())
                        .append("person", subscription.owner().person())
                        .append(
                                "as",
                                subscription.owner().as().stream()
                                        .map(Subject::key)
                                        .toList())
                        .append("endpoint", subscription.endpoint().toString())
                        .append("p256dh", subscription.keys().p256dh())
                        .append("auth", subscription.keys().auth())
                        .append("at", Date.from(subscription.at())),
                new ReplaceOptions().upsert(true));
        of(subscription.owner().person()).stream().skip(MOST_OF_ONE).forEach(this::remove);
    }

    @Override
    public List<Subscription> of(String person) {
        return collection
                .find(eq("person", person))
                .sort(Sorts.descending("at"))
                .map(MongoSubscriptions::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Subscription> of(Subject recipient) {
        return collection
                .find(eq("as", recipient.key()))
                .map(MongoSubscriptions::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean remove(String person, String id) {
        return collection.deleteOne(and(eq("_id", id), eq("person", person))).getDeletedCount() == 1;
    }

    @Override
    public void remove(Subscription subscription) {
        collection.deleteOne(eq("_id", subscription.id()));
    }

    @Override
    public void erase(Subject recipient) {
        collection.deleteMany(eq("as", recipient.key()));
    }

    private static Subscription read(Document document) {
        return new Subscription(
                document.getString("_id"),
                URI.create(document.getString("endpoint")),
                new Subscription.Keys(document.getString("p256dh"), document.getString("auth")),
                new Reader(
                        document.getString("person"),
                        document.getList("as", String.class).stream()
                                .map(Subject::new)
                                .collect(Collectors.toSet())),
                document.getDate("at").toInstant());
    }
}
