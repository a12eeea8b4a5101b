package io.rhomboid.platform.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.kafka.annotation.KafkaListener;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.Projection;

import static com.mongodb.client.model.Filters.eq;

/**
 * Who belongs to which clinic, as topic {@code members} told it: {@code {_id: subject, version, told: {…}}}. Read for
 * each request, so that every instance knows what one of them was told.
 */
class KeptMembers implements Memberships, Staff {

    private final MongoCollection<Document> collection;
    private final Projection kept;
    private final JsonDocuments json;
    private final EventReader events;

    KeptMembers(MongoCollection<Document> collection, JsonDocuments json, EventReader events) {
        this.collection = collection;
        this.kept = new Projection(collection);
        this.json = json;
        this.events = events;
    }

    @Override
    public List<Membership> of(String subject) {
        var known = collection.find(eq("_id", subject)).first();
        return known == null
                ? List.of()
                : json.fromDocument(known.get("told", Document.class), MembershipsChanged.class)
                        .memberships();
    }

    @Override
    public Map<String, Membership> of(ClinicId clinic) {
        var found = new HashMap<String, Membership>();
        for (var known : collection.find(eq("told.memberships.clinicId", clinic.toString()))) {
            json.fromDocument(known.get("told", Document.class), MembershipsChanged.class).memberships().stream()
                    .filter(one -> one.clinicId().equals(clinic))
                    .forEach(one -> found.put(known.getString("_id"), one));
        }
        return found;
    }

    // Databases are as many as there are deployments, and tests.
    @KafkaListener(id = "members", groupId = "#{@database.name}.members", topics = Topics.MEMBERS)
    void on(ConsumerRecord<String, byte[]> message) {
        var event = events.read(message, StaffEvent.class);
        switch (event) {
            case null -> {}
            case MembershipsChanged changed ->
                kept.apply(changed.person(), changed.version(), Updates.set("told", json.toDocument(changed)));
        }
    }
}
