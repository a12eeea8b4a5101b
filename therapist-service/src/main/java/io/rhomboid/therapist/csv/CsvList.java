package io.rhomboid.therapist.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.springframework.http.HttpStatus;

import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/**
 * The form of a list: RFC 4180 in UTF-8, with or without a byte order mark, the first line naming the columns, in any
 * order.
 *
 * @param needed columns that must be there
 * @param possible columns that may be there
 * @param mostRows beside the header
 */
public record CsvList(List<String> needed, List<String> possible, int mostRows) {

    /** Bytes of one list. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    public CsvList {
        needed = List.copyOf(needed);
        possible = List.copyOf(possible);
    }

    /**
     * All rows with what is wrong with their form.
     *
     * @throws ProblemException 400 {@code unreadable-csv} if no row can be told from another, 413 if it is too long
     */
    public List<Row> read(InputStream in, List<LineProblem> problems) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "A list may have " + MOST_BYTES + " bytes at most. Send it in parts."));
        }
        var lines = lines(text(bytes));
        if (lines.isEmpty()) throw unreadable("The list is empty. Its first line names the columns: " + needed + ".");
        var header = lines.getFirst().getFields().stream().map(String::strip).toList();
        checkHeader(header);
        if (lines.size() - 1 > mostRows) {
            throw unreadable("The list has " + (lines.size() - 1) + " rows; at most " + mostRows
                    + " can be taken at once. Send it in parts.");
        }
        return rows(header, lines.subList(1, lines.size()), problems);
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw unreadable("The list must be in UTF-8; in a spreadsheet choose \"CSV UTF-8\" when you save it.");
        }
    }

    private static List<CsvRecord> lines(String text) {
        try (var reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw unreadable("This is not CSV as in RFC 4180: " + cause.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void checkHeader(List<String> header) {
        var seen = new HashSet<String>();
        for (var column : header) {
            if (!seen.add(column)) throw unreadable("The column " + column + " is there twice.");
            if (!needed.contains(column) && !possible.contains(column)) {
                throw unreadable("There is no column '" + column + "' here. Needed: " + needed + "; possible: "
                        + possible + "; with commas between.");
            }
        }
        for (var column : needed) {
            if (!seen.contains(column)) throw unreadable("The column " + column + " is missing in the first line.");
        }
    }

    private List<Row> rows(List<String> header, List<CsvRecord> lines, List<LineProblem> problems) {
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < Math.min(header.size(), line.getFieldCount()); i++) {
                var cell = line.getField(i).strip();
                if (!cell.isEmpty()) cells.put(header.get(i), cell);
            }
            var row = new Row(line.getStartingLineNumber(), cells);
            rows.add(row);
            if (line.getFieldCount() != header.size()) {
                problems.add(row.wrong(
                        header.getFirst(),
                        "begins a row of " + line.getFieldCount() + " cells; it must have " + header.size()
                                + " as the first line; a cell with a comma in it needs quotes"));
                continue;
            }
            for (var column : needed) {
                if (!cells.containsKey(column)) problems.add(row.wrong(column, "must be filled"));
            }
        }
        return rows;
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "unreadable-csv", why));
    }
}
