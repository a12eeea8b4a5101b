package io.rhomboid.therapist.licence;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.therapist.LicenceId;

/** Collection {@code licence-evidence}: {@code {_id: "<licence>", type, bytes, handedInAt}}; never in an event. */
@Component
class EvidenceFiles {

    private final MongoCollection<Document> collection;

    EvidenceFiles(MongoDatabase database) {
        this.collection = database.getCollection("licence-evidence");
    }

    Optional<Evidence> find(LicenceId id) {
        return Optional.ofNullable(
                        collection.find(Filters.eq("_id", id.toString())).first())
                .map(document -> new Evidence(
                        MediaType.parseMediaType(document.getString("type")),
                        document.get("bytes", Binary.class).getData(),
                        document.getDate("handedInAt").toInstant()));
    }

    void keep(LicenceId id, MediaType type, byte[] bytes, Instant now) {
        var document = new Document("_id", id.toString())
                .append("type", type.toString())
                .append("bytes", new Binary(bytes))
                .append("handedInAt", Date.from(now));
        collection.replaceOne(Filters.eq("_id", id.toString()), document, new ReplaceOptions().upsert(true));
    }

    /**
     * Removes what belongs to none of these licences any more.
     *
     * @param handedInBefore what came later may belong to a licence that is newer than the list
     */
    void keepOnly(Collection<LicenceId> licences, Instant handedInBefore) {
        collection.deleteMany(Filters.and(
                Filters.nin("_id", licences.stream().map(LicenceId::toString).toList()),
                Filters.lt("handedInAt", Date.from(handedInBefore))));
    }
}
