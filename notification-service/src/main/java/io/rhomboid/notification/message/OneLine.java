package io.rhomboid.notification.message;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What other people wrote, made fit for a subject, a header or a sentence of ours: one line, visible, not endless.
 * Markup is left alone, escaping is the templates' work.
 */
final class OneLine {

    private static final int LONGEST = 120;

    /** Line ends, controls, and marks that turn the direction of what follows; joiners are letters' business and stay. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}&&[^\\u200C\\u200D]]+");

    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\s]+");

    /** Mail programs make links of these; nobody shall send one to a stranger by calling themselves so. */
    private static final Pattern LINK = Pattern.compile("[/@\\\\]|www\\.|\\p{L}\\.\\p{L}{2}", Pattern.CASE_INSENSITIVE);

    private OneLine() {}

    static String of(@Nullable String text) {
        if (text == null) return "";
        var line = BLANKS.matcher(UNSEEN.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    /** A name to address somebody by; empty when it is none that we would repeat. */
    static String name(String text) {
        var line = of(text);
        return LINK.matcher(line).find() ? "" : line;
    }
}
