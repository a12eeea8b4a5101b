package io.rhomboid.keeping;

import java.time.Instant;
import java.util.Date;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;

/**
 * What a restore begins, noted in each database: collection {@code epochs},
 * {@code {_id: "now", number, takenAt, restoredAt, whole}}. The services raise their versions by it, and do not start
 * before {@code whole} is true.
 */
record Epoch(long number, Instant takenAt, Instant restoredAt) {

    static final String COLLECTION = "epochs";

    /** 0 where nothing was ever brought back. */
    static long of(MongoDatabase database) {
        var noted = database.getCollection(COLLECTION)
                .find(Filters.eq("_id", "now"))
                .first();
        return noted == null ? 0 : noted.getLong("number");
    }

    void begin(MongoDatabase database) {
        note(database, false);
    }

    void isWhole(MongoDatabase database) {
        note(database, true);
    }

    private void note(MongoDatabase database, boolean whole) {
        database.getCollection(COLLECTION)
                .replaceOne(
                        Filters.eq("_id", "now"),
                        new Document("number", number)
                                .append("takenAt", Date.from(takenAt))
                                .append("restoredAt", Date.from(restoredAt))
                                .append("whole", whole),
                        new ReplaceOptions().upsert(true));
    }
}
