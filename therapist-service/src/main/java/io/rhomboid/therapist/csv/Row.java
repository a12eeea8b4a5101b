package io.rhomboid.therapist.csv;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One row of a list.
 *
 * @param line where it begins in the file; the header is line 1
 * @param cells by column, without blanks around them; a blank one is not there
 */
public record Row(long line, Map<String, String> cells) {

    public Row {
        cells = Map.copyOf(cells);
    }

    /** Null if it is blank or the list has no such column. */
    public @Nullable String cell(String column) {
        return cells.get(column);
    }

    /** @param message what the cell must be, so that it reads on after the column */
    public LineProblem wrong(String column, String message) {
        return new LineProblem(line, column, message);
    }
}
