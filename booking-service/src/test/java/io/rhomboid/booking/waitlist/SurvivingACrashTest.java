package io.rhomboid.booking.waitlist;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.waitlist.WaitingRoom.Instance;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.waitlist.WaitingRoom.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("store")
class SurvivingACrashTest {

    static final Instant SLOT = EVENING.get(2);
    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** What is written before it is kept; the process is gone after. */
    static final class Killed extends RuntimeException {}

    /** An instance that dies right after a write of its own, the n-th. */
    static final class Fault {

        private static final Set<String> WRITES = Set.of("add", "save", "exchange");
        private int left;

        Fault(int writes) {
            left = writes;
        }

        <T> T in(Class<T> type, T sound) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> {
                try {
                    if (left == 0) throw new Killed();
                    var answer = method.invoke(sound, args);
                    if (WRITES.contains(method.getName()) && --left == 0) throw new Killed();
                    return answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        }
    }

    @Test
    void after_any_write_another_instance_goes_on_where_it_died() {
        int writes = 1;
        while (dies(writes)) writes++;

        // A promise, a hold, an offer; it lapses; a promise, the hold handed on, an offer; settled; a yes, and taken.
        assertThat(writes - 1).isEqualTo(10);
    }

    /** False if there were not so many writes. */
    private static boolean dies(int after) {
        try (var room = new WaitingRoom()) {
            var jo = room.join("jo");
            room.later(Duration.ofSeconds(1));
            var ada = room.join("ada");
            room.cancel(SLOT);
            var fault = new Fault(after);
            var instance = room.instance(
                    bookings -> fault.in(Bookings.class, bookings), waitlist -> fault.in(Waitlist.class, waitlist));
            var steps = List.<Consumer<Instance>>of(
                    one -> one.waitlist().round(),
                    one -> {
                        assertThat(room.state(jo)).as("died after %s", after).isEqualTo("OFFERED");
                        room.later(HALF_AN_HOUR);
                        one.waitlist().round();
                    },
                    one -> one.waitlist().round(),
                    one -> one.waitlist().accept(ada, room.read(ada).version(), Answered.BY_ALL, CLIENT),
                    one -> one.waitlist().round());
            var died = false;
            for (var step : steps) {
                try {
                    step.accept(instance);
                } catch (Killed e) {
                    died = true;
                    instance = room.instance();
                    instance.waitlist().round();
                    if (room.state(ada).equals("OFFERED")) {
                        instance.waitlist().accept(ada, room.read(ada).version(), Answered.BY_ALL, CLIENT);
                    }
                }
            }

            var description = "died after " + after + " writes";
            assertThat(room.told(jo)).as(description).containsExactly("EntryJoined", "OfferMade", "OfferLapsed");
            assertThat(room.told(ada)).as(description).containsExactly("EntryJoined", "OfferMade", "OfferTaken");
            assertThat(room.read(jo).handing()).as(description).isNull();
            assertThat(room.standing(SLOT).status()).as(description).isInstanceOf(Confirmed.class);
            assertThat(room.standing(SLOT).clientId()).isEqualTo(room.read(ada).clientId());
            assertThat(room.here.database.getCollection("bookings").countDocuments(new Document("status", "HELD")))
                    .as(description)
                    .isZero();
            return died;
        }
    }

    @RepeatedTest(3)
    void of_fifty_who_wait_and_thirty_who_book_exactly_one_has_the_slot_and_nobody_is_told_what_is_gone()
            throws Exception {
        try (var room = new WaitingRoom()) {
            var waiting = new ArrayList<WaitlistEntryId>();
            for (int n = 0; n < 50; n++) {
                waiting.add(room.join("waits-" + n));
                room.later(Duration.ofMillis(1));
            }
            room.cancel(SLOT);
            // Each knows that it is free.
            var instances = List.of(room.one, room.instance());

            var tasks = new ArrayList<Callable<Object>>();
            for (int n = 0; n < 30; n++) {
                var name = "rival-" + n;
                tasks.add(() -> room.tryToBook(room.one, SLOT, name));
            }
            for (int n = 0; n < 8; n++) {
                var instance = instances.get(n % 2);
                tasks.add(() -> instance.waitlist().round());
            }
            var answers = atOnce(tasks);

            var booked = answers.stream().filter(Answer.Done.class::isInstance).count();
            for (var instance : instances) instance.waitlist().round();
            var offered = waiting.stream()
                    .filter(id -> room.state(id).equals("OFFERED"))
                    .toList();
            assertThat(room.standingAt(SLOT)).hasSize(1);
            assertThat(booked + offered.size()).isEqualTo(1);
            assertThat(waiting.stream().filter(id -> room.told(id).contains("OfferMade")))
                    .containsExactlyElementsOf(offered);
            if (offered.isEmpty()) return;

            assertThat(offered).containsExactly(waiting.getFirst());
            for (int n = 1; n < 4; n++) {
                room.later(HALF_AN_HOUR);
                atOnce(List.of(
                        () -> instances.get(0).waitlist().round(),
                        () -> instances.get(1).waitlist().round()));
                for (var instance : instances) instance.waitlist().round();
                assertThat(room.standing(SLOT).isOfferedTo(waiting.get(n)))
                        .as("the turn of number %s", n)
                        .isTrue();
            }
        }
    }

    private static List<Object> atOnce(List<Callable<Object>> tasks) throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            var running = new ArrayList<Future<Object>>();
            for (var task : tasks) {
                running.add(many.submit(() -> {
                    gate.await();
                    return task.call();
                }));
            }
            gate.countDown();
            var answers = new ArrayList<Object>();
            for (var one : running) answers.add(one.get());
            return answers;
        }
    }
}
