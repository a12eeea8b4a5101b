package io.rhomboid.local.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LocalStoreTest {

    @TempDir
    Path folder;

    @Test
    void lets_exactly_one_of_many_rivals_win_a_claim() throws Exception {
        try (var store = LocalStore.inMemory();
                var client = MongoClients.create(store.uri())) {
            assertThat(winners(bookings(client), 64)).isEqualTo(1);
        }
    }

    @Test
    void still_knows_documents_and_claims_after_a_restart() throws Exception {
        try (var store = LocalStore.start(folder, 0);
                var client = MongoClients.create(store.uri())) {
            assertThat(winners(bookings(client), 16)).isEqualTo(1);
        }
        try (var store = LocalStore.start(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var bookings = bookings(client);

            assertThat(bookings.countDocuments()).isEqualTo(1);
            assertThat(winners(bookings, 16)).isZero();
        }
    }

    @Test
    void gives_a_claim_to_the_next_once_it_was_released() throws Exception {
        try (var store = LocalStore.start(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var bookings = bookings(client);
            assertThat(winners(bookings, 2)).isEqualTo(1);

            bookings.updateMany(Filters.exists("claims"), Updates.unset("claims"));

            assertThat(winners(bookings, 16)).isEqualTo(1);
        }
    }

    private static MongoCollection<Document> bookings(MongoClient client) {
        var bookings = client.getDatabase("booking").getCollection("bookings");
        bookings.createIndex(
                Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
        return bookings;
    }

    /** How many of so many inserts that share one claim came through. */
    private static long winners(MongoCollection<Document> bookings, int rivals) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> inserts = IntStream.range(0, rivals)
                    .<Callable<Boolean>>mapToObj(rival -> () -> {
                        start.await();
                        return insert(bookings, List.of("t:anna:1", "r:" + rival + ":1"));
                    })
                    .toList();
            var answers = inserts.stream().map(threads::submit).toList();
            start.countDown();
            var won = 0;
            for (var answer : answers) {
                won += answer.get() ? 1 : 0;
            }
            return won;
        }
    }

    private static boolean insert(MongoCollection<Document> bookings, List<String> claims) {
        try {
            bookings.insertOne(new Document("claims", claims));
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return false;
        }
    }
}
