package io.rhomboid.booking.subscription.ical;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;

/**
 * A component with its lines as they stand there. The library unfolds and takes apart; times stay texts, because it
 * would reckon by zone data of its own.
 */
record Part(String name, List<Line> lines, List<Part> parts) {

    /** @param parameters by name in capitals */
    record Line(String name, Map<String, String> parameters, String value) {}

    /** Unfolded here (RFC 5545, 3.1): the library loses its way when a line goes on with a second space. */
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

    /** @throws IOException if it is no calendar */
    static Part parse(String text) throws IOException {
        var builder = new Builder();
        try {
            new CalendarParserImpl().parse(new StringReader(FOLD.matcher(text).replaceAll("")), builder);
        } catch (ParserException | RuntimeException e) {
            throw new IOException(e);
        }
        return builder.root;
    }

    List<Part> parts(String name) {
        return parts.stream().filter(part -> part.name.equals(name)).toList();
    }

    List<Line> lines(String name) {
        return lines.stream().filter(line -> line.name.equals(name)).toList();
    }

    Optional<Line> line(String name) {
        return lines.stream().filter(line -> line.name.equals(name)).findFirst();
    }

    boolean says(String name, String value) {
        return line(name).filter(line -> line.value.equalsIgnoreCase(value)).isPresent();
    }

    private static final class Builder implements ContentHandler {

        private final Part root = new Part("VCALENDAR", new ArrayList<>(), new ArrayList<>());
        private final Deque<Part> open = new ArrayDeque<>();
        private String property = "";
        private Map<String, String> parameters = new LinkedHashMap<>();
        private @Nullable String value;

        @Override
        public void startCalendar() {
            open.push(root);
        }

        @Override
        public void endCalendar() {
            open.clear();
        }

        @Override
        public void startComponent(String name) {
            var part = new Part(capitals(name), new ArrayList<>(), new ArrayList<>());
            open.element().parts.add(part);
            open.push(part);
        }

        @Override
        public void endComponent(String name) {
            open.pop();
        }

        @Override
        public void startProperty(String name) {
            property = capitals(name);
            parameters = new LinkedHashMap<>();
            value = null;
        }

        @Override
        public void parameter(String name, String value) {
            parameters.put(capitals(name), value);
        }

        @Override
        public void propertyValue(String value) {
            this.value = value;
        }

        @Override
        public void endProperty(String name) {
            if (value != null) open.element().lines.add(new Line(property, parameters, value.strip()));
        }

        private static String capitals(String name) {
            return name.toUpperCase(Locale.ROOT);
        }
    }
}
