package io.rhomboid.notification.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import io.rhomboid.notification.message.Script.Form;
import io.rhomboid.notification.message.Script.Line;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A script with its places filled, as plain text and as HTML that reads well on a phone, light and dark. */
final class Page {

    /** What stands before the language, before the title, before what is said, and after it. */
    private static final String[] FRAME = frame().split("\\{(language|title|content)}");

    private Page() {}

    private static String frame() {
        try (var in = Page.class.getResourceAsStream("/mail/layout.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<Line> lines, Facts facts) {
        var text = new StringBuilder();
        int widest = lines.stream()
                .filter(line -> line.form() == Form.ROW)
                .mapToInt(line -> line.label().length())
                .max()
                .orElse(0);
        Form before = Form.TITLE;
        for (var line : lines) {
            if (line.form() == Form.TITLE) continue;
            if (before != Form.TITLE) {
                var close = before == Form.HEADING || before == Form.ROW && line.form() == Form.ROW;
                text.append(close ? "\n" : "\n\n");
            }
            var said = Script.fill(line.text(), facts::get);
            switch (line.form()) {
                case TITLE -> {}
                case SAID -> text.append("    ").append(said);
                case ROW ->
                    text.append(line.label())
                            .append(':')
                            .repeat(' ', widest - line.label().length() + 1)
                            .append(said.replace("\n", "\n" + " ".repeat(widest + 2)));
                case LINK ->
                    text.append(Script.fill(line.label(), facts::get))
                            .append(":\n\n    ")
                            .append(said);
                case ENTRIES -> text.append(entries(facts));
                case HEADING, SMALL, PARAGRAPH -> text.append(said);
            }
            before = line.form();
        }
        return text.append('\n').toString();
    }

    private static String entries(Facts facts) {
        var text = new StringBuilder();
        for (var entry : facts.entries()) {
            if (!text.isEmpty()) text.append("\n\n");
            text.append("    ").append(entry.when());
            text.append("\n    ").append(entry.said());
            if (entry.link() != null) text.append("\n    ").append(entry.link());
        }
        return text.toString();
    }

    static String html(List<Line> lines, Facts facts, Language language) {
        var html = new StringBuilder();
        var title = "";
        Form before = Form.TITLE;
        for (var line : lines) {
            if (before == Form.ROW && line.form() != Form.ROW) html.append("</table>\n");
            var said = Script.fill(escaped(line.text()), facts::html);
            switch (line.form()) {
                case TITLE -> {
                    title = Script.fill(line.text(), facts::get);
                    html.append("<h1>").append(said).append("</h1>\n");
                }
                case HEADING -> html.append("<h2>").append(said).append("</h2>\n");
                case SAID -> html.append("<p class=\"when\">").append(said).append("</p>\n");
                case ROW -> {
                    if (before != Form.ROW) {
                        html.append("<table role=\"presentation\" class=\"facts\" cellpadding=\"0\" cellspacing=\"0\" "
                                + "border=\"0\">\n");
                    }
                    html.append("<tr><td class=\"label\">")
                            .append(escaped(line.label()))
                            .append("</td><td>")
                            .append(said.replace("\n", "<br>"))
                            .append("</td></tr>\n");
                }
                case LINK ->
                    html.append(line.text().equals("{link}") ? "<p><a class=\"action\"" : "<p class=\"muted\"><a")
                            .append(" href=\"")
                            .append(said)
                            .append("\">")
                            .append(Script.fill(escaped(line.label()), facts::html))
                            .append("</a></p>\n");
                case SMALL -> html.append("<p class=\"muted\">").append(said).append("</p>\n");
                case ENTRIES -> entries(facts, language, html);
                case PARAGRAPH -> html.append("<p>").append(said).append("</p>\n");
            }
            before = line.form();
        }
        if (before == Form.ROW) html.append("</table>\n");
        return FRAME[0] + language.locale().toLanguageTag() + FRAME[1] + escaped(title) + FRAME[2] + html + FRAME[3];
    }

    private static void entries(Facts facts, Language language, StringBuilder html) {
        for (var entry : facts.entries()) {
            html.append("<p class=\"when\">").append(escaped(entry.when())).append("</p>\n<p>");
            html.append(escaped(entry.said()));
            if (entry.link() != null) {
                html.append("<br><a href=\"")
                        .append(escaped(entry.link().toString()))
                        .append("\">")
                        .append(escaped(language.say("visit.link")))
                        .append("</a>");
            }
            html.append("</p>\n");
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
