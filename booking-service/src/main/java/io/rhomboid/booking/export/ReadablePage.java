package io.rhomboid.booking.export;

import java.util.Locale;

import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** The same as a page that needs nothing but itself: names and values, one below the other, as deep as they go. */
final class ReadablePage {

    private ReadablePage() {}

    static String of(String title, JsonNode all) {
        var page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <style>
                body { font: 16px/1.55 system-ui, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem;
                       color-scheme: light dark }
                dl { margin: 0 0 0 1rem } dt { font-weight: 600 } dd { margin: 0 0 .4rem 1rem } li { margin-bottom: .8rem }
                </style></head><body><h1>%1$s</h1>
                """.formatted(HtmlUtils.htmlEscape(title)));
        write(page, all);
        return page.append("</body></html>\n").toString();
    }

    private static void write(StringBuilder page, JsonNode node) {
        if (node.isObject()) {
            page.append("<dl>");
            node.propertyStream().forEach(field -> {
                page.append("<dt>").append(words(field.getKey())).append("</dt><dd>");
                write(page, field.getValue());
                page.append("</dd>\n");
            });
            page.append("</dl>");
        } else if (node.isArray()) {
            if (node.isEmpty()) page.append("nothing");
            else {
                page.append("<ol>");
                node.forEach(one -> {
                    page.append("<li>");
                    write(page, one);
                    page.append("</li>\n");
                });
                page.append("</ol>");
            }
        } else {
            page.append(node.isNull() ? "–" : HtmlUtils.htmlEscape(node.asString()));
        }
    }

    /** {@code handedInAt} as "Handed in at". */
    private static String words(String name) {
        var words = HtmlUtils.htmlEscape(
                name.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2").toLowerCase(Locale.ROOT));
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
