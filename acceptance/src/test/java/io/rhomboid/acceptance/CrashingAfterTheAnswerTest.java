package io.rhomboid.acceptance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.rhomboid.acceptance.Visitor.Answer;
import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What was answered yes is true, whatever happens next. */
@ExtendWith(RunningClinic.ForAllStories.class)
class CrashingAfterTheAnswerTest {

    /** One client on their way to one hour; asks again with the same key until there is an answer. */
    private record Asking(Visitor visitor, Slot slot, String key) {

        Answer ask() {
            return visitor.tryToBook(Slots.TECHNIQUE, slot, key);
        }

        /** Empty if the answer broke off: the service can die between its first byte and its last. */
        Optional<Answer> askOnce() {
            try {
                return Optional.of(ask());
            } catch (UncheckedIOException _) {
                return Optional.empty();
            }
        }
    }

    RunningClinic clinic;

    CrashingAfterTheAnswerTest(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @AfterEach
    void everyone_is_back() {
        var service = clinic.bookingService();
        if (!service.isRunning()) service.start();
        clinic.awaitWhole();
    }

    @Test
    void a_booking_survives_a_kill_right_after_its_201_and_is_told_once() throws Exception {
        var service = clinic.bookingService();
        var clients = new ArrayList<Asking>();
        for (var slot : Slots.free(clinic.visitor(), 6, 12)) {
            clients.add(new Asking(clinic.visitor(), slot, Visitor.newKey()));
        }

        // All at once; at the first yes the service is gone, whatever it is doing for the others.
        var firstYes = new CountDownLatch(1);
        var answers = new ArrayList<Future<Optional<Answer>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client : clients) {
                Callable<Optional<Answer>> asking = () -> {
                    var answer = client.askOnce();
                    if (saidYes(answer)) firstYes.countDown();
                    return answer;
                };
                answers.add(threads.submit(asking));
            }
            assertThat(firstYes.await(30, TimeUnit.SECONDS)).as("%s", answers).isTrue();
            service.kill();
        }
        var before = new ArrayList<Optional<Answer>>();
        for (var answer : answers) before.add(answer.get());

        service.start();
        clinic.awaitWhole();

        // Those who were told yes have their booking; the others ask again and get theirs, not a second one.
        for (int i = 0; i < clients.size(); i++) {
            var client = clients.get(i);
            var now = Visitor.booked(201, client.ask());
            assertThat(now.status()).isEqualTo("CONFIRMED");
            assertThat(now.start()).isEqualTo(client.slot().start());
            if (saidYes(before.get(i))) {
                assertThat(now.view()).isEqualTo(before.get(i).orElseThrow().body());
            }
            assertThat(client.visitor().look(now).view()).isEqualTo(now.view());
        }
        clinic.mails()
                .awaitOnly(1, clients.stream().map(c -> c.visitor().email()).toList());
        assertThatNothingIsUntold();
    }

    private static boolean saidYes(Optional<Answer> answer) {
        return answer.filter(said -> said.status() == 201).isPresent();
    }

    private void assertThatNothingIsUntold() {
        try (var store = MongoClients.create(clinic.storeUri())) {
            var database = store.getDatabase("booking");
            for (var name : List.of("bookings", "clients")) {
                var collection = database.getCollection(name);
                assertThat(collection.estimatedDocumentCount()).as(name).isPositive();
                await("the outbox of " + name + " is empty")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> collection.countDocuments(Filters.exists("pendingEvents.0")) == 0);
            }
        }
    }
}
