package io.rhomboid.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances share the work, and one after the other is started anew while people book. */
@ExtendWith(RunningClinic.ForAllStories.class)
class ChangingInstancesTest {

    private static final int RIVALS = 20;
    private static final int READERS = 4;

    RunningClinic clinic;

    ChangingInstancesTest(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @AfterAll
    static void as_before(RunningClinic clinic) {
        clinic.otherBookingService().stop();
        if (!clinic.bookingService().isRunning()) clinic.bookingService().start();
        clinic.awaitWhole();
    }

    @Test
    void exactly_one_gets_an_hour_whoever_is_asked() throws Exception {
        theOtherOneComes();
        for (var slot : Slots.free(clinic.visitor(), 3, 57)) {
            var statuses = Slots.wantedByMany(clinic, slot, RIVALS);
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void nothing_is_lost_and_nothing_told_twice_while_each_is_started_anew() throws Exception {
        theOtherOneComes();
        var slots = new ArrayList<Slot>();
        for (var inDays : List.of(48, 51, 54)) slots.addAll(Slots.free(clinic.visitor(), 8, inDays));
        var failures = new ConcurrentLinkedQueue<String>();
        var booked = new ConcurrentLinkedQueue<Visitor>();
        var done = new AtomicBoolean();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, READERS).forEach(_ -> threads.submit(() -> read(done, failures)));
            threads.submit(() -> {
                for (var slot : slots) {
                    var client = clinic.visitor();
                    var answer = client.tryToBook(Slots.TECHNIQUE, slot, Visitor.newKey());
                    if (answer.status() == 201) booked.add(client);
                    else failures.add(answer.toString());
                    Thread.sleep(500);
                }
                return null;
            });
            for (var one : List.of(clinic.bookingService(), clinic.otherBookingService())) {
                one.stop();
                one.start();
                one.awaitReady();
            }
            done.set(true);
        }

        assertThat(failures).isEmpty();
        assertThat(booked).hasSameSizeAs(slots);
        clinic.mails().awaitOnly(1, booked.stream().map(Visitor::email).toList());
    }

    private void read(AtomicBoolean done, Queue<String> failures) {
        var visitor = clinic.visitor();
        while (!done.get()) {
            try {
                var answer = visitor.get("/api/v1/bookings/none");
                if (answer.status() != 404 && answer.status() != 401) failures.add(answer.toString());
                Thread.sleep(20);
            } catch (RuntimeException | InterruptedException e) {
                failures.add(e.toString());
            }
        }
    }

    private void theOtherOneComes() {
        var other = clinic.otherBookingService();
        if (!other.isRunning()) other.start();
        other.awaitReady();
    }
}
