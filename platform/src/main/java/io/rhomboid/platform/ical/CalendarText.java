package io.rhomboid.platform.ical;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;

/** A calendar as text, in lines of at most 75 bytes (RFC 5545, 3.1). */
public final class CalendarText {

    private static final int LONGEST_LINE = 75;

    private CalendarText() {}

    public static String of(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fold(text.toString().replace("\r\n ", ""));
    }

    /** Cut between letters; the library counts letters instead of bytes. */
    private static String fold(String lines) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            int letter = lines.codePointAt(i);
            int size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (letter == '\r' || letter == '\n') {
                bytes = 0;
            } else if ((bytes += size) > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1 + size;
            }
            folded.appendCodePoint(letter);
        }
        return folded.toString();
    }
}
