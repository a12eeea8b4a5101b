package io.rhomboid.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.rhomboid.contracts.booking.BookingEvent;

/**
 * What was told after a backup was taken and is not in it.
 *
 * @param made sessions that somebody expects, and of which the store knows nothing any more
 * @param changed bookings of which it knows an earlier state
 */
record Lost(List<BookingEvent> made, List<BookingEvent> changed) {

    private static final String HEAD =
            "\"what\",\"reference\",\"start\",\"end\",\"zone\",\"treatment\",\"clinic\",\"therapist\",\"client\",\"name\",\"phone\",\"email\"\n";

    /** @param booking the database, as it was brought back and before its versions were raised */
    static Lost of(Heard heard, MongoDatabase booking) {
        var made = new ArrayList<BookingEvent>();
        var changed = new ArrayList<BookingEvent>();
        var bookings = booking.getCollection("bookings");
        for (var event : heard.bookings().values()) {
            var kept = bookings.find(new Document("_id", event.key()))
                    .projection(new Document("version", 1))
                    .first();
            if (kept == null) {
                if (Heard.stands(event)) made.add(event);
            } else if (kept.getLong("version") < event.version()) {
                changed.add(event);
            }
        }
        var byStart = Comparator.<BookingEvent, Instant>comparing(
                event -> event.booking().start());
        made.sort(byStart);
        changed.sort(byStart);
        return new Lost(made, changed);
    }

    boolean isNothing() {
        return made.isEmpty() && changed.isEmpty();
    }

    /** For whoever calls these people: it names them, and is for its owner alone. */
    void write(Path file, Heard heard) {
        var lines = Stream.concat(
                        made.stream().map(event -> line("made since, gone now", event, heard)),
                        changed.stream().map(event -> line("changed since, last: " + word(event), event, heard)))
                .collect(Collectors.joining("", HEAD, ""));
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, lines, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Refused(
                    "What is lost could not be written to " + file + ": " + e
                            + ". Make room for it, and restore once more, with --over.",
                    e);
        }
    }

    private static String word(BookingEvent event) {
        return event.getClass().getSimpleName().replaceFirst("^Booking", "").toLowerCase(Locale.ROOT);
    }

    private static String line(String what, BookingEvent event, Heard heard) {
        var booking = event.booking();
        var client = heard.contacts().get(booking.clientId());
        return Stream.of(
                        what,
                        booking.reference(),
                        booking.start().atZone(booking.zone()).toOffsetDateTime(),
                        booking.visitEnd().atZone(booking.zone()).toOffsetDateTime(),
                        booking.zone(),
                        booking.treatment(),
                        booking.clinicId(),
                        booking.therapistId(),
                        booking.clientId(),
                        client == null ? "" : client.name(),
                        client == null || client.phone() == null ? "" : client.phone(),
                        client == null || client.email() == null ? "" : client.email())
                .map(Lost::cell)
                .collect(Collectors.joining(",", "", "\n"));
    }

    /** People may be called anything: nothing of it is a formula in a spreadsheet. */
    private static String cell(Object value) {
        var text = value.toString().replace("\"", "\"\"");
        boolean formula = !text.isEmpty() && "=@-\t\r".indexOf(text.charAt(0)) >= 0
                || text.startsWith("+") && !text.matches("\\+[0-9 ()/-]+");
        return "\"" + (formula ? "'" : "") + text + "\"";
    }
}
