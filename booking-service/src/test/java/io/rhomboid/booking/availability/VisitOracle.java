package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomFeature;

/** The rules about a visit, by trying out every room and every piece of equipment for each of its sessions. */
record VisitOracle(Oracle alone, AskedVisit asked, Instant now) {

    private static final Set<String> ASKED_TOGETHER = Set.of("Protected", "HeldBack");

    boolean fits() {
        var starts = asked.starts();
        for (int i = 0; i < starts.size(); i++) {
            for (var why : alone.reasons(starts.get(i), now)) {
                if (!ASKED_TOGETHER.contains(why) && !(i > 0 && why.equals("OffGrid"))) return false;
            }
        }
        return oneEach() && capsKept() && wishesKept() && roomsGoRound() && equipmentGoesRound();
    }

    private Clinic clinic() {
        return alone.clinics().get(asked.clinicId());
    }

    private Instant from(AskedStart start) {
        var therapist = alone.therapists().get(start.therapistId());
        return start.start().minus(Duration.ofMinutes(Oracle.bufferBefore(therapist, clinic(), start.treatment())));
    }

    private static Instant end(AskedStart start) {
        return start.start().plus(Duration.ofMinutes(start.lengthMinutes()));
    }

    private Instant to(AskedStart start) {
        var therapist = alone.therapists().get(start.therapistId());
        return end(start).plus(Duration.ofMinutes(Oracle.bufferAfter(therapist, clinic(), start.treatment())));
    }

    /** Whether two sessions are for two people and cross, so that nobody and nothing can serve both. */
    private boolean compete(int i, int j) {
        var one = asked.starts().get(i);
        var other = asked.starts().get(j);
        return asked.sessions().get(i).companions() != asked.sessions().get(j).companions()
                && from(one).isBefore(to(other))
                && from(other).isBefore(to(one));
    }

    private boolean oneEach() {
        var starts = asked.starts();
        for (int i = 0; i < starts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (compete(i, j)
                        && starts.get(i).therapistId().equals(starts.get(j).therapistId())) return false;
            }
        }
        return true;
    }

    private boolean capsKept() {
        var starts = asked.starts();
        for (var start : starts) {
            var cap = alone.therapists().get(start.therapistId()).rota().rules().dailyCap();
            var date = start.start().atZone(clinic().zone()).toLocalDate();
            long here = starts.stream()
                    .filter(it -> it.therapistId().equals(start.therapistId())
                            && it.start().atZone(clinic().zone()).toLocalDate().equals(date))
                    .count();
            if (cap != null && alone.sessionsOn(start.therapistId(), date) + here > cap) return false;
        }
        return true;
    }

    private boolean wishesKept() {
        var starts = asked.starts();
        for (var start : starts) {
            if (starts.stream().anyMatch(it -> isSame(it, start) && end(it).equals(start.start()))) continue;
            var last = start;
            for (int i = 0; i < starts.size(); i++) {
                var end = end(last);
                var next = starts.stream()
                        .filter(it -> isSame(it, start) && it.start().equals(end))
                        .findFirst();
                if (next.isPresent()) last = next.get();
            }
            int minutes =
                    Math.toIntExact(Duration.between(start.start(), end(last)).toMinutes());
            var stretch =
                    new AskedStart(start.therapistId(), start.clinicId(), start.treatment(), minutes, start.start());
            if (alone.isProtected(stretch, last.treatment())) return false;
            var rules = alone.therapists().get(start.therapistId()).rota().rules();
            if (LookBusy.holdsBack(start.therapistId(), CellSet.cellOf(start.start()), rules.lookBusyPercent())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(AskedStart one, AskedStart other) {
        return one.therapistId().equals(other.therapistId());
    }

    private boolean roomsGoRound() {
        var options = new ArrayList<List<Room>>();
        for (var start : asked.starts()) {
            var needs = alone.treatments().get(start.treatment()).roomNeeds();
            options.add(clinic().rooms().stream()
                    .filter(room -> room.features().containsAll(needs))
                    .filter(room -> !alone.isTaken(room.id(), from(start), to(start)))
                    .toList());
        }
        for (var choice : choices(options)) {
            boolean clash = false;
            for (int i = 0; i < choice.size(); i++) {
                boolean isDouble = choice.get(i).features().contains(RoomFeature.DOUBLE);
                if (asked.oneRoom() && !(isDouble && choice.get(i).equals(choice.getFirst()))) clash = true;
                for (int j = 0; j < i; j++) {
                    if (choice.get(i).equals(choice.get(j)) && !isDouble && compete(i, j)) clash = true;
                }
            }
            if (!clash) return true;
        }
        return false;
    }

    private boolean equipmentGoesRound() {
        return clinic().equipment().stream().map(Equipment::kind).distinct().allMatch(this::goesRound);
    }

    private boolean goesRound(EquipmentKind kind) {
        var using = new ArrayList<Integer>();
        var options = new ArrayList<List<Equipment>>();
        for (int i = 0; i < asked.starts().size(); i++) {
            var start = asked.starts().get(i);
            if (!alone.treatments().get(start.treatment()).equipmentNeeds().contains(kind)) continue;
            using.add(i);
            options.add(clinic().equipment().stream()
                    .filter(piece -> piece.kind().equals(kind))
                    .filter(piece -> !alone.isTaken(piece.id(), from(start), to(start)))
                    .toList());
        }
        for (var choice : choices(options)) {
            boolean clash = false;
            for (int i = 0; i < choice.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (choice.get(i).equals(choice.get(j)) && compete(using.get(i), using.get(j))) clash = true;
                }
            }
            if (!clash) return true;
        }
        return false;
    }

    /** Every way to take one of each. */
    static <T> List<List<T>> choices(List<List<T>> options) {
        var all = List.of(Collections.<T>emptyList());
        for (var some : options) {
            var next = new ArrayList<List<T>>();
            for (var begun : all) {
                for (var one : some) {
                    var more = new ArrayList<>(begun);
                    more.add(one);
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }
}
