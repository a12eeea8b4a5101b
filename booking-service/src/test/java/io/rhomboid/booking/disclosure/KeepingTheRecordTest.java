package io.rhomboid.booking.disclosure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosure.Words;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class KeepingTheRecordTest {

    static final Actor KAI = new Actor(Actor.Role.THERAPIST, "kai");

    final ClientId jo = new ClientId(UUID.randomUUID());
    final ConcurrentSkipListMap<Long, Disclosure> kept = new ConcurrentSkipListMap<>();
    final Disclosures disclosures = new Disclosures(new InMemory(), Clock.systemUTC());

    @Test
    void many_at_once_make_one_record_without_a_gap() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 100; i++) all.add(many.submit(this::read));
            for (var one : all) one.get();
        }

        assertThat(disclosures.of(jo)).hasSize(100);
        assertThat(Disclosure.isWhole(disclosures.of(jo))).isTrue();
    }

    @Test
    void what_is_changed_taken_out_or_put_in_is_noticed() {
        for (int i = 0; i < 4; i++) read();
        var whole = disclosures.of(jo);

        for (int i = 0; i < whole.size() - 1; i++) {
            var without = new ArrayList<>(whole);
            without.remove(i);
            assertThat(Disclosure.isWhole(without)).isFalse();

            var entry = whole.get(i);
            for (var other : List.of(
                    with(entry, new Actor(Actor.Role.DESK, "kai"), entry.words()),
                    with(entry, new Actor(Actor.Role.THERAPIST, null), entry.words()),
                    with(entry, entry.reader(), new Words.Clear("other words")),
                    with(entry, entry.reader(), sealed("other bytes")))) {
                var changed = new ArrayList<>(whole);
                changed.set(i, other);
                assertThat(Disclosure.isWhole(changed)).isFalse();
            }
        }
        assertThat(Disclosure.isWhole(List.of())).isTrue();
    }

    private static Disclosure with(Disclosure entry, Actor reader, Words words) {
        return new Disclosure(
                entry.client(),
                entry.number(),
                entry.at(),
                reader,
                entry.what(),
                entry.ground(),
                entry.bookingId(),
                words,
                entry.before());
    }

    private void read() {
        disclosures.record(jo, KAI, "intake", Ground.BROKEN_GLASS, new BookingId(UUID.randomUUID()), sealed("fainted"));
    }

    private static Words sealed(String bytes) {
        return new Words.Sealed(new SealedFields(1, Map.of("reason", bytes.getBytes(UTF_8))));
    }

    private final class InMemory implements Disclosures.Entries {

        @Override
        public boolean add(Disclosure entry) {
            return kept.putIfAbsent(entry.number(), entry) == null;
        }

        @Override
        public List<Disclosure> of(ClientId client) {
            return List.copyOf(kept.values());
        }

        @Override
        public Optional<Disclosure> last(ClientId client) {
            return Optional.ofNullable(kept.lastEntry()).map(entry -> entry.getValue());
        }
    }
}
