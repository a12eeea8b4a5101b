package io.rhomboid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;

/**
 * What one part of the bench has found: printed, as {@code bench/target/<part>.json}, and as the part's table in {@code
 * docs/performance.md}, if run where that is.
 */
final class Report {

    static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

    /** How long one side of a round over HTTP takes. */
    static final int SECONDS = Integer.getInteger("bench.seconds", 2);

    private static final Path PAGE = Path.of("docs/performance.md");

    /** What a figure ought to be; nothing, if it is only told. */
    record Bound(double value, boolean atLeast) {

        static final Bound NONE = new Bound(Double.NaN, false);

        static Bound atMost(double value) {
            return new Bound(value, false);
        }

        static Bound atLeast(double value) {
            return new Bound(value, true);
        }

        boolean holds(double found) {
            return Double.isNaN(value) || (atLeast ? found >= value : found <= value);
        }

        String text() {
            return Double.isNaN(value) ? "" : (atLeast ? "≥ " : "≤ ") + number(value);
        }
    }

    private record Row(
            String what,
            String against,
            double median,
            double least,
            double most,
            String unit,
            Bound must,
            Bound aim,
            int rounds,
            String note) {

        String verdict() {
            if (Double.isNaN(must.value)) return "";
            if (!must.holds(median)) return "**missed**";
            return Double.isNaN(aim.value) || !aim.holds(median) ? "yes" : "yes, the aim too";
        }
    }

    private final String part;
    private final double coresBefore = Machine.coresAtWork();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean busy = Machine.isBusy(coresBefore);

    Report(String part) {
        this.part = part;
    }

    void remark(String remark) {
        remarks.add(remark);
    }

    void add(String what, String against, Rounds rounds, String unit, Bound must, Bound aim) {
        busy |= rounds.busy();
        var note = rounds.dropped() == 0 ? "" : rounds.dropped() + " rounds dropped";
        add(what, against, toArray(rounds.ratios()), unit, must, aim, note);
    }

    void add(String what, String against, double[] values, String unit, Bound must, Bound aim) {
        add(what, against, values, unit, must, aim, "");
    }

    void add(String what, String against, double[] values, String unit, Bound must, Bound aim, String note) {
        rows.add(new Row(
                what,
                against,
                median(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                unit,
                must,
                aim,
                values.length,
                note));
        System.err.println("measured: " + what + ": " + number(median(values)) + " " + unit);
    }

    /** The middle one, or of two the lower. */
    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    /** Of the logarithms, by least squares. */
    static double slope(int[] sizes, double[] values) {
        double n = sizes.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = Math.log(sizes[i]);
            double y = Math.log(values[i]);
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        return (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }

    static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @FunctionalInterface
    interface Steps {
        void take() throws Exception;
    }

    /** Writes what these have found, also when one of them fails and takes the others with it. */
    void writeAfter(Steps steps) throws Exception {
        try {
            steps.take();
        } catch (Exception e) {
            remark("**Broken off**: " + e.getMessage());
            throw e;
        } finally {
            write();
        }
    }

    void write() throws IOException {
        var table = table();
        System.out.print(table);
        var json = Path.of("bench/target/" + part + ".json");
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(json, json());
        if (Files.exists(PAGE)) Files.writeString(PAGE, with(Files.readString(PAGE), table));
    }

    private String table() {
        var text = new StringBuilder("| what | against | median | least to most | must | aim | held |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (var row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s %s | %s | %s | %s | %s |%n",
                    row.what,
                    row.against,
                    number(row.median),
                    row.unit,
                    row.rounds == 1 ? "" : number(row.least) + " to " + number(row.most),
                    row.must.text(),
                    row.aim.text(),
                    row.note.isEmpty() ? row.verdict() : row.verdict() + " (" + row.note + ")"));
        }
        text.append(String.format(
                Locale.ROOT,
                "%n`./clinic bench %s`, %s, %s; %.1f cores at work before it began%s.%n",
                part,
                LocalDate.now(),
                Machine.name(),
                coresBefore,
                busy ? ": **taken under load**, so times count for little and ratios for something" : ""));
        for (var remark : remarks) text.append(remark).append('\n');
        return text.toString();
    }

    private String json() {
        var mapper = new JsonMapper();
        var json = mapper.createObjectNode()
                .put("part", part)
                .put("date", LocalDate.now().toString())
                .put("machine", Machine.name())
                .put("coresAtWorkBefore", coresBefore)
                .put("underLoad", busy);
        var all = json.putArray("rows");
        for (var row : rows) {
            var one = all.addObject()
                    .put("what", row.what)
                    .put("against", row.against)
                    .put("median", row.median)
                    .put("least", row.least)
                    .put("most", row.most)
                    .put("unit", row.unit)
                    .put("rounds", row.rounds)
                    .put("must", row.must.text())
                    .put("aim", row.aim.text())
                    .put("held", row.must.holds(row.median));
            if (!row.note.isEmpty()) one.put("note", row.note);
        }
        var told = json.putArray("remarks");
        remarks.forEach(told::add);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    /** The page with this table where its part is marked; as it is, if it isn't. */
    private String with(String page, String table) {
        var begin = "<!-- bench " + part + " -->\n";
        var end = "<!-- end of bench " + part + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) return page;
        return page.substring(0, from + begin.length()) + "\n" + table + "\n" + page.substring(to);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1_000_000) return String.format(Locale.ROOT, "%.3g", value);
        if (size >= 100) return String.format(Locale.ROOT, "%,.0f", value);
        if (size >= 10) return String.format(Locale.ROOT, "%.1f", value);
        var text = String.format(Locale.ROOT, size >= 0.1 || size == 0 ? "%.2f" : "%.4f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
