package io.rhomboid.notification.recipient.mongo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Lately;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.Projection;

/**
 * One document per client, clinic, therapist and treatment: {@code {_id, version, state}} for the first two (a client has a {@code mailKey}, too),
 * {@code {_id, version, name}} for the others. Of an erased client nothing is left but {@code {_id, version}}.
 *
 * <p>Asked for one of them, it answers as it read them lately.
 */
public final class MongoDirectory implements Directory {

    /** People may be forgotten, and then at once. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    /** Clinics, therapists and treatments are few, are asked for all the time and seldom change. */
    private static final Duration WHILE = Duration.ofSeconds(10);

    private final MongoCollection<Document> clients;
    private final MongoCollection<Document> clinics;
    private final MongoCollection<Document> therapists;
    private final MongoCollection<Document> treatments;
    private final JsonDocuments json;
    private final Lately<ClientId, Optional<Client>> latelyClients = new Lately<>(MOMENT, Optional::isPresent);
    private final Lately<ClinicId, Optional<Clinic>> latelyClinics = new Lately<>(WHILE, Optional::isPresent);
    private final Lately<TherapistId, Optional<String>> latelyTherapists = new Lately<>(WHILE, Optional::isPresent);
    private final Lately<TreatmentCode, Optional<String>> latelyTreatments = new Lately<>(WHILE, Optional::isPresent);
    private volatile boolean indexed;

    public MongoDirectory(MongoDatabase database, JsonDocuments json) {
        this.clients = database.getCollection("clients");
        this.clinics = database.getCollection("clinics");
        this.therapists = database.getCollection("therapists");
        this.treatments = database.getCollection("treatments");
        this.json = json;
    }

    @Override
    public boolean keep(ClientChanged event) {
        var mail = event.client().email();
        var news = new Projection(clients)
                .apply(
                        event.key(),
                        event.version(),
                        Updates.set("state", json.toDocument(event.client())),
                        mail == null ? Updates.unset("mailKey") : Updates.set("mailKey", mailKey(mail)));
        latelyClients.forget(event.clientId());
        return news;
    }

    @Override
    public boolean keep(ClinicChanged event) {
        var news = keep(clinics, event.key(), event.version(), "state", json.toDocument(event.clinic()));
        latelyClinics.forget(event.clinicId());
        return news;
    }

    @Override
    public boolean keep(TherapistChanged event) {
        var news = keep(
                therapists,
                event.key(),
                event.version(),
                "name",
                event.therapist().name());
        latelyTherapists.forget(event.therapistId());
        return news;
    }

    @Override
    public boolean keep(TreatmentChanged event) {
        var news = keep(
                treatments,
                event.key(),
                event.version(),
                "name",
                event.treatment().name());
        latelyTreatments.forget(event.code());
        return news;
    }

    @Override
    public void erase(ClientId id) {
        // What was told before, and is told again by a replay, must not bring them back: not even for a moment.
        clients.replaceOne(
                Filters.eq("_id", id.toString()),
                new Document("version", Long.MAX_VALUE),
                new ReplaceOptions().upsert(true));
        latelyClients.forget(id);
    }

    @Override
    public Optional<Client> client(ClientId id) {
        return latelyClients.get(
                id,
                _ -> find(clients, id)
                        .map(d -> d.get("state", Document.class))
                        .map(state -> json.fromDocument(state, Client.class)));
    }

    @Override
    public Optional<ClientId> clientWith(String mail) {
        if (!indexed) {
            clients.createIndex(Indexes.ascending("mailKey"), new IndexOptions().sparse(true));
            indexed = true;
        }
        return Optional.ofNullable(
                        clients.find(Filters.eq("mailKey", mailKey(mail))).first())
                .map(d -> ClientId.of(d.getString("_id")));
    }

    private static String mailKey(String mail) {
        return mail.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Clinic> clinic(ClinicId id) {
        return latelyClinics.get(
                id, _ -> find(clinics, id).map(d -> json.fromDocument(d.get("state", Document.class), Clinic.class)));
    }

    @Override
    public Map<ClinicId, Clinic> clinics() {
        var all = new HashMap<ClinicId, Clinic>();
        for (var d : clinics.find()) {
            all.put(ClinicId.of(d.getString("_id")), json.fromDocument(d.get("state", Document.class), Clinic.class));
        }
        return all;
    }

    @Override
    public Optional<String> therapistName(TherapistId id) {
        return latelyTherapists.get(id, _ -> find(therapists, id).map(d -> d.getString("name")));
    }

    @Override
    public Optional<String> treatmentName(TreatmentCode code) {
        return latelyTreatments.get(code, _ -> find(treatments, code).map(d -> d.getString("name")));
    }

    private static boolean keep(
            MongoCollection<Document> collection, String id, long version, String field, Object value) {
        return new Projection(collection).apply(id, version, Updates.set(field, value));
    }

    private static Optional<Document> find(MongoCollection<Document> collection, Record id) {
        return Optional.ofNullable(
                collection.find(Filters.eq("_id", id.toString())).first());
    }
}
