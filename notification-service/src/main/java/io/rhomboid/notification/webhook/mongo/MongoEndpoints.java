package io.rhomboid.notification.webhook.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.webhook.Endpoint;
import io.rhomboid.notification.webhook.Endpoint.Disabled;
import io.rhomboid.notification.webhook.Endpoint.Why;
import io.rhomboid.notification.webhook.EndpointId;
import io.rhomboid.notification.webhook.Endpoints;
import io.rhomboid.notification.webhook.EventType;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.toSet;

/**
 * Collection {@code webhooks}:
 *
 * <pre>{@code
 * {_id, version, clinicId, address, description?, types: ["booking.confirmed"], keyNumber, formerKeyUntil?,
 *  disabled?: {at, reason}, failingSince?, createdAt, bodyHash}
 * }</pre>
 */
public final class MongoEndpoints implements Endpoints {

    private final MongoCollection<Document> collection;

    public MongoEndpoints(MongoDatabase database) {
        this.collection = database.getCollection("webhooks");
    }

    @Override
    public Optional<Kept> find(EndpointId id) {
        return Optional.ofNullable(collection.find(eq("_id", id.toString())).first())
                .map(document -> new Kept(read(document), document.getString("bodyHash")));
    }

    @Override
    public List<Endpoint> of(ClinicId clinic) {
        return collection
                .find(eq("clinicId", clinic.toString()))
                .sort(Sorts.ascending("createdAt"))
                .map(MongoEndpoints::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Endpoint> disabledSince(Instant at) {
        return collection
                .find(gte("disabled.at", Date.from(at)))
                .map(MongoEndpoints::read)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Endpoint endpoint, String bodyHash) {
        try {
            collection.insertOne(new Document("_id", endpoint.id().toString())
                    .append("version", endpoint.version())
                    .append("clinicId", endpoint.clinicId().toString())
                    .append("address", endpoint.address().toString())
                    .append("description", endpoint.description())
                    .append(
                            "types",
                            endpoint.types().stream().map(EventType::wire).toList())
                    .append("keyNumber", endpoint.keyNumber())
                    .append("createdAt", Date.from(endpoint.createdAt()))
                    .append("bodyHash", bodyHash));
            return true;
        } catch (MongoWriteException e) {
            if (!StoreFaults.isDuplicate(e)) throw e;
            return false;
        }
    }

    @Override
    public boolean save(Endpoint endpoint) {
        var disabled = endpoint.disabled();
        return collection
                        .updateOne(
                                and(eq("_id", endpoint.id().toString()), eq("version", endpoint.version() - 1)),
                                Updates.combine(
                                        Updates.set("version", endpoint.version()),
                                        Updates.set("keyNumber", endpoint.keyNumber()),
                                        Updates.set("formerKeyUntil", date(endpoint.formerKeyUntil())),
                                        disabled == null
                                                ? Updates.combine(
                                                        Updates.unset("disabled"),
                                                        endpoint.failingSince() == null
                                                                ? Updates.unset("failingSince")
                                                                : Updates.combine())
                                                : Updates.set(
                                                        "disabled",
                                                        new Document("at", Date.from(disabled.at()))
                                                                .append(
                                                                        "reason",
                                                                        disabled.why()
                                                                                .words()))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public boolean remove(EndpointId id, long version) {
        return collection
                        .deleteOne(and(eq("_id", id.toString()), eq("version", version)))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void failing(EndpointId id, Instant at) {
        collection.updateOne(
                and(eq("_id", id.toString()), exists("failingSince", false)),
                Updates.set("failingSince", Date.from(at)));
    }

    @Override
    public void well(EndpointId id) {
        collection.updateOne(eq("_id", id.toString()), Updates.unset("failingSince"));
    }

    @Override
    public boolean belongs(EndpointId id, Collection<ClinicId> clinics) {
        return collection
                        .find(and(
                                eq("_id", id.toString()),
                                in(
                                        "clinicId",
                                        clinics.stream().map(ClinicId::toString).toList())))
                        .first()
                != null;
    }

    private static Endpoint read(Document document) {
        var disabled = document.get("disabled", Document.class);
        return new Endpoint(
                EndpointId.of(document.getString("_id")),
                document.getLong("version"),
                ClinicId.of(document.getString("clinicId")),
                java.net.URI.create(document.getString("address")),
                document.getString("description"),
                document.getList("types", String.class).stream()
                        .map(EventType::of)
                        .collect(toSet()),
                document.getLong("keyNumber"),
                instant(document, "formerKeyUntil"),
                disabled == null
                        ? null
                        : new Disabled(disabled.getDate("at").toInstant(), Why.saying(disabled.getString("reason"))),
                instant(document, "failingSince"),
                document.getDate("createdAt").toInstant());
    }

    private static @Nullable Instant instant(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
