package io.rhomboid.booking.session;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.treatment.Treatment.Pressure;

/**
 * What a therapist writes down: what was done, and the four parts of a SOAP note.
 *
 * @param areas treated; codes of the intake's form
 * @param technique what was done where, in the therapist's words
 * @param pressure as it was
 * @param response how the client took it, during and right after
 * @param selfCare what the client can do until next time; the client sees it
 * @param subjective what the client says
 * @param objective what the therapist finds
 * @param assessment what they make of it
 * @param plan what comes next
 */
public record Note(
        SortedSet<String> areas,
        @Nullable String technique,
        Pressure.@Nullable Level pressure,
        @Nullable String response,
        List<String> selfCare,
        @Nullable String subjective,
        @Nullable String objective,
        @Nullable String assessment,
        @Nullable String plan) {

    public Note {
        areas = new TreeSet<>(areas);
        selfCare = List.copyOf(selfCare);
    }

    /** What is found about somebody's body is never written by accident. */
    @Override
    public String toString() {
        return "Note[…]";
    }
}
