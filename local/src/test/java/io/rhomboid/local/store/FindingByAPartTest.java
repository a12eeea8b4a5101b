package io.rhomboid.local.store;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

/** With an index, the same is found and changed as by looking through everything. */
class FindingByAPartTest {

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void answers_whatever_is_asked_as_a_store_that_looks_through_all_of_it() {
        var plain = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
        plain.bind(new InetSocketAddress("127.0.0.1", 0));
        try (var indexed = LocalStore.inMemory();
                var here = MongoClients.create(indexed.uri());
                var there = MongoClients.create(
                        "mongodb://127.0.0.1:" + plain.getLocalAddress().getPort())) {
            var mine = prepared(here.getDatabase("any").getCollection("things"));
            var theirs = prepared(there.getDatabase("any").getCollection("things"));
            for (int i = 0; i < 600; i++) {
                var step = step();
                assertThat(outcome(step, mine))
                        .as("step %d of seed %d", i, seed)
                        .isEqualTo(outcome(step, theirs));
            }
        } finally {
            plain.shutdownNow();
        }
    }

    @Test
    void finds_what_was_written_before_a_restart() throws Exception {
        try (var store = LocalStore.start(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var things = prepared(client.getDatabase("any").getCollection("things"));
            things.insertOne(new Document("_id", "a").append("owner", "anna").append("version", 1));
            things.updateOne(and(eq("_id", "a"), eq("version", 1)), Updates.set("owner", "ben"));
        }
        try (var store = LocalStore.start(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var things = client.getDatabase("any").getCollection("things");

            assertThat(things.countDocuments(eq("owner", "anna"))).isZero();
            assertThat(things.countDocuments(and(eq("owner", "ben"), gt("version", 0))))
                    .isOne();
        }
    }

    private static MongoCollection<Document> prepared(MongoCollection<Document> things) {
        things.createIndex(
                Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
        things.createIndex(Indexes.ascending("owner", "at"));
        things.createIndex(Indexes.ascending("pending.id"), new IndexOptions().sparse(true));
        return things;
    }

    private Function<MongoCollection<Document>, Object> step() {
        var asked = asked();
        var document = document();
        var change = change();
        return switch (random.nextInt(8)) {
            case 0, 1 -> things -> things.insertOne(document);
            case 2 -> things -> things.updateOne(asked, change).getModifiedCount();
            case 3 -> things -> things.updateMany(asked, change).getModifiedCount();
            case 4 -> {
                var id = id();
                yield things -> things.updateOne(
                                and(eq("_id", id), lt("version", 3)), change, new UpdateOptions().upsert(true))
                        .getMatchedCount();
            }
            case 5 -> {
                var one = and(eq("_id", id()), asked);
                yield things -> things.deleteMany(one).getDeletedCount();
            }
            case 6 ->
                things -> things.find(asked)
                        .sort(Sorts.descending("at", "_id"))
                        .limit(3)
                        .into(new ArrayList<>());
            default -> things -> things.find(asked).into(new ArrayList<>());
        };
    }

    private static Object outcome(Function<MongoCollection<Document>, Object> step, MongoCollection<Document> things) {
        try {
            return step.apply(things);
        } catch (MongoWriteException e) {
            return e.getError().getCategory();
        }
    }

    private Bson asked() {
        var parts = new ArrayList<Bson>();
        for (int i = random.nextInt(1, 4); i > 0; i--) parts.add(part());
        return parts.size() == 1 ? parts.getFirst() : and(parts);
    }

    private Bson part() {
        return switch (random.nextInt(14)) {
            case 0 -> eq("_id", id());
            case 1 -> in("_id", id(), id(), id());
            case 2 -> eq("owner", word());
            case 3 -> in("owner", word(), word());
            case 4 -> eq("owner", null);
            case 5 -> ne("owner", word());
            case 6 -> eq("claims", claim());
            case 7 -> in("claims", claim(), claim());
            case 8 -> gt("pending.id", "");
            case 9 -> eq("pending.id", word());
            case 10 -> lte("at", new Date(random.nextInt(5)));
            case 11 -> or(eq("owner", word()), exists("at", false));
            case 12 -> eq("version", random.nextInt(5));
            default -> Filters.empty();
        };
    }

    private Bson change() {
        return switch (random.nextInt(7)) {
            case 0 -> Updates.set("owner", word());
            case 1 -> Updates.set("owner", List.of(word(), word()));
            case 2 -> Updates.unset("owner");
            case 3 -> Updates.combine(Updates.unset("claims"), Updates.inc("version", 1));
            case 4 -> Updates.push("pending", new Document("id", word()));
            case 5 -> Updates.pull("pending", eq("id", word()));
            default -> Updates.set("at", new Date(random.nextInt(5)));
        };
    }

    private Document document() {
        var document = new Document("_id", id()).append("version", random.nextInt(5));
        if (random.nextBoolean()) document.append("owner", random.nextInt(9) == 0 ? null : word());
        if (random.nextBoolean()) document.append("at", new Date(random.nextInt(5)));
        if (random.nextBoolean()) document.append("claims", List.of(claim(), claim()));
        if (random.nextBoolean()) document.append("pending", List.of(new Document("id", word())));
        return document;
    }

    private String id() {
        return "id" + random.nextInt(40);
    }

    private String claim() {
        return "claim" + random.nextInt(200);
    }

    private String word() {
        return List.of("anna", "ben", "cem", "dora").get(random.nextInt(4));
    }
}
