package io.rhomboid.therapist.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.Problem.FieldError;
import io.rhomboid.platform.web.ProblemException;

/**
 * Takes a checked list in, or tells what is wrong with it. A list that is taken in twice changes nothing the second
 * time.
 */
public final class Import {

    /** What a piece of a list did to what was there. */
    public enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /**
     * The rows that are stored together or not at all.
     *
     * @param rows not empty
     * @param problems empty if it can be stored
     * @param store asked only if there are none; may refuse by a {@link ProblemException} nevertheless, if what was
     *     checked changed in the meantime
     * @param told how a field of that refusal is called in the list
     */
    public record Piece(
            List<Row> rows,
            List<LineProblem> problems,
            Supplier<Effect> store,
            Function<FieldError, LineProblem> told) {

        public Piece {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What came of it.
     *
     * @param dryRun whether it was only looked at
     * @param rows of the list, without its header
     * @param good rows that can be stored, or were
     * @param created pieces that are new; all three are 0 in a dry run
     * @param problems of the other rows, by line
     */
    public record Report(
            boolean dryRun, int rows, int good, int created, int changed, int unchanged, List<LineProblem> problems) {}

    private Import() {}

    /**
     * 200 with the {@link Report}, or 422 {@code bad-lines} with it if anything is wrong and not the good ones alone are
     * to be stored.
     *
     * @param accept {@code all} or {@code good}
     */
    public static ResponseEntity<?> take(List<Piece> pieces, boolean dryRun, String accept) {
        if (!accept.equals("all") && !accept.equals("good")) {
            return Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "accept must be all or good")
                    .field("accept", "must be all or good")
                    .answer();
        }
        var problems = new ArrayList<LineProblem>();
        for (var piece : pieces) problems.addAll(piece.problems());
        if (dryRun) return ResponseEntity.ok(report(true, pieces, 0, new int[3], problems));
        if (!problems.isEmpty() && accept.equals("all")) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "bad-lines",
                            problems.size()
                                    + " cells are not as they must be, so nothing was stored. Mend them, or send it"
                                    + " with accept=good to store the other rows.")
                    .with("report", report(false, pieces, 0, new int[3], problems))
                    .answer();
        }
        var effects = new int[Effect.values().length];
        int refused = 0;
        for (var piece : pieces) {
            if (!piece.problems().isEmpty()) continue;
            try {
                effects[piece.store().get().ordinal()]++;
            } catch (ProblemException e) {
                refused += piece.rows().size();
                for (var error : e.problem().errors()) problems.add(piece.told().apply(error));
            }
        }
        return ResponseEntity.ok(report(false, pieces, refused, effects, problems));
    }

    private static Report report(
            boolean dryRun, List<Piece> pieces, int refused, int[] effects, List<LineProblem> problems) {
        problems.sort(Comparator.comparingLong(LineProblem::line));
        return new Report(
                dryRun,
                pieces.stream().mapToInt(piece -> piece.rows().size()).sum(),
                pieces.stream()
                                .filter(piece -> piece.problems().isEmpty())
                                .mapToInt(piece -> piece.rows().size())
                                .sum()
                        - refused,
                effects[Effect.CREATED.ordinal()],
                effects[Effect.CHANGED.ordinal()],
                effects[Effect.UNCHANGED.ordinal()],
                List.copyOf(problems));
    }
}
