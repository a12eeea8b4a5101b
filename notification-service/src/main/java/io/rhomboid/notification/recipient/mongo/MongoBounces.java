package io.rhomboid.notification.recipient.mongo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.notification.recipient.Bounces;

import static com.mongodb.client.model.Filters.eq;

/** Collection {@code bounces}: {@code {_id: SHA-256 of the address, at}}. Nobody's address can be read from it. */
public final class MongoBounces implements Bounces {

    private final MongoCollection<Document> collection;

    public MongoBounces(MongoDatabase database) {
        this.collection = database.getCollection("bounces");
    }

    @Override
    public boolean has(String address) {
        return collection.find(eq("_id", id(address))).first() != null;
    }

    @Override
    public void note(String address, Instant at) {
        collection.updateOne(
                eq("_id", id(address)), Updates.setOnInsert("at", Date.from(at)), new UpdateOptions().upsert(true));
    }

    @Override
    public void forget(String address) {
        collection.deleteOne(eq("_id", id(address)));
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
