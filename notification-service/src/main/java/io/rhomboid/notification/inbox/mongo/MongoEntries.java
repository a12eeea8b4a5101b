package io.rhomboid.notification.inbox.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

/**
 * Collection {@code inbox}: {@code {_id, recipient: "client/…", kind, title, text, about?, at, readBy: [person]}}.
 */
public final class MongoEntries implements Entries {

    private final MongoCollection<Document> collection;

    public MongoEntries(MongoDatabase database) {
        this.collection = database.getCollection("inbox");
    }

    @Override
    public void prepare() {
        collection.createIndex(Indexes.ascending("recipient", "at"));
        collection.createIndex(Indexes.ascending("at"));
    }

    @Override
    public boolean add(Entry entry) {
        try {
            collection.insertOne(new Document("_id", entry.id())
                    .append("recipient", entry.recipient().key())
                    .append("kind", entry.kind())
                    .append("title", entry.title())
                    .append("text", entry.text())
                    .append("about", entry.about())
                    .append("at", Date.from(entry.at()))
                    .append("readBy", List.of()));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    private static Bson of(Collection<Subject> recipients) {
        return in("recipient", recipients.stream().map(Subject::key).toList());
    }

    @Override
    public List<Entry> of(Reader reader, Instant before, int most) {
        return collection
                .find(and(of(reader.as()), lt("at", Date.from(before))))
                .sort(Sorts.descending("at", "_id"))
                .limit(most)
                .map(document -> read(
                        document,
                        document.getList("readBy", String.class, List.of()).contains(reader.person())))
                .into(new ArrayList<>());
    }

    @Override
    public long unread(Reader reader) {
        return collection.countDocuments(and(of(reader.as()), ne("readBy", reader.person())));
    }

    @Override
    public boolean read(Reader reader, String id) {
        return collection
                        .updateOne(and(eq("_id", id), of(reader.as())), Updates.addToSet("readBy", reader.person()))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void readAll(Reader reader, Instant upTo) {
        collection.updateMany(
                and(of(reader.as()), lte("at", Date.from(upTo)), ne("readBy", reader.person())),
                Updates.addToSet("readBy", reader.person()));
    }

    @Override
    public List<Entry> after(Collection<Subject> recipients, Instant at) {
        return collection
                .find(and(of(recipients), gt("at", Date.from(at))))
                .sort(Sorts.ascending("at", "_id"))
                .map(document -> read(document, false))
                .into(new ArrayList<>());
    }

    @Override
    public void erase(Subject recipient) {
        collection.deleteMany(eq("recipient", recipient.key()));
    }

    @Override
    public long forgetBefore(Instant at) {
        return collection.deleteMany(lt("at", Date.from(at))).getDeletedCount();
    }

    private static Entry read(Document document, boolean read) {
        return new Entry(
                document.getString("_id"),
                new Subject(document.getString("recipient")),
                document.getString("kind"),
                document.getString("title"),
                document.getString("text"),
                document.getString("about"),
                document.getDate("at").toInstant(),
                read);
    }
}
