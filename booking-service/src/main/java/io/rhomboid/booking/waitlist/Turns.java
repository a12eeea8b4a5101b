package io.rhomboid.booking.waitlist;

import java.util.Comparator;

import io.rhomboid.contracts.clinic.WaitlistOrder;

/**
 * Whose turn it is. Every order ends with the same questions, so that there is always exactly one answer: who joined
 * first, then whose id comes first; and of one's own slots the earliest, then the longest, then by therapist.
 */
final class Turns {

    private static final Comparator<Entry> BY_JOINING = Comparator.comparing(Entry::joinedAt)
            .thenComparing(entry -> entry.id().toString());

    private static final Comparator<Candidate> BY_COMING = Comparator.comparing(Candidate::entry, BY_JOINING)
            .thenComparing(candidate -> candidate.slot().start())
            .thenComparing(Comparator.comparingLong(Candidate::minutes).reversed())
            .thenComparing(candidate -> candidate.slot().therapistId().toString());

    private static final Comparator<Candidate> BY_LENGTH =
            Comparator.comparingLong(Candidate::minutes).reversed().thenComparing(BY_COMING);

    private static final Comparator<Candidate> BY_FIT =
            Comparator.comparingInt(Candidate::unusableMinutes).thenComparing(BY_LENGTH);

    private Turns() {}

    /** Of those who could take something, the one whose turn it is comes first. */
    static Comparator<Candidate> by(WaitlistOrder order) {
        return switch (order) {
            case FIRST_COME -> BY_COMING;
            case LONGEST_SESSION -> BY_LENGTH;
            case BEST_FIT -> BY_FIT;
        };
    }

    /** As the desk lists those who wait, before it is known what becomes free. */
    static Comparator<Entry> list(WaitlistOrder order) {
        return switch (order) {
            case FIRST_COME, BEST_FIT -> BY_JOINING;
            case LONGEST_SESSION ->
                Comparator.comparingInt((Entry entry) -> entry.wish().longest())
                        .reversed()
                        .thenComparing(BY_JOINING);
        };
    }
}
