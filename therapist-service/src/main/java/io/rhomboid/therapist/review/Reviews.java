package io.rhomboid.therapist.review;

import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Outcome.VersionChanged;
import io.rhomboid.therapist.store.Records;

/** The reviews by what is asked of them, beside their ids. */
@Component
class Reviews {

    static final String COLLECTION = "reviews";

    private final Records<ReviewId, Review> records;
    private final MongoCollection<Document> collection;
    private volatile boolean indexed;

    Reviews(Records<ReviewId, Review> records, MongoDatabase database) {
        this.records = records;
        this.collection = database.getCollection(COLLECTION);
    }

    Optional<Kept<ReviewId, Review>> find(ReviewId id) {
        return records.find(id);
    }

    /** Those of one therapist that can be seen. */
    List<Kept<ReviewId, Review>> visible(TherapistId therapist) {
        return where("therapistId", therapist).stream()
                .filter(kept -> kept.state().isVisible())
                .toList();
    }

    List<Kept<ReviewId, Review>> with(Review.Status status) {
        return where("status", status);
    }

    /** Leaves nothing of this client but numbers. */
    void forget(ClientId client) {
        for (var written : where("clientId", client)) {
            var seen = Optional.of(written);
            while (seen.isPresent()
                    && records.replace(seen.get(), seen.get().state().anonymised()) instanceof VersionChanged) {
                seen = records.find(written.id());
            }
        }
    }

    private List<Kept<ReviewId, Review>> where(String field, Object value) {
        if (!indexed) {
            for (var asked : List.of("therapistId", "status", "clientId")) {
                collection.createIndex(Indexes.ascending("state." + asked));
            }
            indexed = true;
        }
        return records.where(field, value.toString());
    }
}
