package io.rhomboid.booking.session.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.session.Note;
import io.rhomboid.contracts.treatment.Treatment.Pressure;

/**
 * What a therapist writes down; nothing must be there.
 *
 * @param because why it is amended; needed from the second time on
 * @param areas treated; codes of {@code GET /api/v1/intake-form}
 * @param technique what was done where
 * @param response how the client took it
 * @param selfCare what the client can do until next time; the client sees it
 * @param subjective what the client says (SOAP)
 * @param objective what you find (SOAP)
 * @param assessment what you make of it (SOAP)
 * @param plan what comes next (SOAP)
 */
record SessionNoteRequest(
        @Nullable @Size(min = 3, max = 200) @Pattern(regexp = LINE, message = "must be on one line")
        String because,

        @Nullable @Size(max = 40) Set<@NotNull @Size(max = 40) String> areas,
        @Nullable @Size(max = MOST) String technique,
        Pressure.@Nullable Level pressure,
        @Nullable @Size(max = MOST) String response,
        @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 200) String> selfCare,
        @Nullable @Size(max = MOST) String subjective,
        @Nullable @Size(max = MOST) String objective,
        @Nullable @Size(max = MOST) String assessment,
        @Nullable @Size(max = MOST) String plan) {

    private static final int MOST = 4000;
    private static final String LINE = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*";

    Note toNote() {
        return new Note(
                new TreeSet<>(areas == null ? Set.of() : areas),
                technique,
                pressure,
                response,
                selfCare == null ? List.of() : selfCare,
                subjective,
                objective,
                assessment,
                plan);
    }

    /** What is found about somebody's body is never written by accident. */
    @Override
    public String toString() {
        return "SessionNoteRequest[…]";
    }
}
