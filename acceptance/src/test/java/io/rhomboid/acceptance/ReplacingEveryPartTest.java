package io.rhomboid.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.rhomboid.acceptance.Visitor.Booking;
import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several of each part, as Docker Compose runs them: who gets an hour, and what is lost when every part is replaced by a
 * new one while people look, hold and book. Only there: {@code ./clinic prove several}.
 */
@ExtendWith(RunningClinic.ForAllStories.class)
class ReplacingEveryPartTest {

    private static final List<String> PARTS =
            List.of("therapist-service", "booking-service", "notification-service", "gateway");
    private static final int ROUNDS = 10;
    private static final int RIVALS = 50;
    private static final Duration BETWEEN_BOOKINGS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_OTHERS = Duration.ofMillis(200);

    /** One of each service, and what somebody who has not signed in is answered. */
    private static final Map<String, Integer> READING = Map.of(
            "/api/v1/clinics", 200,
            "/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=60&view=earliest", 200,
            "/api/v1/inbox", 401);

    RunningClinic clinic;

    ReplacingEveryPartTest(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void of_many_at_once_exactly_one_gets_an_hour_whoever_is_asked() throws Exception {
        var running = running();
        assertThat(running.get("booking-service")).isGreaterThan(1);
        var all = new ConcurrentSkipListMap<Integer, Integer>();
        for (var slot : slots(ROUNDS, 13)) {
            var statuses = Slots.wantedByMany(clinic, slot, RIVALS);
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
            statuses.forEach(status -> all.merge(status, 1, Integer::sum));
        }
        say("%d rounds of %d at once for one hour, of %s: %s".formatted(ROUNDS, RIVALS, running, all));
    }

    @Test
    void nothing_is_lost_and_nothing_told_twice_while_every_part_is_replaced() throws Exception {
        var running = running();
        var held = slots(4, 18);
        var wanted = new ArrayList<Slot>();
        for (var inDays = 24; inDays <= 54; inDays += 3) wanted.addAll(slots(16, inDays));
        var load = new Load();
        var booked = new ConcurrentHashMap<Visitor, Booking>();
        var took = new ConcurrentHashMap<String, Long>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            READING.forEach((path, status) -> threads.submit(() -> load.keepsOn(BETWEEN_OTHERS, () -> {
                var answer = clinic.visitor().get(path);
                return answer.status() == status ? "" : answer.toString();
            })));
            held.forEach(slot -> threads.submit(() -> load.keepsOn(BETWEEN_OTHERS, () -> {
                var visitor = clinic.visitor();
                visitor.cancel(visitor.hold(Slots.TECHNIQUE, slot));
                return "";
            })));
            threads.submit(() -> {
                var left = wanted.iterator();
                return load.keepsOn(BETWEEN_BOOKINGS, () -> {
                    if (!left.hasNext()) return "";
                    var visitor = clinic.visitor();
                    booked.put(visitor, visitor.book(Slots.TECHNIQUE, left.next()));
                    return "";
                });
            });
            try {
                for (var part : PARTS) {
                    var began = System.nanoTime();
                    clinic.compose().roll(List.of(part));
                    took.put(part, Duration.ofNanos(System.nanoTime() - began).toSeconds());
                }
            } finally {
                load.end();
            }
        }

        say("replaced %s (seconds: %s) under %s; %d booked".formatted(running, took, load, booked.size()));
        assertThat(load.failures).isEmpty();
        assertThat(booked).isNotEmpty();
        booked.forEach(
                (visitor, booking) -> assertThat(visitor.look(booking).status()).isEqualTo("CONFIRMED"));
        clinic.mails().awaitOnly(1, booked.keySet().stream().map(Visitor::email).toList());
        assertThat(running()).isEqualTo(running);
        say("%d bookings, each told by one mail".formatted(booked.size()));
    }

    private Map<String, Integer> running() {
        return PARTS.stream().collect(Collectors.toMap(part -> part, clinic.compose()::instances));
    }

    private List<Slot> slots(int atMost, int inDays) {
        return Slots.atMost(clinic.visitor(), atMost, inDays);
    }

    private static void say(String what) {
        System.out.println("[testing] " + what);
    }

    /** People who go on until they are told to end. */
    private static final class Load {

        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicLong times = new AtomicLong();
        private final AtomicLong longestMillis = new AtomicLong();
        private final AtomicBoolean ended = new AtomicBoolean();

        /** @param doing answers what went wrong; nothing if all is well */
        Void keepsOn(Duration pause, Supplier<String> doing) throws InterruptedException {
            while (!ended.get()) {
                var began = System.nanoTime();
                try {
                    var trouble = doing.get();
                    if (!trouble.isEmpty()) failures.add(trouble);
                } catch (RuntimeException | AssertionError e) {
                    failures.add(e.toString());
                }
                times.incrementAndGet();
                longestMillis.accumulateAndGet(
                        Duration.ofNanos(System.nanoTime() - began).toMillis(), Math::max);
                Thread.sleep(pause);
            }
            return null;
        }

        void end() {
            ended.set(true);
        }

        @Override
        public String toString() {
            return "%d visits, %d of them failed, the longest took %d ms"
                    .formatted(times.get(), failures.size(), longestMillis.get());
        }
    }
}
