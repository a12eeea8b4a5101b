package io.rhomboid.booking.calendar.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.calendar.Feed;
import io.rhomboid.booking.calendar.FeedId;
import io.rhomboid.booking.calendar.Feeds;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/**
 * All feeds, in collection {@code calendars}: {@code {_id, version, kind, owner, createdAt, tokenHash, tokenSince, bodyHash}}.
 */
@Component
public class MongoFeeds implements Feeds {

    private final MongoCollection<Document> feeds;
    private volatile boolean indexed;

    MongoFeeds(MongoDatabase database) {
        this.feeds = database.getCollection("calendars");
    }

    @Override
    public Optional<Kept> find(FeedId id) {
        return Optional.ofNullable(feeds.find(eq("_id", id.toString())).first())
                .map(stored -> new Kept(feed(stored), stored.getString("bodyHash")));
    }

    @Override
    public Optional<Feed> openedBy(String tokenHash) {
        return Optional.ofNullable(feeds.find(eq("tokenHash", tokenHash)).first())
                .map(MongoFeeds::feed);
    }

    @Override
    public List<Feed> of(Whose whose) {
        return feeds.find(and(
                        eq("kind", whose.kind().name()),
                        eq("owner", whose.uuid().toString())))
                .sort(Sorts.ascending("createdAt", "_id"))
                .map(MongoFeeds::feed)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Feed feed, String tokenHash, String bodyHash) {
        ensureIndexes();
        try {
            feeds.insertOne(new Document("_id", feed.id().toString())
                    .append("version", feed.version())
                    .append("kind", feed.whose().kind().name())
                    .append("owner", feed.whose().uuid().toString())
                    .append("createdAt", Date.from(feed.createdAt()))
                    .append("tokenHash", tokenHash)
                    .append("tokenSince", Date.from(feed.tokenSince()))
                    .append("bodyHash", bodyHash));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public boolean changeToken(Feed feed, String tokenHash) {
        return feeds.updateOne(
                                ofVersion(feed.id(), feed.version() - 1),
                                combine(
                                        set("version", feed.version()),
                                        set("tokenHash", tokenHash),
                                        set("tokenSince", Date.from(feed.tokenSince()))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public boolean remove(FeedId id, long version) {
        return feeds.deleteOne(ofVersion(id, version)).getDeletedCount() == 1;
    }

    private static Bson ofVersion(FeedId id, long version) {
        return and(eq("_id", id.toString()), eq("version", version));
    }

    private static Feed feed(Document stored) {
        return new Feed(
                new FeedId(UUID.fromString(stored.getString("_id"))),
                stored.getLong("version"),
                Whose.of(Whose.Kind.valueOf(stored.getString("kind")), UUID.fromString(stored.getString("owner"))),
                stored.getDate("createdAt").toInstant(),
                stored.getDate("tokenSince").toInstant());
    }

    private void ensureIndexes() {
        if (indexed) return;
        feeds.createIndex(Indexes.ascending("tokenHash"), new IndexOptions().unique(true));
        feeds.createIndex(Indexes.ascending("owner"));
        indexed = true;
    }
}
