package io.rhomboid.signin.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;

/**
 * How often somebody has tried something, counted in windows of a quarter of an hour, across restarts.
 *
 * <pre>{@code {_id: "<what>/<SHA-256 of who>/<window>", count: 3, until}}</pre>
 */
public final class Tries {

    /** How long somebody who has tried too often waits at most. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final MongoCollection<Document> collection;

    public Tries(MongoDatabase database) {
        collection = database.getCollection("tries");
    }

    /**
     * Counts one more try; false if it is one too many.
     *
     * @param what for example {@code sign-in}
     * @param who whose tries they are: an address of mail or of the net
     */
    public boolean count(String what, String who, int most, Instant now) {
        var id = id(what, who, now);
        var counted = increment(id);
        if (counted == null) {
            begin(id, now);
            counted = increment(id);
        }
        return counted != null && counted.getInteger("count") <= most;
    }

    /** Takes one back that has turned out well. */
    public void takeBack(String what, String who, Instant now) {
        collection.updateOne(eq("_id", id(what, who, now)), inc("count", -1));
    }

    private static String id(String what, String who, Instant now) {
        return what + "/" + sha256(who) + "/" + now.getEpochSecond() / WINDOW.toSeconds();
    }

    private @Nullable Document increment(String id) {
        return collection.findOneAndUpdate(
                eq("_id", id), inc("count", 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    /** By an insert: of two upserts at once, the local store now and then counts only one. */
    private void begin(String id, Instant now) {
        try {
            collection.insertOne(
                    new Document("_id", id).append("count", 0).append("until", Date.from(now.plus(WINDOW))));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
        }
    }

    /** Removes what no longer counts. */
    public void sweep(Instant now) {
        collection.deleteMany(lt("until", Date.from(now)));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
