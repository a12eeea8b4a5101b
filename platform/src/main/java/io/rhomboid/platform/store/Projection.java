package io.rhomboid.platform.store;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

/**
 * A copy of somebody else's state that only ever grows newer: {@code {_id, version, …}}. A repeated, reordered or
 * replayed event changes nothing, whoever applies it and how often.
 */
public final class Projection {

    private final MongoCollection<Document> collection;

    public Projection(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Keeps this state if it is newer than what is known; false if it is not, and nothing has changed. */
    public boolean apply(String id, long version, Bson... updates) {
        var changes = new ArrayList<>(List.of(updates));
        changes.add(Updates.set("version", version));
        try {
            var result = collection.updateOne(
                    and(eq("_id", id), lt("version", version)),
                    Updates.combine(changes),
                    new UpdateOptions().upsert(true));
            return result.getModifiedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            // The upsert found no older version and ran into the one that is there.
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }
}
