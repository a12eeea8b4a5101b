package io.rhomboid.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

import io.rhomboid.platform.events.Doer;
import io.rhomboid.platform.events.Republished;

/**
 * Tells Kafka what waits in the documents of one collection.
 *
 * <ol>
 *   <li>Sleeps until a write wakes it, or the next sweep is due.
 *   <li>Takes or keeps the lease; without it only sleeps on: somebody else tells.
 *   <li>Reads the documents (majority), sends each one's events in order, each after the ack of the one before;
 *       different documents side by side.
 *   <li>Pulls what was acknowledged out of the documents.
 * </ol>
 *
 * <p>What was acknowledged is counted: {@code rhomboid.events.told}, by topic and type – bookings made, holds lapsed,
 * reviews written.
 *
 * <p>Killed between 3 and 4, the next relay sends again: a consumer may see an event twice, and never misses one.
 */
final class OutboxRelay {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final String FIELD_ID = Outbox.FIELD + ".id";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MongoCollection<Document> collection;
    private final String topic;
    private final String source;
    private final Lease lease;
    private final KafkaOperations<String, byte[]> kafka;
    private final OutboxSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LinkedBlockingQueue<String> woken = new LinkedBlockingQueue<>();
    private volatile Instant oldestUntold = Instant.MAX;
    private volatile boolean stopping;
    private volatile Thread thread = new Thread();

    OutboxRelay(
            MongoCollection<Document> collection,
            String topic,
            String source,
            Lease lease,
            KafkaOperations<String, byte[]> kafka,
            OutboxSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.collection = collection.withReadConcern(ReadConcern.MAJORITY);
        this.topic = topic;
        this.source = source;
        this.lease = lease;
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        TimeGauge.builder(
                        "rhomboid.outbox.oldest.untold",
                        this,
                        TimeUnit.MILLISECONDS,
                        r -> r.age().toMillis())
                .description("Age of the oldest event that Kafka has not acknowledged yet")
                .tag("topic", topic)
                .register(meters);
    }

    void start() {
        stopping = false;
        thread = Thread.ofVirtual().name("outbox-" + topic).start(this::run);
    }

    /** Tells what is there, then lets another relay in. Interrupted when that takes too long. */
    void stop() {
        stopping = true;
        wake("");
        try {
            if (!thread.join(settings.lease())) thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void wake(String documentId) {
        woken.add(documentId);
    }

    private void run() {
        var nextSweep = Instant.MIN;
        var pause = Duration.ZERO;
        var indexed = false;
        var holding = false;
        while (true) {
            try {
                Thread.sleep(pause);
                if (!indexed) {
                    collection.createIndex(Indexes.ascending(FIELD_ID), new IndexOptions().sparse(true));
                    indexed = true;
                }
                var ids = stopping ? new LinkedHashSet<String>() : awaitWork();
                var sweep = stopping || !clock.instant().isBefore(nextSweep);
                // While somebody else tells, the store is asked once a sweep and not at every write.
                if (holding || sweep) holding = lease.hold();
                if (holding) {
                    if (sweep) sweep();
                    else if (!ids.isEmpty()) tell(Filters.in("_id", ids));
                }
                if (sweep) nextSweep = clock.instant().plus(settings.sweep());
                pause = Duration.ZERO;
                if (stopping) {
                    lease.release();
                    return;
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (stopping) {
                    log.warn("Stopped with untold events of {}; the next relay tells them", topic, e);
                    return;
                }
                pause = longer(pause);
                nextSweep = Instant.MIN;
                log.warn("Could not tell {} events, trying again in {} ms: {}", topic, pause.toMillis(), e.toString());
            }
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2).plusMillis(100);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private LinkedHashSet<String> awaitWork() throws InterruptedException {
        var ids = new LinkedHashSet<String>();
        var first = woken.poll(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return ids;
        ids.add(first);
        woken.drainTo(ids, settings.batch() - 1);
        return ids;
    }

    private void sweep() throws InterruptedException {
        // Greater than the empty string: an index range, where $exists would read every document.
        while (tell(Filters.gt(FIELD_ID, "")) == settings.batch()) {
            if (!lease.hold()) return;
        }
    }

    /** Answers how many documents had something to tell. */
    private int tell(Bson which) throws InterruptedException {
        var documents = collection
                .find(which)
                .projection(Projections.include(Outbox.FIELD))
                .limit(settings.batch())
                .into(new ArrayList<>());
        documents.removeIf(d -> pending(d).isEmpty());
        oldestUntold = documents.stream()
                .map(d -> pending(d).getFirst().getDate("occurredAt").toInstant())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        var sent = new ArrayList<Sending>();
        for (var document : documents) {
            var sending = new Sending(document);
            sent.add(sending);
            // Without a broker the very first waits for its time-out; don't let the others queue behind it.
            if (sending.done.isCompletedExceptionally()) break;
        }
        try {
            for (var sending : sent) sending.await();
        } finally {
            pull(sent);
        }
        for (var sending : sent) sending.rethrow();
        oldestUntold = Instant.MAX;
        return documents.size();
    }

    private static List<Document> pending(Document document) {
        return document.getList(Outbox.FIELD, Document.class, List.of());
    }

    private void pull(Collection<Sending> sent) {
        var told =
                sent.stream().filter(sending -> !sending.acknowledged.isEmpty()).toList();
        if (told.isEmpty()) return;
        // All by one statement: event ids are nobody else's, so it need not be said which lies in which document.
        collection.updateMany(
                Filters.in(
                        "_id", told.stream().map(sending -> sending.documentId).toList()),
                Updates.pull(
                        Outbox.FIELD,
                        Filters.in(
                                "id",
                                told.stream()
                                        .flatMap(sending -> sending.acknowledged.stream())
                                        .toList())));
    }

    private Duration age() {
        var oldest = oldestUntold;
        return oldest.equals(Instant.MAX) ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    /** One document's events on their way, one after the other. */
    private final class Sending {

        private final Object documentId;
        private final List<String> acknowledged = new CopyOnWriteArrayList<>();
        private final CompletableFuture<?> done;

        Sending(Document document) {
            documentId = document.get("_id");
            CompletableFuture<?> last = CompletableFuture.completedFuture(null);
            for (var event : pending(document)) {
                last = last.thenCompose(_ -> kafka.send(record(event))).thenRun(() -> told(event));
            }
            done = last;
        }

        private void told(Document event) {
            acknowledged.add(event.getString("id"));
            meters.counter("rhomboid.events.told", "topic", event.get("topic", topic), "type", event.getString("type"))
                    .increment();
        }

        void await() throws InterruptedException {
            try {
                done.get();
            } catch (ExecutionException _) {
                // Thrown after the others' acks have been noted.
            }
        }

        void rethrow() {
            done.join();
        }
    }

    /** CloudEvents 1.0, Kafka binary mode. */
    private ProducerRecord<String, byte[]> record(Document event) {
        var payload = event.getString("payload");
        var body = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(event.get("topic", topic), event.getString("key"), body);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.getString("id"));
        header(record, "ce_type", event.getString("type"));
        header(record, "ce_source", source);
        header(record, "ce_subject", event.getString("key"));
        header(record, "ce_time", event.getDate("occurredAt").toInstant().toString());
        header(record, "content-type", "application/json");
        var traceparent = event.getString("traceparent");
        if (traceparent != null) header(record, "traceparent", traceparent);
        var doer = event.getString("doer");
        if (doer != null) header(record, Doer.HEADER, doer);
        if (event.containsKey("republished")) header(record, Republished.HEADER, "true");
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
