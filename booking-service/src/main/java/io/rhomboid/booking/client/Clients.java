package io.rhomboid.booking.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.migration.Raising;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/**
 * All clients: {@code {_id, version, mailKey, name, email?, phone, language, pendingEvents}}. Who writes from the same
 * mail address is the same client, until accounts tell people apart; what they say of themselves last is kept. Who
 * leaves none is somebody new each time.
 */
@Component
public class Clients implements Recognition {

    /** Instead of a mail address. */
    private static final String ERASED = "erased:";

    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final Clock clock;
    private volatile boolean indexed;

    Clients(MongoDatabase database, Outboxes outboxes, Clock clock) {
        this.collection = database.getCollection("clients");
        this.outbox = outboxes.open(collection, Topics.CLIENTS);
        this.clock = clock;
    }

    @Override
    public ClientId recognise(Client client) {
        ensureIndex();
        if (client.email() == null) return addUnreachable(client);
        var mailKey = mailKey(client.email());
        while (true) {
            var known = collection.find(eq("mailKey", mailKey)).first();
            var id = known == null ? new ClientId(UUID.randomUUID()) : ClientId.of(known.getString("_id"));
            if (known != null && isSame(client, known)) return id;
            if (known == null ? add(id, mailKey, client) : change(id, known.getLong("version"), client)) {
                outbox.wake(id.toString());
                return id;
            }
        }
    }

    @Override
    public Optional<ClientId> known(Client client) {
        return client.email() == null ? Optional.empty() : known(client.email());
    }

    /** Who has this mail address, if they have been here before. */
    public Optional<ClientId> known(String mail) {
        return Optional.ofNullable(collection.find(eq("mailKey", mailKey(mail))).first())
                .map(known -> ClientId.of(known.getString("_id")));
    }

    private static String mailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Nobody can say whether they have been here before; the index wants each to have another key all the same. */
    private ClientId addUnreachable(Client client) {
        var id = new ClientId(UUID.randomUUID());
        add(id, "none:" + id, client);
        outbox.wake(id.toString());
        return id;
    }

    /** What is known of these; without those that nobody is. */
    public Map<ClientId, Client> find(Collection<ClientId> ids) {
        var found = new HashMap<ClientId, Client>();
        for (var known :
                collection.find(in("_id", ids.stream().map(ClientId::toString).toList()))) {
            found.put(ClientId.of(known.getString("_id")), client(known));
        }
        return found;
    }

    /**
     * Nobody can say any more who this was, and the other services are told: by a tombstone, the last thing that topic
     * {@code clients} keeps of them. Who writes from their mail address again is somebody new.
     */
    public void erase(ClientId id, Instant now) {
        var stored = collection.find(eq("_id", id.toString())).first();
        var version = stored == null ? 1 : stored.getLong("version") + 1;
        collection.updateOne(
                eq("_id", id.toString()),
                combine(
                        set("version", version),
                        set("mailKey", ERASED + id),
                        set("name", ""),
                        set("email", null),
                        set("phone", null),
                        set("language", "en"),
                        outbox.appendTombstone(id.toString(), version, now)),
                new UpdateOptions().upsert(true));
        outbox.wake(id.toString());
    }

    /** Has everybody told once more with a version of this epoch, but for those who were forgotten. */
    public void tellAgain(long epoch) {
        Raising.raise(collection, Filters.empty(), epoch, stored -> {
            if (stored.getString("mailKey").startsWith(ERASED)) return Optional.empty();
            var id = ClientId.of(stored.getString("_id"));
            return Optional.of(outbox.republish(
                    new ClientChanged(id, stored.getLong("version"), client(stored), clock.instant())));
        });
    }

    private boolean add(ClientId id, String mailKey, Client client) {
        var event = new ClientChanged(id, 1, client, clock.instant());
        try {
            collection.insertOne(new Document("_id", id.toString())
                    .append("version", 1L)
                    .append("mailKey", mailKey)
                    .append("name", client.name())
                    .append("email", client.email())
                    .append("phone", client.phone())
                    .append("language", client.language())
                    .append("pendingEvents", List.of(outbox.pending(event))));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    private boolean change(ClientId id, long version, Client client) {
        var result = collection.updateOne(
                and(eq("_id", id.toString()), eq("version", version)),
                combine(
                        set("version", version + 1),
                        set("name", client.name()),
                        set("email", client.email()),
                        set("phone", client.phone()),
                        set("language", client.language()),
                        outbox.append(new ClientChanged(id, version + 1, client, clock.instant()))));
        return result.getModifiedCount() == 1;
    }

    private static Client client(Document stored) {
        return new Client(
                stored.getString("name"),
                stored.getString("email"),
                stored.getString("phone"),
                stored.getString("language"));
    }

    private static boolean isSame(Client client, Document known) {
        return client.name().equals(known.getString("name"))
                && Objects.equals(client.email(), known.getString("email"))
                && Objects.equals(client.phone(), known.getString("phone"))
                && client.language().equals(known.getString("language"));
    }

    private void ensureIndex() {
        if (indexed) return;
        collection.createIndex(Indexes.ascending("mailKey"), new IndexOptions().unique(true));
        indexed = true;
    }
}
