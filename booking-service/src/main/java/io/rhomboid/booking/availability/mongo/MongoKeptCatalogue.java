package io.rhomboid.booking.availability.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.KeptCatalogue;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.Projection;

/**
 * Documents {@code {_id: "clinic/<id>", version, kind: "clinic", state: {…}}}, and one
 * {@code {_id: "complete", version: 1}} once the topics have been read to their end.
 */
@Component
class MongoKeptCatalogue implements KeptCatalogue {

    private static final Logger log = LoggerFactory.getLogger(MongoKeptCatalogue.class);
    private static final String CLINIC = "clinic";
    private static final String TREATMENT = "treatment";
    private static final String THERAPIST = "therapist";
    private static final String COMPLETE = "complete";

    private final MongoCollection<Document> collection;
    private final Projection projection;
    private final JsonDocuments documents;

    MongoKeptCatalogue(MongoDatabase database, JsonDocuments documents) {
        this.collection = database.getCollection("catalogue");
        this.projection = new Projection(collection);
        this.documents = documents;
    }

    @Override
    public void keep(ClinicId id, long version, Clinic clinic) {
        keep(CLINIC, id, version, clinic);
    }

    @Override
    public void keep(TreatmentCode code, long version, Treatment treatment) {
        keep(TREATMENT, code, version, treatment);
    }

    @Override
    public void keep(TherapistId id, long version, Therapist therapist) {
        keep(THERAPIST, id, version, therapist);
    }

    private void keep(String kind, Object id, long version, Object state) {
        projection.apply(
                key(kind, id), version, Updates.set("kind", kind), Updates.set("state", documents.toDocument(state)));
    }

    @Override
    public void remove(ClinicId id) {
        remove(CLINIC, id);
    }

    @Override
    public void remove(TreatmentCode code) {
        remove(TREATMENT, code);
    }

    @Override
    public void remove(TherapistId id) {
        remove(THERAPIST, id);
    }

    private void remove(String kind, Object id) {
        collection.deleteOne(Filters.eq("_id", key(kind, id)));
    }

    @Override
    public void markComplete() {
        projection.apply(COMPLETE, 1);
    }

    @Override
    public void tell(Availability availability) {
        // Asked first: what is kept after that has been told by then, or will be by the topics.
        boolean complete = collection.find(Filters.eq("_id", COMPLETE)).first() != null;
        for (var document : collection.find(Filters.ne("_id", COMPLETE))) {
            long version = document.get("version", Number.class).longValue();
            var id = document.getString("_id");
            id = id.substring(id.indexOf('/') + 1);
            var state = document.get("state", Document.class);
            try {
                switch (document.getString("kind")) {
                    case CLINIC ->
                        availability.tell(ClinicId.of(id), version, documents.fromDocument(state, Clinic.class));
                    case TREATMENT ->
                        availability.tell(
                                TreatmentCode.of(id), version, documents.fromDocument(state, Treatment.class));
                    case THERAPIST ->
                        availability.tell(TherapistId.of(id), version, documents.fromDocument(state, Therapist.class));
                    default -> throw new IllegalArgumentException("unknown kind");
                }
            } catch (RuntimeException e) {
                // The rest must not suffer; the topic, which is read from its beginning, will tell it again.
                log.error("Kept {} can't be read and is passed over", document.getString("_id"), e);
            }
        }
        if (complete) availability.catalogueIsComplete();
    }

    private static String key(String kind, Object id) {
        return kind + "/" + id;
    }
}
