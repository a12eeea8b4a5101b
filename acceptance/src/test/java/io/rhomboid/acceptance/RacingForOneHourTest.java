package io.rhomboid.acceptance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.rhomboid.acceptance.Visitor.Answer;
import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;

/** One hour, one client, however many ask at once. */
@ExtendWith(RunningClinic.ForAllStories.class)
class RacingForOneHourTest {

    static final int RIVALS = 50;

    @Test
    void exactly_one_of_many_gets_it_and_the_others_are_told_what_else_there_is(RunningClinic clinic) throws Exception {
        var slot = Slots.free(clinic.visitor(), 1, 20).getFirst();
        var rivals = new ArrayList<Visitor>();
        for (int i = 0; i < RIVALS; i++) rivals.add(clinic.visitor());

        var answers = atOnce(rivals, slot);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(answer -> {
            assertThat(answer.status()).as("%s", answer).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("slot-taken");
            assertThat(answer.body().get("alternatives")).hasSize(3).allSatisfy(alternative -> {
                assertThat(alternative.get("therapistId").asString()).isEqualTo(slot.therapistId());
                assertThat(OffsetDateTime.parse(alternative.get("start").asString()))
                        .satisfiesAnyOf(
                                start -> assertThat(start).isAfterOrEqualTo(slot.end()),
                                start -> assertThat(start.plusHours(1)).isBeforeOrEqualTo(slot.start()));
            });
        });
        var winner = rivals.get(answers.indexOf(answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()));
        clinic.mails().awaitOnly(1, List.of(winner.email()));
        assertThat(rivals)
                .filteredOn(rival -> rival != winner)
                .allSatisfy(
                        loser -> assertThat(clinic.mails().count(loser.email())).isZero());
    }

    private static List<Answer> atOnce(List<Visitor> visitors, Slot slot) throws Exception {
        var go = new CountDownLatch(1);
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var visitor : visitors) {
                answers.add(threads.submit(() -> {
                    go.await();
                    return visitor.tryToBook(Slots.TECHNIQUE, slot, Visitor.newKey());
                }));
            }
            go.countDown();
        }
        var all = new ArrayList<Answer>();
        for (var answer : answers) all.add(answer.get());
        return all;
    }
}
