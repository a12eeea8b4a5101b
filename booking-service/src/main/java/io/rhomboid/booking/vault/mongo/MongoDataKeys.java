package io.rhomboid.booking.vault.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.bson.types.Binary;

import io.rhomboid.booking.vault.DataKeys;
import io.rhomboid.booking.vault.WrappedKey;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * All data keys, in collection {@code keys} of a database of their own: {@code {_id: client, by, wrapped}}, or
 * {@code {_id: client, forgottenAt}}.
 */
public final class MongoDataKeys implements DataKeys {

    private final MongoCollection<Document> keys;
    private volatile boolean indexed;

    public MongoDataKeys(MongoDatabase database) {
        this.keys = database.getCollection("keys");
    }

    @Override
    public Optional<Kept> find(ClientId owner) {
        return Optional.ofNullable(keys.find(eq("_id", owner.toString())).first())
                .map(MongoDataKeys::kept);
    }

    @Override
    public boolean add(ClientId owner, WrappedKey key) {
        ensureIndex();
        try {
            keys.insertOne(new Document("_id", owner.toString())
                    .append("by", key.by())
                    .append("wrapped", new Binary(key.bytes())));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public boolean replace(ClientId owner, WrappedKey before, WrappedKey key) {
        return keys.updateOne(
                                and(eq("_id", owner.toString()), eq("wrapped", new Binary(before.bytes()))),
                                combine(set("by", key.by()), set("wrapped", new Binary(key.bytes()))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void destroy(ClientId owner, Instant at) {
        keys.updateOne(
                eq("_id", owner.toString()),
                combine(set("forgottenAt", Date.from(at)), unset("by"), unset("wrapped")),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void discard(ClientId owner) {
        keys.deleteOne(and(eq("_id", owner.toString()), exists("forgottenAt", false)));
    }

    @Override
    public List<ClientId> forgotten() {
        return keys.find(exists("forgottenAt"))
                .map(kept -> ClientId.of(kept.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public List<Kept> notBy(String current, int most) {
        return keys.find(and(exists("by"), ne("by", current)))
                .limit(most)
                .map(MongoDataKeys::kept)
                .into(new ArrayList<>());
    }

    private static Kept kept(Document stored) {
        var wrapped = Optional.ofNullable(stored.get("wrapped", Binary.class))
                .map(bytes -> new WrappedKey(stored.getString("by"), bytes.getData()));
        return new Kept(ClientId.of(stored.getString("_id")), wrapped);
    }

    private void ensureIndex() {
        if (indexed) return;
        keys.createIndex(Indexes.ascending("by"));
        indexed = true;
    }
}
