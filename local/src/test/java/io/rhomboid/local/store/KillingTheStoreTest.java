package io.rhomboid.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KillingTheStoreTest {

    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    @Test
    void loses_no_acknowledged_write() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var process = startStore();
        try (var client = MongoClients.create(process.inputReader().readLine());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bookings = client.getDatabase("booking").getCollection("bookings");
            var killed = new AtomicBoolean();
            for (var writer = 0; writer < WRITERS; writer++) {
                var name = "w" + writer + "-";
                threads.submit(() -> write(bookings, name, acknowledged, killed));
            }
            await().atMost(30, TimeUnit.SECONDS).until(() -> acknowledged.size() > 500);

            killed.set(true);
            process.destroyForcibly().waitFor();
        }

        try (var store = LocalStore.start(folder, 0);
                var client = MongoClients.create(store.uri())) {
            var found = client.getDatabase("booking").getCollection("bookings").find();
            var ids = StreamSupport.stream(found.spliterator(), false)
                    .map(booking -> booking.getString("_id"))
                    .collect(Collectors.toSet());
            assertThat(ids).containsAll(acknowledged);
        }
    }

    private Process startStore() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void write(
            MongoCollection<Document> bookings, String name, Set<String> acknowledged, AtomicBoolean killed) {
        for (var i = 0; !killed.get(); i++) {
            try {
                bookings.insertOne(new Document("_id", name + i).append("text", "x".repeat(500)));
                acknowledged.add(name + i);
            } catch (MongoException e) {
                return;
            }
        }
    }
}
