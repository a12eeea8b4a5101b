package io.rhomboid.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.rhomboid.acceptance.Visitor.Answer;
import io.rhomboid.acceptance.Visitor.Slot;

/** Free hours for a story to book, far enough from each other not to get in each other's way. */
final class Slots {

    static final String TECHNIQUE = "TRIGGER_POINT";

    private Slots() {}

    /** So many of them within the next weeks, at any clinic, from a day that the story has for itself. */
    static List<Slot> free(Visitor visitor, int count, int inDays) {
        var chosen = atMost(visitor, count, inDays);
        if (chosen.size() < count) throw new IllegalStateException("the demo is too full for " + count + " bookings");
        return chosen;
    }

    /** What each of so many visitors is answered, as a status, who want one hour at the same time. */
    static List<Integer> wantedByMany(RunningClinic clinic, Slot slot, int rivals) throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < rivals; i++) {
                var rival = clinic.visitor();
                answers.add(threads.submit(() -> rival.tryToBook(TECHNIQUE, slot, Visitor.newKey())));
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) statuses.add(answer.get().status());
        return statuses;
    }

    static List<Slot> atMost(Visitor visitor, int count, int inDays) {
        var from = LocalDate.now().plusDays(inDays);
        var chosen = new ArrayList<Slot>();
        for (var slot : visitor.whoIsFree(TECHNIQUE, 60, "", from, from.plusDays(2))) {
            if (chosen.size() == count) return chosen;
            var far = chosen.stream()
                    .allMatch(other -> !other.clinicId().equals(slot.clinicId())
                            || slot.start().isAfter(other.end().plusMinutes(30))
                            || other.start().isAfter(slot.end().plusMinutes(30)));
            if (far) chosen.add(slot);
        }
        return chosen;
    }
}
