package io.rhomboid.notification.recipient.mongo;

import java.time.Duration;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.rhomboid.notification.recipient.Lately;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Wishes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** Collection {@code wishes}: {@code {_id: "client/…" | "person/…" | "clinic/…", version, said: {…}}}. */
public final class MongoRecipients implements Recipients {

    private final MongoCollection<Document> collection;
    private final JsonDocuments json;
    private final Lately<Subject, Wishes> lately = new Lately<>(Duration.ofSeconds(2));

    public MongoRecipients(MongoDatabase database, JsonDocuments json) {
        this.collection = database.getCollection("wishes");
        this.json = json;
    }

    @Override
    public Wishes wishes(Subject whose) {
        var known = collection.find(eq("_id", whose.key())).first();
        return known == null ? Wishes.NONE : json.fromDocument(known.get("said", Document.class), Wishes.class);
    }

    @Override
    public Wishes lately(Subject whose) {
        return lately.get(whose, this::wishes);
    }

    @Override
    public boolean keep(Subject whose, Wishes wishes) {
        try {
            return write(whose, wishes);
        } finally {
            lately.forget(whose);
        }
    }

    private boolean write(Subject whose, Wishes wishes) {
        var said = new Document("_id", whose.key())
                .append("version", wishes.version())
                .append("said", json.toDocument(wishes));
        if (wishes.version() > 1) {
            return collection
                            .replaceOne(and(eq("_id", whose.key()), eq("version", wishes.version() - 1)), said)
                            .getModifiedCount()
                    == 1;
        }
        try {
            collection.insertOne(said);
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public void erase(Subject whose) {
        collection.deleteOne(eq("_id", whose.key()));
        lately.forget(whose);
    }
}
