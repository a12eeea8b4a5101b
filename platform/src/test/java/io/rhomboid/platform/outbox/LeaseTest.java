package io.rhomboid.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.testing.RealStore;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("store")
class LeaseTest {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    MongoClient client = MongoClients.create(RealStore.uri());
    MongoCollection<Document> leases;

    @BeforeEach
    void open() {
        leases = client.getDatabase(RealStore.newDatabase()).getCollection("leases");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void is_kept_by_its_holder_and_refused_to_others() {
        var mine = lease(NOW);

        assertThat(mine.hold()).isTrue();
        assertThat(mine.hold()).isTrue();
        assertThat(lease(NOW.plusSeconds(9)).hold()).isFalse();
    }

    @Test
    void goes_to_the_next_when_its_time_is_over() {
        lease(NOW).hold();

        assertThat(lease(NOW.plusSeconds(10)).hold()).isTrue();
    }

    @Test
    void goes_to_the_next_at_once_when_released() {
        var mine = lease(NOW);
        mine.hold();
        mine.release();

        assertThat(lease(NOW).hold()).isTrue();
    }

    @RepeatedTest(5)
    void is_won_by_exactly_one_of_many_rivals() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = many.invokeAll(IntStream.range(0, 50)
                    .mapToObj(_ -> (Callable<Boolean>) () -> lease(NOW).hold())
                    .toList());

            assertThat(answers.stream().filter(a -> a.resultNow())).hasSize(1);
        }
    }

    private Lease lease(Instant now) {
        return new Lease(leases, "work", TEN_SECONDS, Clock.fixed(now, ZoneOffset.UTC));
    }
}
