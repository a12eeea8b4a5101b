package io.rhomboid.notification.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a message says, as somebody wrote it. Nothing in it is ever run: places are filled, lines are left out, and that
 * is all.
 *
 * <pre>{@code
 * subject = Moved to {at} at {clinic}
 * brief = {clinic}: your session is now on {at}.
 * # Your session has moved
 * Hello {name},
 * !name Hello,
 * > {when}
 * Because it was moved late, there is a fee of {fee}.
 * | Price | {price}
 * -> {link} See your session
 * ~ in small print
 * ## A heading
 * @session
 * }</pre>
 *
 * A line is a paragraph unless it begins otherwise. A line is left out when it names what there is not; before it,
 * {@code ?place} wants something to be there and {@code !place} wants it not to be. {@code @session} stands for lines that
 * several scripts of a language share, {@code *} for the entries of a list.
 */
public final class Script {

    /** Longer is none that somebody wrote. */
    public static final int LONGEST = 8_000;

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern CONDITION = Pattern.compile("([?!])([a-zA-Z]+) (.*)");
    private static final Pattern SUBJECT = Pattern.compile("(subject|brief) = (.*)");

    enum Form {
        TITLE("# "),
        HEADING("## "),
        SAID("> "),
        ROW("| "),
        LINK("-> "),
        SMALL("~ "),
        ENTRIES("*"),
        PARAGRAPH("");

        final String mark;

        Form(String mark) {
            this.mark = mark;
        }
    }

    record Condition(String place, boolean wanted) {}

    /** @param label of a row or a link; empty for others */
    record Line(List<Condition> conditions, Form form, String label, String text) {

        Set<String> places() {
            var places = new LinkedHashSet<>(placesOf(text));
            places.addAll(placesOf(label));
            return places;
        }
    }

    /** Why a text is no script, and in which line; the first is 1. */
    public static final class Unusable extends RuntimeException {
        public Unusable(int line, String why) {
            super("line " + line + ": " + why);
        }
    }

    private final String subject;
    private final String brief;
    private final List<Line> lines;

    private Script(String subject, String brief, List<Line> lines) {
        this.subject = subject;
        this.brief = brief;
        this.lines = List.copyOf(lines);
    }

    /**
     * @param shared what {@code @name} stands for
     * @param known the places that may be named
     * @throws Unusable with the line and what would be right
     */
    public static Script parse(String text, Shared shared, Set<String> known) {
        if (text.length() > LONGEST) throw new Unusable(1, "a script has at most " + LONGEST + " characters");
        String subject = "";
        String brief = "";
        var lines = new ArrayList<Line>();
        int number = 0;
        for (var raw : text.lines().toList()) {
            number++;
            var line = raw.strip();
            if (line.isEmpty()) continue;
            var head = SUBJECT.matcher(line);
            if (head.matches()) {
                check(head.group(2), known, number);
                if (head.group(1).equals("subject")) subject = head.group(2);
                else brief = head.group(2);
            } else if (line.startsWith("@")) {
                var included = shared.lines(line.substring(1).strip());
                if (included.isEmpty()) {
                    throw new Unusable(number, line + " is none of " + String.join(", ", shared.names()));
                }
                for (var one : included) lines.add(line(one, known, number));
            } else {
                lines.add(line(line, known, number));
            }
        }
        if (subject.isBlank()) throw new Unusable(1, "a line \"subject = …\" is missing");
        if (lines.isEmpty()) throw new Unusable(number, "there is nothing but a subject");
        return new Script(subject, brief.isEmpty() ? subject : brief, lines);
    }

    /** What {@code @name} stands for in one language. */
    public interface Shared {

        /** Empty when there is no such name. */
        List<String> lines(String name);

        Set<String> names();
    }

    private static Line line(String text, Set<String> known, int number) {
        var conditions = new ArrayList<Condition>();
        var rest = text;
        for (var m = CONDITION.matcher(rest); m.matches(); m = CONDITION.matcher(rest)) {
            if (!known.contains(m.group(2))) throw unknown(m.group(2), known, number);
            conditions.add(new Condition(m.group(2), m.group(1).equals("?")));
            rest = m.group(3).strip();
        }
        var form = Form.PARAGRAPH;
        for (var one : Form.values()) {
            if (rest.startsWith(one.mark)) {
                form = one;
                break;
            }
        }
        var said = rest.substring(form.mark.length()).strip();
        check(said, known, number);
        return switch (form) {
            case ROW -> {
                int bar = said.indexOf('|');
                if (bar < 1) throw new Unusable(number, "a row is | Label | {place}");
                yield new Line(
                        conditions,
                        form,
                        said.substring(0, bar).strip(),
                        said.substring(bar + 1).strip());
            }
            case LINK -> {
                var place = PLACE.matcher(said);
                if (!place.lookingAt() || !isLink(place.group(1))) {
                    throw new Unusable(number, "a link is -> {link} and what it says");
                }
                yield new Line(conditions, form, said.substring(place.end()).strip(), place.group());
            }
            default -> new Line(conditions, form, "", said);
        };
    }

    /** Nothing else may be followed: what people wrote never becomes an address. */
    private static boolean isLink(String place) {
        return place.equals("link") || place.equals("unsubscribe");
    }

    private static void check(String text, Set<String> known, int number) {
        for (var place : placesOf(text)) {
            if (!known.contains(place)) throw unknown(place, known, number);
        }
        if (PLACE.matcher(text).replaceAll("").matches(".*[{}].*")) {
            throw new Unusable(number, "{ and } stand around a place's name and nowhere else");
        }
    }

    private static Unusable unknown(String place, Set<String> known, int number) {
        return new Unusable(
                number, "{" + place + "} is not known here; there are " + String.join(", ", new TreeSet<>(known)));
    }

    private static List<String> placesOf(String text) {
        return PLACE.matcher(text).results().map(m -> m.group(1)).toList();
    }

    /** The subject with its places filled, one line; blank when something that it names is not there. */
    String subject(Facts facts) {
        return filled(subject, facts);
    }

    String brief(Facts facts) {
        return filled(brief, facts);
    }

    private static String filled(String text, Facts facts) {
        return facts.hasAll(placesOf(text)) ? PLACE.matcher(text).replaceAll(m -> quoted(facts.get(m.group(1)))) : "";
    }

    /** The lines that are to be said of these facts. */
    List<Line> lines(Facts facts) {
        return lines.stream()
                .filter(line -> line.conditions().stream().allMatch(one -> facts.has(one.place()) == one.wanted()))
                .filter(line -> facts.hasAll(line.places()))
                .filter(line -> line.form() != Form.ENTRIES || !facts.entries().isEmpty())
                .toList();
    }

    /** @param value what stands for a place */
    static String fill(String text, java.util.function.UnaryOperator<String> value) {
        return PLACE.matcher(text).replaceAll(m -> quoted(value.apply(m.group(1))));
    }

    private static String quoted(String value) {
        return java.util.regex.Matcher.quoteReplacement(value);
    }
}
