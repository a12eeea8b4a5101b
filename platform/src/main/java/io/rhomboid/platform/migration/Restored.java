package io.rhomboid.platform.migration;

import java.time.Instant;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.eq;

/**
 * That this database was brought back from a backup, as whoever brought it back has noted it: collection {@code epochs},
 * {@code {_id: "now", number, takenAt, restoredAt, whole}}.
 *
 * @param epoch that began with it, from 1 on
 * @param takenAt what was acknowledged later is not in it
 */
public record Restored(long epoch, Instant takenAt, Instant restoredAt) {

    /** @throws IllegalStateException while it is not there as a whole */
    static @Nullable Restored in(MongoDatabase database) {
        var noted = database.getCollection("epochs").find(eq("_id", "now")).first();
        if (noted == null) return null;
        if (!noted.getBoolean("whole", false)) {
            throw new IllegalStateException("A restore of database " + database.getName()
                    + " has not come to its end. Begin it once more, with --over.");
        }
        return of(noted);
    }

    private static Restored of(Document noted) {
        return new Restored(
                noted.getLong("number"),
                noted.getDate("takenAt").toInstant(),
                noted.getDate("restoredAt").toInstant());
    }
}
