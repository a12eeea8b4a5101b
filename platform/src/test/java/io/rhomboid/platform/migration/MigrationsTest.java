package io.rhomboid.platform.migration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.testing.RealStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@Tag("store")
class MigrationsTest {

    MongoClient client = MongoClients.create(RealStore.uri());
    MongoDatabase database;
    List<String> made = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        database = client.getDatabase(RealStore.newDatabase());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void are_made_once_in_the_order_of_their_names() {
        start(note("2026-11-02-b"), note("2026-11-01-a"));
        start(note("2026-11-02-b"), note("2026-11-03-c"), note("2026-11-01-a"));

        assertThat(made).containsExactly("2026-11-01-a", "2026-11-02-b", "2026-11-03-c");
    }

    @Test
    void are_made_by_one_of_many_that_start_at_once_and_the_others_wait_until_it_is_done() throws Exception {
        var slow = new Migration("slow", () -> {
            made.add("begun");
            for (int i = 0; i < 200; i++) database.getCollection("many").insertOne(new Document("n", i));
            made.add("done");
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Future<Long>>();
            for (int i = 0; i < 5; i++) {
                starts.add(threads.submit(() -> {
                    start(slow, note("then"));
                    return database.getCollection("many").countDocuments();
                }));
            }
            for (var start : starts) assertThat(start.get()).isEqualTo(200);
        }
        assertThat(made).containsExactly("begun", "done", "then");
    }

    @Test
    void are_begun_anew_after_a_crash_half_way_and_nothing_is_done_twice() {
        var people = database.getCollection("people");
        for (int i = 0; i < 10; i++) people.insertOne(new Document("_id", i).append("full", "Ada " + i));
        var crash = new boolean[] {true};
        var splitting = new Migration("2026-11-02-names", () -> {
            for (var one : people.find(Filters.exists("first", false)).into(new ArrayList<>())) {
                if (crash[0] && one.getInteger("_id") == 5) throw new IllegalStateException("killed");
                people.updateOne(
                        Filters.eq("_id", one.get("_id")),
                        Updates.combine(Updates.set("first", "Ada"), Updates.inc("changes", 1)));
            }
            made.add("2026-11-02-names");
        });

        assertThatThrownBy(() -> start(note("2026-11-01-a"), splitting, note("2026-11-03-c")))
                .hasRootCauseMessage("killed");
        assertThat(made).containsExactly("2026-11-01-a");
        crash[0] = false;
        start(note("2026-11-01-a"), splitting, note("2026-11-03-c"));

        assertThat(made).containsExactly("2026-11-01-a", "2026-11-02-names", "2026-11-03-c");
        assertThat(people.countDocuments(Filters.eq("changes", 1))).isEqualTo(10);
    }

    @Test
    void come_after_a_restore_once_in_each_epoch() {
        start(note("2026-11-01-a"));
        assertThat(made).containsExactly("2026-11-01-a");
        restored(1, true);
        start(note("2026-11-01-a"));
        start(note("2026-11-01-a"));
        restored(2, true);
        start(note("2026-11-01-a"));

        assertThat(made).containsExactly("2026-11-01-a", "after 1", "after 2");
    }

    @Test
    void do_not_begin_on_what_was_brought_back_by_half() {
        restored(1, false);

        assertThatThrownBy(() -> start(note("2026-11-01-a"))).rootCause().hasMessageContaining("with --over");
        assertThat(made).isEmpty();
    }

    @Test
    void raise_versions_once_and_have_each_told_by_the_same_write() {
        var things = database.getCollection("things");
        things.insertOne(new Document("_id", "a")
                .append("version", 3L)
                .append("history", List.of(new Document("version", 2L), new Document("version", 3L))));
        things.insertOne(new Document("_id", "older epoch").append("version", 1_000_007L));
        things.insertOne(new Document("_id", "nobody has said anything").append("version", 0L));

        for (int i = 0; i < 2; i++) {
            Raising.raise(
                    things,
                    Filters.empty(),
                    2,
                    raised -> Optional.of(Updates.push("pendingEvents", raised.getLong("version"))));
        }

        assertThat(things.find().sort(new Document("_id", 1)).into(new ArrayList<>()))
                .extracting(it -> it.get("version"), it -> it.get("pendingEvents"))
                .containsExactly(
                        tuple(2_000_003L, List.of(2_000_003L)),
                        tuple(0L, null),
                        tuple(2_000_007L, List.of(2_000_007L)));
        assertThat(things.find(Filters.eq("_id", "a")).first().getList("history", Document.class))
                .extracting(it -> it.getLong("version"))
                .containsExactly(2_000_002L, 2_000_003L);
    }

    private void restored(long epoch, boolean whole) {
        var now = Date.from(Instant.parse("2026-03-01T09:00:00Z"));
        var epochs = database.getCollection("epochs");
        epochs.deleteMany(new Document());
        epochs.insertOne(new Document("_id", "now")
                .append("number", epoch)
                .append("takenAt", now)
                .append("restoredAt", now)
                .append("whole", whole));
    }

    private Migration note(String name) {
        return new Migration(name, () -> made.add(name));
    }

    private void start(Migration... migrations) {
        var after = new AfterRestore("tell", restored -> made.add("after " + restored.epoch()));
        new Migrations(database, List.of(migrations), List.of(after), Clock.systemUTC()).start();
    }
}
