package io.rhomboid.signin.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

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
        try {
            return increment(id, now) <= most;
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
            return increment(id, now) <= most; // two were the first at once
        }
    }

    /** Takes one back that has turned out well. */
    public void takeBack(String what, String who, Instant now) {
        collection.updateOne(eq("_id", id(what, who, now)), inc("count", -1));
    }

    private static String id(String what, String who, Instant now) {
        return what + "/" + sha256(who) + "/" + now.getEpochSecond() / WINDOW.toSeconds();
    }

    private int increment(String id, Instant now) {
        var counted = collection.findOneAndUpdate(
                eq("_id", id),
                combine(inc("count", 1), setOnInsert("until", Date.from(now.plus(WINDOW)))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return counted == null ? Integer.MAX_VALUE : counted.getInteger("count");
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
