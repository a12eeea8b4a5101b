package io.rhomboid.therapist.guide;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What the guide goes by, as the file {@code rules.json} has it. In each rule, {@code when} lists conditions of which
 * one must hold, and {@code source} names the articles it is from, or {@code house}.
 *
 * @param about for who edits the file
 * @param version rises with every change of the file
 * @param notice what the guide is and is not
 * @param verdicts what to do, for each verdict
 * @param implied what follows from what was said; in the order in which one may follow from another
 * @param ranking what speaks for and against a technique
 * @param ownBestFor for the treatments of a clinic that no rule names
 */
public record Rules(
        String about,
        int version,
        String notice,
        Map<Verdict, String> verdicts,
        List<Implied> implied,
        List<Ranking> ranking,
        Pressures pressure,
        Weighed ownBestFor,
        Lengths lengths,
        List<Frequency> frequency,
        List<SelfCare> selfCare) {

    public Rules {
        verdicts = Map.copyOf(verdicts);
        implied = List.copyOf(implied);
        ranking = List.copyOf(ranking);
        frequency = List.copyOf(frequency);
        selfCare = List.copyOf(selfCare);
    }

    /** What a client means without saying it. */
    public record Implied(
            String id, List<Condition> when, Question question, String option, String says, String source) {}

    /**
     * Speaks for a technique (weight above 0) or against it (below).
     *
     * <p>About the one that the client has in mind, unless it says otherwise.
     *
     * @param treatments those it is about
     * @param pressingFrom about those that may press this hard or harder
     */
    public record Ranking(
            String id,
            @Nullable List<TreatmentCode> treatments,
            Pressure.@Nullable Level pressingFrom,
            List<Condition> when,
            int weight,
            String says,
            String source) {

        boolean isAbout(Offered offered, Complaint complaint) {
            if (treatments != null) return treatments.contains(offered.code());
            if (pressingFrom != null) return offered.treatment().pressure().to().compareTo(pressingFrom) >= 0;
            return offered.code().equals(complaint.wanted());
        }
    }

    /** A rule whose condition is in the code, because it compares two things. */
    public record Weighed(String id, int weight, String says, String source) {}

    /** The pressure that is preferred and that of a technique; {@code {pressure}} in the text becomes the latter. */
    public record Pressures(Weighed fits, Weighed firmer, Weighed lighter) {}

    /** @param rules the first that applies */
    public record Lengths(int fromMinutes, int toMinutes, List<Length> rules) {}

    public record Length(String id, List<Condition> when, int minutes, String says, String source) {}

    /** So many sessions in so many days, in one phase; of each phase the first that applies. */
    public record Frequency(
            String id,
            Phase phase,
            List<Condition> when,
            int sessions,
            int inDaysFrom,
            int inDaysTo,
            String says,
            String until,
            String source) {}

    public enum Phase {
        START,
        BETTER,
        UPKEEP
    }

    /**
     * Something a client can do between sessions.
     *
     * @param unless left out when one of these holds
     * @param onlyWhenClear left out while a doctor must be asked
     */
    public record SelfCare(
            String id,
            List<Condition> when,
            @Nullable List<Condition> unless,
            boolean onlyWhenClear,
            String says,
            String source) {}
}
