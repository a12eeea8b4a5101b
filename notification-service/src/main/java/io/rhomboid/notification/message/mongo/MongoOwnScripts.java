package io.rhomboid.notification.message.mongo;

import java.time.Duration;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.message.Language;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.OwnScripts;
import io.rhomboid.notification.recipient.Lately;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** Collection {@code scripts}: {@code {_id: "<clinic>/<kind>/<language>", version, text}}. */
public final class MongoOwnScripts implements OwnScripts {

    private final MongoCollection<Document> collection;
    private final Lately<String, Optional<Own>> lately = new Lately<>(Duration.ofSeconds(10));

    public MongoOwnScripts(MongoDatabase database) {
        this.collection = database.getCollection("scripts");
    }

    private static String id(ClinicId clinic, MessageKind kind, Language language) {
        return clinic + "/" + kind.key() + "/" + language.locale().toLanguageTag();
    }

    private static Bson at(String id, long version) {
        return and(eq("_id", id), eq("version", version));
    }

    /** As they were ten seconds ago at the latest: messages are many, and few clinics have words of their own. */
    @Override
    public Optional<String> of(ClinicId clinic, MessageKind kind, Language language) {
        return lately.get(id(clinic, kind, language), this::find).map(Own::text);
    }

    @Override
    public Optional<Own> find(ClinicId clinic, MessageKind kind, Language language) {
        return find(id(clinic, kind, language));
    }

    private Optional<Own> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(d -> new Own(d.getLong("version"), d.getString("text")));
    }

    @Override
    public boolean keep(ClinicId clinic, MessageKind kind, Language language, Own own) {
        var id = id(clinic, kind, language);
        try {
            return write(id, own);
        } finally {
            lately.forget(id);
        }
    }

    private boolean write(String id, Own own) {
        var written = new Document("_id", id).append("version", own.version()).append("text", own.text());
        if (own.version() > 1) {
            return collection.replaceOne(at(id, own.version() - 1), written).getModifiedCount() == 1;
        }
        try {
            collection.insertOne(written);
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public boolean remove(ClinicId clinic, MessageKind kind, Language language, long version) {
        var id = id(clinic, kind, language);
        var removed = collection.deleteOne(at(id, version)).getDeletedCount() == 1;
        lately.forget(id);
        return removed;
    }
}
