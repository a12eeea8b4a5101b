package io.rhomboid.notification.recipient.mongo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Lately;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

/**
 * Collection {@code bounces}: {@code {_id: SHA-256 of the address, at}}. Nobody's address can be read from it.
 *
 * <p>Nearly every mail arrives, and there is nothing to forget: which bounces there are is known here as of ten seconds ago
 * at the latest, and a mail that arrives asks the store only about an address among them.
 */
public final class MongoBounces implements Bounces {

    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final MongoCollection<Document> collection;
    private final Set<Long> noted = ConcurrentHashMap.newKeySet();
    private final Lately<String, Instant> looked = new Lately<>(Duration.ofSeconds(10));
    private volatile Instant latest = Instant.EPOCH;

    public MongoBounces(MongoDatabase database) {
        this.collection = database.getCollection("bounces");
    }

    @Override
    public boolean has(String address) {
        return collection.find(eq("_id", id(address))).first() != null;
    }

    @Override
    public void note(String address, Instant at) {
        noted.add(brief(id(address)));
        collection.updateOne(
                eq("_id", id(address)), Updates.setOnInsert("at", Date.from(at)), new UpdateOptions().upsert(true));
    }

    @Override
    public void forget(String address) {
        looked.get("", _ -> look());
        if (noted.contains(brief(id(address)))) collection.deleteOne(eq("_id", id(address)));
    }

    /** Those that others have noted since; of one that was forgotten since, a needless question is all that comes. */
    private Instant look() {
        for (var one : collection.find(gt("at", Date.from(latest.minus(OVERLAP))))) {
            noted.add(brief(one.getString("_id")));
            var at = one.getDate("at").toInstant();
            if (at.isAfter(latest)) latest = at;
        }
        return latest;
    }

    /** Of many addresses two may have the same. */
    private static Long brief(String id) {
        return Long.parseUnsignedLong(id, 0, 16, 16);
    }

    private static String id(String address) {
        try {
            var bytes = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
