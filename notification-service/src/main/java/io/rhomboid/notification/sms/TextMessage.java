package io.rhomboid.notification.sms;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** A message as a text message: who says it, what, and where to go; short enough to be paid for. */
final class TextMessage {

    /** Three segments of the cheaper alphabet hold what any of our kinds has to say. */
    private static final int MOST_SEGMENTS = 3;

    private TextMessage() {}

    /**
     * What is too long loses the end of what is said, and never its link; a link that fits no text is left out.
     *
     * @param sender in whose name
     */
    static String of(String sender, String brief, @Nullable URI link) {
        var begin = plain(sender) + ": ";
        var end = link == null ? "" : " " + link;
        if (Segments.of(begin + end).count() > MOST_SEGMENTS) end = "";
        var said = plain(brief);
        // Most kinds begin with it, for those to whom nothing else says who writes.
        if (said.startsWith(begin)) said = said.substring(begin.length());
        if (Segments.of(begin + said + end).count() <= MOST_SEGMENTS) return begin + said + end;
        int length = said.length();
        while (length > 0
                && Segments.of(begin + said.substring(0, length) + "..." + end).count() > MOST_SEGMENTS) {
            length = said.offsetByCodePoints(length, -1);
        }
        return begin + said.substring(0, length).stripTrailing() + "..." + end;
    }

    /** Without what looks nicer and makes each text cost twice as much: the alphabet has é and ñ, and no other accents of Spanish. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('–', '-')
                .replace('—', '-')
                .replace('‘', '\'')
                .replace('’', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace('„', '"')
                .replace("…", "...")
                .replace('á', 'a')
                .replace('í', 'i')
                .replace('ó', 'o')
                .replace('ú', 'u')
                .replace('Á', 'A')
                .replace('Í', 'I')
                .replace('Ó', 'O')
                .replace('Ú', 'U')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
