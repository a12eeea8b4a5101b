package io.rhomboid.platform.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Supplier;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Event;
import io.rhomboid.platform.events.Doer;
import io.rhomboid.platform.events.Republished;

/**
 * The events of one collection that are stored but not told yet. Each waits in the document it is about, in field
 * {@code pendingEvents}, put there by the very write that made it true:
 *
 * <pre>{@code {id, key, type, version, occurredAt, payload?: "<JSON>", traceparent, topic?, doer?, republished?}}</pre>
 *
 * <p>So a fact that was stored will be told, and a fact that is told was stored. Told at least once, in order for
 * each document.
 */
public final class Outbox {

    static final String FIELD = "pendingEvents";

    private final OutboxRelay relay;
    private final JsonMapper json;
    private final Supplier<@Nullable String> traceparent;
    private final @Nullable String topic;

    /** @param topic null for the relay's own */
    Outbox(OutboxRelay relay, JsonMapper json, Supplier<@Nullable String> traceparent, @Nullable String topic) {
        this.relay = relay;
        this.json = json;
        this.traceparent = traceparent;
        this.topic = topic;
    }

    /** For the same collection, told by the same relay, on another topic. */
    public Outbox on(String topic) {
        return new Outbox(relay, json, traceparent, topic);
    }

    /** The event as an element of {@code pendingEvents}, for the insert that makes it true. */
    public Document pending(Event event) {
        return pending(event.key(), event.getClass().getSimpleName(), event.version(), event.occurredAt())
                .append("payload", json.writeValueAsString(event));
    }

    /** The state that came back from a backup, told once more: see {@link Republished}. */
    public Bson republish(Event event) {
        return Updates.push(FIELD, pending(event).append("republished", true));
    }

    /** That what was told under this key is no more: a message without a body, the last that a compacted topic keeps. */
    public Bson appendTombstone(String key, long version, Instant occurredAt) {
        return Updates.push(FIELD, pending(key, "Deleted", version, occurredAt));
    }

    private Document pending(String key, String type, long version, Instant occurredAt) {
        var pending = new Document("id", UUID.randomUUID().toString())
                .append("key", key)
                .append("type", type)
                .append("version", version)
                .append("occurredAt", Date.from(occurredAt))
                .append("traceparent", traceparent.get());
        if (topic != null) pending.append("topic", topic);
        return pending;
    }

    /** Whose doing it was goes along, beside the event: see {@link Doer}. */
    public Document pending(Event event, Doer doer) {
        return pending(event).append("doer", doer.toString());
    }

    /** As {@link #append(Event)}, with whose doing it was. */
    public Bson append(Event event, Doer doer) {
        return Updates.push(FIELD, pending(event, doer));
    }

    /** Puts the event into the document that an update changes. */
    public Bson append(Event event) {
        return Updates.push(FIELD, pending(event));
    }

    /** Has the document's events told now rather than at the next sweep; after the write was acknowledged. */
    public void wake(String documentId) {
        relay.wake(documentId);
    }
}
