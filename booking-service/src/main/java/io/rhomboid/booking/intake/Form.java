package io.rhomboid.booking.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.intake.IntakeAnswer.Wrong;

/**
 * What is asked, as the file {@code form.json} has it.
 *
 * @param about for who edits the file
 * @param version rises with every change of the file
 */
public record Form(
        String about, int version, Consent consent, List<Area> areas, List<Option> goals, List<Option> qualities) {

    public Form {
        areas = List.copyOf(areas);
        goals = List.copyOf(goals);
        qualities = List.copyOf(qualities);
    }

    /** @param version of the words; who agreed to others must agree again */
    public record Consent(String version, String words) {}

    /** A part of the body, seen from one side. */
    public record Area(String code, View view, String label, String source) {}

    public enum View {
        FRONT,
        BACK
    }

    public record Option(String code, String label, String source) {}

    /** What can't be meant, whether it is complete or not. */
    List<Wrong> wrong(Said said) {
        var wrong = new ArrayList<Wrong>();
        var knownAreas = areas.stream().map(Area::code).toList();
        known("goals", said.goals(), codes(goals), wrong);
        known("avoidAreas", said.avoidAreas(), knownAreas, wrong);
        for (int i = 0; i < said.spots().size(); i++) {
            var spot = said.spots().get(i);
            known("spots[" + i + "].area", List.of(spot.area()), knownAreas, wrong);
            known("spots[" + i + "].qualities", spot.qualities(), codes(qualities), wrong);
        }
        return wrong;
    }

    /** What is still missing before it can be handed in. */
    List<Wrong> missing(Said said) {
        var missing = new ArrayList<Wrong>();
        if (said.goals().isEmpty()) missing.add(new Wrong("goals", "must name at least one"));
        require("history", said.history(), missing);
        require("medication", said.medication(), missing);
        require("allergies", said.allergies(), missing);
        if (said.pregnancy() == null) missing.add(new Wrong("pregnancy", "must be answered"));
        if (said.pressure() == null) missing.add(new Wrong("pressure", "must be answered"));
        if (said.conversation() == null) missing.add(new Wrong("conversation", "must be answered"));
        return missing;
    }

    private static void require(String field, @Nullable String text, List<Wrong> missing) {
        if (text == null) missing.add(new Wrong(field, "must be answered; an empty text says that there is nothing"));
    }

    private static void known(String field, Collection<String> said, List<String> known, List<Wrong> wrong) {
        if (!known.containsAll(said)) wrong.add(new Wrong(field, "must be of " + String.join(", ", known)));
    }

    private static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }
}
