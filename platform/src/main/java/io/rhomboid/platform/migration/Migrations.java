package io.rhomboid.platform.migration;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.store.StoreFaults;

/**
 * Makes what is not made yet when a service starts, before it hears, tells or answers anything. Collection
 * {@code migrations}: {@code {_id: name, doneAt, millis}}.
 *
 * <ol>
 *   <li>Asks which are done. If that is all, nothing else happens: one query a start.
 *   <li>Takes the lease, and waits for it: of several instances one makes them, the others go on when it is done.
 *   <li>Asks again, then makes each that is missing, in order, and notes it. Who dies before that note is followed by
 *       somebody who makes it once more; a lease that nobody keeps is free after half a minute.
 * </ol>
 *
 * <p>What fails stops the start: a service must not work on what it does not understand. A store that is away is waited
 * for.
 */
public final class Migrations implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_WITHOUT_STORE = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final MongoCollection<Document> made;
    private final Lease lease;
    private final List<Migration> migrations;
    private final List<AfterRestore> afterRestore;
    private final Clock clock;
    private volatile boolean running;

    public Migrations(
            MongoDatabase database, List<Migration> migrations, List<AfterRestore> afterRestore, Clock clock) {
        this.database = database;
        this.made = database.getCollection("migrations");
        this.lease = new Lease(database.getCollection("leases"), "migrations", LEASE, clock);
        this.migrations = migrations.stream()
                .sorted(Comparator.comparing(Migration::name))
                .toList();
        this.afterRestore = afterRestore.stream()
                .sorted(Comparator.comparing(AfterRestore::name))
                .toList();
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        var done = new CompletableFuture<Void>();
        var making = Thread.ofVirtual().name("migrations").start(() -> {
            try {
                untilItIsThere();
                done.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            // Without an end: who is told to stop in the middle of a start interrupts only what waits like this.
            done.get();
        } catch (InterruptedException e) {
            making.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was told to stop");
        } catch (ExecutionException e) {
            throw new IllegalStateException("What is stored is not as this version needs it", e.getCause());
        }
    }

    private void untilItIsThere() throws InterruptedException {
        while (true) {
            try {
                makeMissing();
                return;
            } catch (MongoException e) {
                if (!StoreFaults.isAway(e)) throw e;
                log.warn("Nothing can begin without the store, trying again: {}", e.toString());
                Thread.sleep(PAUSE_WITHOUT_STORE);
            }
        }
    }

    private void makeMissing() throws InterruptedException {
        if (missing().isEmpty()) return;
        while (!lease.hold()) Thread.sleep(PAUSE);
        try {
            for (var one : missing()) make(one);
        } finally {
            lease.release();
        }
    }

    private List<Migration> missing() {
        var all = new ArrayList<>(migrations);
        var restored = Restored.in(database);
        if (restored != null) {
            for (var one : afterRestore) {
                var name = "epoch-%d-%s".formatted(restored.epoch(), one.name());
                all.add(new Migration(name, () -> one.work().after(restored)));
            }
        }
        var done = new HashSet<String>();
        for (var one : made.find()) done.add(one.getString("_id"));
        all.removeIf(one -> done.contains(one.name()));
        return all;
    }

    private void make(Migration one) throws InterruptedException {
        var begun = clock.instant();
        log.info("Migration {} begins", one.name());
        var keeping = Thread.ofVirtual().name("migrations-lease").start(this::keepLease);
        try {
            one.work().run();
        } finally {
            keeping.interrupt();
            keeping.join();
        }
        var now = clock.instant();
        var millis = Duration.between(begun, now).toMillis();
        made.replaceOne(
                new Document("_id", one.name()),
                new Document("doneAt", Date.from(now)).append("millis", millis),
                new ReplaceOptions().upsert(true));
        log.info("Migration {} is done after {} ms", one.name(), millis);
    }

    private void keepLease() {
        while (true) {
            try {
                Thread.sleep(LEASE.dividedBy(6));
                lease.hold();
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                // Then the migration has its own trouble with the store, or the next round succeeds.
                log.debug("Could not keep the lease", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else, and stopped after it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
