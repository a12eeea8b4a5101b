package io.rhomboid.platform.outbox;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** Opens the outboxes of a service, and runs their relays as long as the service runs. */
public final class Outboxes implements SmartLifecycle {

    private final MongoDatabase database;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final OutboxSettings settings;
    private final String source;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<OutboxRelay> relays = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    public Outboxes(
            MongoDatabase database,
            KafkaOperations<String, byte[]> kafka,
            JsonMapper json,
            OutboxSettings settings,
            String source,
            Supplier<@Nullable String> traceparent,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.kafka = kafka;
        this.json = json;
        this.settings = settings;
        this.source = source;
        this.traceparent = traceparent;
        this.clock = clock;
        this.meters = meters;
    }

    /** The outbox of a collection whose ids are strings; its events go to one topic. */
    public Outbox open(MongoCollection<Document> collection, String topic) {
        var name = collection.getNamespace().getCollectionName();
        var lease = new Lease(database.getCollection("leases"), "outbox:" + name, settings.lease(), clock);
        var relay = new OutboxRelay(collection, topic, source, lease, kafka, settings, clock, meters);
        relays.add(relay);
        if (running) relay.start();
        return new Outbox(relay, json, traceparent, null);
    }

    @Override
    public void start() {
        running = true;
        relays.forEach(OutboxRelay::start);
    }

    @Override
    public void stop() {
        running = false;
        relays.forEach(OutboxRelay::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before and stops after the web server, so that what the last requests wrote is still told. */
    @Override
    public int getPhase() {
        return 0;
    }
}
