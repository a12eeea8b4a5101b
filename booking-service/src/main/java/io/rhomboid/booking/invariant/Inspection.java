package io.rhomboid.booking.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.invariant.Stored.Taking;
import io.rhomboid.contracts.Epochs;

/**
 * One look through all that is stored.
 *
 * <ol>
 *   <li>Documents come by when they start. For each resource those are remembered that could still cross a later one,
 *       and forgotten when they no longer can: memory does not grow with what is stored.
 *   <li>Two that cross may be a booking that moved between its reading and the other's. So both are read again, twice:
 *       if neither changed in between, they were like that at the same moment, and then it counts.
 * </ol>
 *
 * <p>Serves one thread, once.
 */
final class Inspection {

    private static final Duration LATE = Duration.ofMinutes(1);

    /** No buffer is longer: nothing that starts later than this after the end of another can cross it. */
    private static final Duration LONGEST_BUFFER = Duration.ofHours(2);

    private static final int TRIES = 5;

    /** How many documents come by before what can't be crossed any more is forgotten. */
    private static final int FORGETTING = 1_000;

    private record Open(String id, Taking taking) {}

    private final Archive archive;
    private final Duration patience;
    private final int mostTold;
    private final Instant now;

    private final Map<String, List<Open>> open = new HashMap<>();
    private final Map<Invariant, Long> counts = new EnumMap<>(Invariant.class);
    private final List<Violation> told = new ArrayList<>();
    private @Nullable Instant oldestUntold;
    private long checked;

    /**
     * @param patience how long an event may wait to be told
     * @param mostTold how many violations are told one by one; all are counted
     */
    Inspection(Archive archive, Duration patience, int mostTold, Instant now) {
        this.archive = archive;
        this.patience = patience;
        this.mostTold = mostTold;
        this.now = now;
    }

    Report run(boolean indexed) {
        if (!indexed) {
            tell(Invariant.INDEX_MISSING, List.of(), "the unique sparse index on bookings.claims is missing or wrong");
        }
        archive.read(this::look, (id, fault) -> tell(Invariant.UNREADABLE, List.of(id), fault));
        archive.readSeries(series -> {
            checked++;
            series.half(now).ifPresent(why -> tell(Invariant.HALF_SERIES, List.of(series.id()), why));
        });
        return new Report(now, checked, counts, told, oldestUntold);
    }

    private void look(Stored stored) {
        checked++;
        lookAtClaims(stored);
        lookAtVersions(stored);
        if (stored.oldestUntold() != null) lookAtUntold(stored, stored.oldestUntold());
        var expiresAt = stored.holdExpiresAt();
        if (expiresAt != null && expiresAt.plus(LATE).isBefore(now)) {
            tell(Invariant.HOLD_LAPSED, List.of(stored.id()), "should have been freed at " + expiresAt);
        }
        for (var taking : stored.takings()) {
            lookForCrossing(stored.id(), taking, stored.takings().getFirst().from());
        }
        if (checked % FORGETTING == 0 && !stored.takings().isEmpty()) {
            forget(stored.takings().getFirst().from());
        }
    }

    private void lookAtClaims(Stored stored) {
        if (stored.takings().isEmpty()) {
            if (!stored.claims().isEmpty()) {
                tell(
                        Invariant.CLAIMS_LEFT,
                        List.of(stored.id()),
                        stored.claims().size() + " claims of what has ended");
            }
            return;
        }
        var expected = new HashSet<>(stored.otherClaims());
        for (var taking : stored.takings()) {
            long end = Math.ceilDiv(taking.to().getEpochSecond(), 300);
            for (long cell = Math.floorDiv(taking.from().getEpochSecond(), 300); cell < end; cell++) {
                expected.add(taking.resource() + ":" + cell);
            }
        }
        if (expected.equals(stored.claims())) return;
        var missing = new HashSet<>(expected);
        missing.removeAll(stored.claims());
        var surplus = new HashSet<>(stored.claims());
        surplus.removeAll(expected);
        tell(
                Invariant.CLAIMS_WRONG,
                List.of(stored.id()),
                missing.size() + " claims missing, " + surplus.size() + " too many, of " + expected.size());
    }

