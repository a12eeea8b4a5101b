package io.rhomboid.booking.intake;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.treatment.Treatment.Pressure;

/**
 * What a client says about their body; codes are those of the {@link Form}. Null where nothing was said yet, and an
 * empty text where there is nothing to say.
 *
 * @param spots where it hurts
 * @param sinceDays for how long
 * @param pressure what they like
 * @param avoidAreas not to be touched
 * @param words anything else
 */
public record Said(
        SortedSet<String> goals,
        List<Spot> spots,
        @Nullable Integer sinceDays,
        @Nullable String history,
        @Nullable String medication,
        @Nullable String allergies,
        @Nullable Pregnancy pregnancy,
        Pressure.@Nullable Level pressure,
        SortedSet<String> avoidAreas,
        @Nullable Conversation conversation,
        @Nullable String words) {

    public Said {
        goals = new TreeSet<>(goals);
        spots = List.copyOf(spots);
        avoidAreas = new TreeSet<>(avoidAreas);
    }

    /** @param pain 0 (nothing) to 10 (the worst) */
    public record Spot(String area, Side side, SortedSet<String> qualities, int pain) {

        public Spot {
            qualities = new TreeSet<>(qualities);
        }
    }

    public enum Side {
        LEFT,
        RIGHT,
        BOTH
    }

    public enum Pregnancy {
        NO,
        YES,
        MAYBE
    }

    /** Talk or quiet during the session. */
    public enum Conversation {
        TALK,
        QUIET,
        EITHER
    }

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "Said[…]";
    }
}
