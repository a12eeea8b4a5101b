package io.rhomboid.platform.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Event;

/** Reads what is on a topic as the event it says it is. Fields it does not know are passed over. */
public final class EventReader {

    private final JsonMapper json;

    public EventReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * The event, or null for a tombstone.
     *
     * @throws PoisonEvent if it is no JSON, no event of this family, against the family's rules or under a wrong key
     */
    public <T extends Event> @Nullable T read(ConsumerRecord<String, byte[]> record, Class<T> family) {
        if (record.value() == null) return null;
        T event;
        try {
            event = json.readValue(record.value(), family);
        } catch (JacksonException e) {
            throw new PoisonEvent("not a " + family.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
        if (event == null) throw new PoisonEvent("null instead of a " + family.getSimpleName());
        if (!event.key().equals(record.key())) {
            throw new PoisonEvent("an event about " + event.key() + " under the key " + record.key());
        }
        return event;
    }
}