    private void lookAtVersions(Stored stored) {
        if (!endsWith(stored.history(), stored.version())
                || !stored.history().isEmpty() && Epochs.count(stored.history().getFirst()) != 1) {
            tell(
                    Invariant.VERSION_GAP,
                    List.of(stored.id()),
                    "version " + stored.version() + ", history " + stored.history());
        }
        // What waited in a backup has its version of then, and comes before what is told again.
        var untold = stored.untold().stream()
                .filter(version -> Epochs.of(version) == Epochs.of(stored.version()))
                .toList();
        if (stored.tellsEach() ? !endsWith(untold, stored.version()) : !ascend(untold, stored.version())) {
            tell(
                    Invariant.VERSION_GAP,
                    List.of(stored.id()),
                    "version " + stored.version() + ", untold events " + stored.untold());
        }
    }

    /** Whether each follows the one before, up to the last; none at all is no gap. */
    private static boolean endsWith(List<Long> versions, long last) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i) != last - versions.size() + 1 + i) return false;
        }
        return true;
    }

    /** Whether each is later than the one before, and none than the last. */
    private static boolean ascend(List<Long> versions, long last) {
        long before = 0;
        for (long version : versions) {
            if (version <= before) return false;
            before = version;
        }
        return before <= last;
    }

    private void lookAtUntold(Stored stored, Instant since) {
        if (oldestUntold == null || since.isBefore(oldestUntold)) oldestUntold = since;
        if (since.plus(patience).isBefore(now)) {
            tell(Invariant.EVENT_STUCK, List.of(stored.id()), "an event of " + since + " is not told yet");
        }
    }

    /** @param start of the document: what it takes later may be looked at before what others take sooner */
    private void lookForCrossing(String id, Taking taking, Instant start) {
        var others = open.computeIfAbsent(taking.resource(), _ -> new ArrayList<>(2));
        others.removeIf(other -> isPast(other.taking(), start));
        for (var other : others) {
            if (!other.id().equals(id) && other.taking().crosses(taking)) lookAgain(other.id(), id, taking.resource());
        }
        others.add(new Open(id, taking));
    }

    private static boolean isPast(Taking taking, Instant from) {
        return !taking.to().plus(LONGEST_BUFFER).isAfter(from);
    }

    private void forget(Instant from) {
        open.values().removeIf(others -> {
            others.removeIf(other -> isPast(other.taking(), from));
            return others.isEmpty();
        });
    }

    private void lookAgain(String one, String other, String resource) {
        var ids = one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one);
        var found = List.<Stored>of();
        for (int i = 0; i < TRIES; i++) {
            var seen = archive.again(ids);
            if (isSame(seen, found)) break;
            found = seen;
        }
        if (found.size() < 2) return;
        for (var taking : found.get(0).takings()) {
            for (var against : found.get(1).takings()) {
                if (!taking.resource().equals(resource) || !taking.crosses(against)) continue;
                tell(
                        overlap(resource),
                        ids,
                        resource + " from " + taking.from() + " to " + taking.to() + " and from " + against.from()
                                + " to " + against.to());
                return;
            }
        }
    }

    /** Versions say it all: a document that changed has another. */
    private static boolean isSame(List<Stored> some, List<Stored> others) {
        if (some.size() != others.size()) return false;
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).version() != others.get(i).version()) return false;
        }
        return true;
    }

    private static Invariant overlap(String resource) {
        return switch (resource.charAt(0)) {
            case 't' -> Invariant.THERAPIST_OVERLAP;
            case 'r' -> Invariant.ROOM_OVERLAP;
            case 'e' -> Invariant.EQUIPMENT_OVERLAP;
            default -> Invariant.CLIENT_OVERLAP;
        };
    }

    private void tell(Invariant invariant, List<String> documents, String detail) {
        counts.merge(invariant, 1L, Long::sum);
        if (told.size() < mostTold) told.add(new Violation(invariant, documents, detail));
    }
}
