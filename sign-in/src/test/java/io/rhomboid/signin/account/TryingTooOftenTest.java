package io.rhomboid.signin.account;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.testing.RealStore;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("store")
class TryingTooOftenTest {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final MongoDatabase STORE = MongoClients.create(RealStore.uri()).getDatabase(RealStore.newDatabase());

    Tries tries = new Tries(STORE);
    Codes codes = new Codes(STORE);

    /** Exactly as many on a real store; the local one now and then answers with what another one has counted meanwhile. */
    @Test
    void of_many_at_once_no_more_pass_than_may() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> trying = () -> tries.count("parallel", "jo", 5, NOW);
            var passed = 0;
            for (var one : threads.invokeAll(
                    IntStream.range(0, 60).mapToObj(_ -> trying).toList())) {
                if (one.get()) passed++;
            }
            assertThat(passed).isBetween(1, 5);
        }
    }

    @Test
    void counts_each_person_and_each_thing_for_themselves_and_begins_anew_after_a_quarter_of_an_hour() {
        assertThat(tries.count("one", "jo", 1, NOW)).isTrue();

        assertThat(tries.count("one", "jo", 1, NOW)).isFalse();
        assertThat(tries.count("one", "ada", 1, NOW)).isTrue();
        assertThat(tries.count("other", "jo", 1, NOW)).isTrue();
        assertThat(tries.count("one", "jo", 1, NOW.plus(Tries.WINDOW))).isTrue();
    }

    @Test
    void what_turned_out_well_is_taken_back() {
        tries.count("back", "jo", 1, NOW);
        tries.takeBack("back", "jo", NOW);

        assertThat(tries.count("back", "jo", 1, NOW)).isTrue();
    }

    @Test
    void a_sweep_removes_what_is_over_and_nothing_else() {
        tries.count("swept", "jo", 1, NOW);

        tries.sweep(NOW.plus(Tries.WINDOW).minusSeconds(1));
        assertThat(tries.count("swept", "jo", 1, NOW)).isFalse();
        tries.sweep(NOW.plus(Tries.WINDOW).plusSeconds(1));
        assertThat(tries.count("swept", "jo", 1, NOW)).isTrue();
    }

    @Test
    void a_code_is_good_for_its_ticket_and_address_once_and_for_ten_minutes() {
        var code = codes.issue("jo@client.example", NOW);
        var other = codes.issue("jo@client.example", NOW);
        var late = NOW.plus(Duration.ofMinutes(10));

        assertThat(code.digits()).matches("\\d{8}");
        assertThat(codes.redeem(other.ticket(), "jo@client.example", code.digits(), NOW))
                .isFalse();
        assertThat(codes.redeem(code.ticket(), "ada@client.example", code.digits(), NOW))
                .isFalse();
        assertThat(codes.redeem(code.ticket(), "jo@client.example", code.digits(), late))
                .isFalse();
        assertThat(codes.redeem(code.ticket(), "jo@client.example", code.digits(), late.minusMillis(1)))
                .isTrue();
        assertThat(codes.redeem(code.ticket(), "jo@client.example", code.digits(), NOW))
                .isFalse();
    }

    @Test
    void five_wrong_codes_use_the_right_one_up() {
        var code = codes.issue("jo@client.example", NOW);
        var wrong = code.digits().equals("00000000") ? "00000001" : "00000000";
        for (var i = 0; i < Codes.TRIES; i++) codes.redeem(code.ticket(), "jo@client.example", wrong, NOW);

        assertThat(codes.redeem(code.ticket(), "jo@client.example", code.digits(), NOW))
                .isFalse();
    }

    @Test
    void neither_code_nor_ticket_can_be_read_in_the_store() {
        var code = codes.issue("ada@client.example", NOW);

        for (var document : STORE.getCollection("codes").find()) {
            assertThat(document.toJson()).doesNotContain(code.digits());
        }
    }
}
