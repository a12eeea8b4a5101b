package io.rhomboid.signin.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.types.Binary;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;

/**
 * Codes on their way by mail, each good once, for ten minutes and five tries.
 *
 * <pre>{@code {_id: "<ticket>", email, code: <SHA-256 of ticket and code>, tries: 0, until}}</pre>
 *
 * <p>The ticket stays with the browser that asked: a code alone, read over somebody's shoulder, is worth nothing.
 */
public final class Codes {

    public static final Duration LIFE = Duration.ofMinutes(10);
    static final int TRIES = 5;

    private static final int ENDS = 100_000_000;

    private final MongoCollection<Document> collection;
    private final SecureRandom random = new SecureRandom();

    public Codes(MongoDatabase database) {
        collection = database.getCollection("codes");
    }

    /**
     * @param ticket for the browser that asked
     * @param digits eight, for the mail
     */
    public record Code(String ticket, String digits) {}

    public Code issue(String email, Instant now) {
        var ticket = new byte[16];
        random.nextBytes(ticket);
        var code = new Code(HexFormat.of().formatHex(ticket), "%08d".formatted(random.nextInt(ENDS)));
        collection.insertOne(new Document("_id", code.ticket())
                .append("email", email)
                .append("code", new Binary(hash(code.ticket(), code.digits())))
                .append("tries", 0)
                .append("until", Date.from(now.plus(LIFE))));
        return code;
    }

    /** Whether this is the code; if it is, it is used up. Every call is one of its few tries. */
    public boolean redeem(String ticket, String email, String digits, Instant now) {
        var tried = collection.findOneAndUpdate(
                and(eq("_id", ticket), eq("email", email), lt("tries", TRIES), gt("until", Date.from(now))),
                inc("tries", 1));
        if (tried == null) return false;
        var wanted = tried.get("code", Binary.class).getData();
        if (!MessageDigest.isEqual(wanted, hash(ticket, digits))) return false;
        return collection.deleteOne(eq("_id", ticket)).getDeletedCount() == 1;
    }

    /** Removes those that are over. */
    public void sweep(Instant now) {
        collection.deleteMany(lt("until", Date.from(now)));
    }

    private static byte[] hash(String ticket, String digits) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((ticket + ":" + digits).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
