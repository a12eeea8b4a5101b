package io.rhomboid.notification.message;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.message.CalendarFile.Method;
import io.rhomboid.notification.message.ical.Ical4jCalendars;

import static io.rhomboid.notification.Examples.BERLIN;
import static io.rhomboid.notification.Examples.DECIDED;
import static io.rhomboid.notification.Examples.JO;
import static io.rhomboid.notification.Examples.MITTE;
import static io.rhomboid.notification.Examples.announcement;
import static io.rhomboid.notification.Examples.announcements;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Written by ical4j, read by biweekly, and by ical.js as the files in {@code calendars} have it: no library confirms its own
 * mistakes.
 */
class TheCalendarEntryTest {

    final Cast cast = Cast.at(LocalDateTime.parse("2026-11-24T09:15"), BERLIN);

    static CalendarFile write(BookingEvent event, Client client, Clinic clinic) {
        return new Ical4jCalendars(new Sender("bookings@rhomboid.example", "rhomboid.example"))
                .write(announcement(event, client, clinic), Language.ENGLISH);
    }

    /** Two parsers that know nothing of each other accept it without a word. */
    static ICalendar read(CalendarFile file) {
        acceptedByIcal4j(file.text());
        var warnings = new ArrayList<List<biweekly.io.ParseWarning>>();
        var calendars = Biweekly.parse(file.text()).warnings(warnings).all();
        assertThat(warnings).containsExactly(List.of());
        assertThat(calendars).hasSize(1);
        assertThat(calendars.getFirst().validate(biweekly.ICalVersion.V2_0).isEmpty())
                .as(file.text())
                .isTrue();
        return calendars.getFirst();
    }

    private static void acceptedByIcal4j(String text) {
        try {
            // It takes the blank that a folded line may begin with for the fold's own.
            var unfolded = text.replace("\r\n ", "");
            var problems =
                    new CalendarBuilder().build(new StringReader(unfolded)).validate();
            assertThat(problems.getEntries()).as(text).isEmpty();
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    static VEvent event(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    @Test
    void of_a_series_has_all_its_visits_in_one_file() {
        var calendars = new Ical4jCalendars(new Sender("bookings@rhomboid.example", "rhomboid.example"));
        var confirmed = calendars.write(announcements(cast.seriesConfirmed(3), JO, MITTE), Language.ENGLISH);
        var events = read(confirmed).getEvents();

        assertThat(confirmed.method()).isEqualTo(Method.PUBLISH);
        assertThat(read(confirmed).getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(events).hasSize(2);
        assertThat(events).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
        assertThat(events.getFirst().getUid().getValue()).isEqualTo(cast.booking() + "@rhomboid.example");
        assertThat(events)
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(cast.start(), cast.start().plus(Duration.ofDays(7)));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getSequence().getValue()).isEqualTo(2);
            assertThat(event.getAttendees()).isEmpty();
        });

        var cancelled = read(calendars.write(announcements(cast.seriesCancelled(4, 0), JO, MITTE), Language.ENGLISH));
        assertThat(cancelled.getEvents()).allSatisfy(event -> {
            assertThat(event.getStatus()).isEqualTo(Status.cancelled());
            assertThat(event.getSequence().getValue()).isEqualTo(3);
        });
    }

    static Map<String, CalendarFile> files() {
        var zones = Map.of("berlin", BERLIN, "new-york", ZoneId.of("America/New_York"), "utc", ZoneId.of("UTC"));
        var files = new TreeMap<String, CalendarFile>();
        zones.forEach((name, zone) -> {
            var there = same(LocalDateTime.parse("2027-03-27T23:30"), zone);
            files.put("confirmed-" + name, write(there.confirmed(2), JO, Examples.clinic("There", zone)));
        });
        var here = same(LocalDateTime.parse("2026-11-24T09:15"), BERLIN);
        files.put("moved", write(here.moved(3, Instant.parse("2026-10-25T00:30:00Z")), JO, MITTE));
        files.put("cancelled", write(here.cancelled(4, 0), JO, MITTE));
        files.put("couple", write(here.couple(2), JO, MITTE));
        files.put(
                "odd-names",
                write(
                        here.confirmed(2),
                        new Client("Jo\";X=1, 田中; ^'n", JO.email(), null, "en"),
                        Examples.clinic("Mitte\r\nX-EVIL:1\r\nEND:VEVENT, \"best\"; \\n", BERLIN)));
        var calendars = new Ical4jCalendars(new Sender("bookings@rhomboid.example", "rhomboid.example"));
        files.put("series", calendars.write(announcements(here.seriesConfirmed(3), JO, MITTE), Language.ENGLISH));
        return files;
    }

    private static Cast same(LocalDateTime start, ZoneId zone) {
        var any = Cast.at(start, zone);
        var booking = BookingId.of("0b8f7b0e-0000-4000-8000-000000000001");
        return new Cast(booking, any.clinic(), any.therapist(), any.client(), any.start(), zone);
    }

    /** As {@code web/src/testing/calendars.test.ts} reads them; what is written now lies in {@code target/calendars}. */
    @Test
    void is_as_the_files_have_it_that_a_parser_of_another_house_reads() throws IOException {
        var written = Files.createDirectories(Path.of("target", "calendars"));
        var files = files();
        for (var file : files.entrySet()) {
            Files.writeString(
                    written.resolve(file.getKey() + ".ics"), file.getValue().text());
        }
        files.forEach((name, file) -> {
            try (var golden = TheCalendarEntryTest.class.getResourceAsStream("/calendars/" + name + ".ics")) {
                assertThat(golden).as(name).isNotNull();
                assertThat(file.text()).as(name).isEqualTo(new String(golden.readAllBytes(), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void asks_the_calendar_to_keep_a_confirmed_session() {
        var file = write(cast.confirmed(2), JO, MITTE);
        var calendar = read(file);
        var event = event(calendar);

        assertThat(file.method()).isEqualTo(Method.REQUEST);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(cast.booking() + "@rhomboid.example");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getStatus().getValue()).isEqualTo(Status.confirmed().getValue());
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(DECIDED.plusSeconds(2));
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(cast.start());
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(cast.start().plusSeconds(3600));
        assertThat(event.getSummary().getValue()).isEqualTo("Session with Mira Vogel at Rhomboid Mitte");
        assertThat(event.getDescription().getValue())
                .isEqualTo("Reference RH-7K2M9Q. To change or cancel, contact Rhomboid Mitte: +49 30 5550100 or"
                        + " mitte@rhomboid.example.");
        assertThat(event.getLocation().getValue()).isEqualTo("Rhomboid Mitte, Torstraße 1, 10119 Berlin, Germany");
        assertThat(event.getGeo().getLatitude()).isEqualTo(52.5286);
        assertThat(event.getGeo().getLongitude()).isEqualTo(13.4106);
        assertThat(event.getOrganizer().getEmail()).isEqualTo("mitte@rhomboid.example");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Rhomboid Mitte");
        assertThat(event.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("jo@client.example");
            assertThat(attendee.getCommonName()).isEqualTo("Jo Weber");
            assertThat(attendee.getRsvp()).isFalse();
        });
        assertThat(file.text())
                .doesNotContainIgnoringCase("trigger")
                .contains("DTSTART;TZID=Europe/Berlin:20261124T091500");
    }

    @Test
    void a_visit_is_one_entry_until_its_last_session_ends_with_all_who_treat() {
        var event = event(read(write(cast.couple(2), JO, MITTE)));

        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(cast.start().plusSeconds(5400));
        assertThat(event.getSummary().getValue())
                .isEqualTo("Session with Mira Vogel and Noa <Stern> at Rhomboid Mitte");
    }

    @Test
    void a_change_keeps_the_uid_and_raises_the_sequence() {
        var before = event(read(write(cast.confirmed(2), JO, MITTE)));
        var to = Instant.parse("2026-11-25T13:00:00Z");
        var after = event(read(write(cast.moved(3, to), JO, MITTE)));

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getValue()).isEqualTo(3);
        assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(to);
    }

    @Test
    void a_cancellation_takes_it_out() {
        var file = write(cast.cancelled(4, 0), JO, MITTE);
        var calendar = read(file);

        assertThat(file.method()).isEqualTo(Method.CANCEL);
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event(calendar).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event(calendar).getSequence().getValue()).isEqualTo(4);
        assertThat(event(calendar).getUid().getValue()).isEqualTo(cast.booking() + "@rhomboid.example");
    }

    @ParameterizedTest
    @CsvSource({
        // The day before, the day of and the day after each change of the clock, and far from any.
        "Europe/Berlin, 2026-10-24T09:00, 2026-10-25T09:00, 2026-10-26T09:00, 2026-07-01T23:30",
        "Europe/Berlin, 2027-03-27T09:00, 2027-03-28T09:00, 2027-03-29T09:00, 2027-01-01T00:00",
        "America/New_York, 2026-10-31T09:00, 2026-11-01T09:00, 2026-11-02T09:00, 2026-12-24T18:00",
        "America/New_York, 2027-03-13T09:00, 2027-03-14T09:00, 2027-03-15T09:00, 2027-06-01T08:00",
        "Pacific/Auckland, 2026-09-26T09:00, 2026-09-27T09:00, 2026-09-28T09:00, 2026-12-31T23:45",
        "Pacific/Auckland, 2027-04-03T09:00, 2027-04-04T09:00, 2027-04-05T09:00, 2027-06-21T07:00",
        "Australia/Lord_Howe, 2026-10-03T09:00, 2026-10-04T09:00, 2027-04-03T09:00, 2027-04-04T09:00",
        "America/Nuuk, 2026-10-24T21:00, 2026-10-25T09:00, 2027-03-27T21:00, 2027-03-28T09:00",
        "Africa/Casablanca, 2027-02-06T09:00, 2027-02-07T09:00, 2027-03-14T09:00, 2026-11-24T09:00",
        "Europe/Dublin, 2026-10-24T09:00, 2026-10-25T09:00, 2027-03-28T09:00, 2027-07-01T09:00",
        "Asia/Kolkata, 2026-11-24T09:00, 2027-03-28T09:00, 2027-07-01T09:00, 2027-12-31T23:45",
        "UTC, 2026-11-24T09:00, 2027-03-28T09:00, 2027-07-01T09:00, 2027-12-31T23:45",
    })
    void means_the_right_instant_on_either_side_of_a_clock_change(
            ZoneId zone, LocalDateTime a, LocalDateTime b, LocalDateTime c, LocalDateTime d) {
        for (var start : List.of(a, b, c, d)) {
            var there = Cast.at(start, zone);
            var file = write(there.confirmed(1), JO, Examples.clinic("There", zone));
            var calendar = read(file);

            assertThat(ZoneReading.start(calendar))
                    .as("%s in %s by %s", start, zone, file.text())
                    .isEqualTo(start.atZone(zone).toInstant());
            assertThat(ZoneReading.end(calendar))
                    .isEqualTo(start.atZone(zone).toInstant().plusSeconds(3600));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Pacific/Auckland"})
    void means_the_right_instant_within_the_hours_of_the_change_itself(ZoneId zone) {
        var change = zone.getRules().nextTransition(DECIDED);
        for (int i = 0; i < 4; i++) {
            for (int minutes = -180; minutes <= 180; minutes += 15) {
                var start = change.getInstant().plusSeconds(minutes * 60L);
                var there = new Cast(cast.booking(), cast.clinic(), cast.therapist(), cast.client(), start, zone);
                var file = write(there.confirmed(1), JO, Examples.clinic("There", zone));

                assertThat(ZoneReading.start(read(file)))
                        .as("%s by %s", start.atZone(zone), file.text())
                        .isEqualTo(start);
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, BYMONTH=3;BYDAY=-1SU, BYMONTH=10;BYDAY=-1SU, CET, CEST",
        "America/New_York, BYMONTH=3;BYDAY=2SU, BYMONTH=11;BYDAY=1SU, EST, EDT",
        "Pacific/Auckland, BYMONTH=9;BYDAY=-1SU, BYMONTH=4;BYDAY=1SU, NZST, NZDT",
    })
    void says_the_clocks_rule_where_calendars_know_it(
            ZoneId zone, String daylight, String standard, String standardName, String daylightName) {
        var there = Cast.at(LocalDateTime.parse("2026-11-24T09:00"), zone);

        var text = write(there.confirmed(1), JO, Examples.clinic("There", zone)).text();

        assertThat(text)
                .contains(
                        "TZID:" + zone,
                        "RRULE:FREQ=YEARLY;" + daylight,
                        "RRULE:FREQ=YEARLY;" + standard,
                        "TZNAME:" + standardName,
                        "TZNAME:" + daylightName);
    }

    @Test
    void every_zone_that_changes_its_clock_is_written_and_read() {
        var seen = new HashSet<ZoneRules>();
        // Not ZoneId.getAvailableZoneIds(): ical4j adds names of its own to it, without rules.
        for (var id : TimeZone.getAvailableIDs()) {
            var zone = TimeZone.getTimeZone(id).toZoneId();
            var changes = zone.getRules().nextTransition(DECIDED) != null;
            if (!changes || !seen.add(zone.getRules())) continue;
            var start = LocalDateTime.parse("2027-02-24T09:00");
            var there = Cast.at(start, zone);
            var file = write(there.confirmed(1), JO, Examples.clinic("There", zone));
            var calendar = read(file);

            assertThat(ZoneReading.start(calendar))
                    .as("%s by %s", zone, file.text())
                    .isEqualTo(start.atZone(zone).toInstant());
        }
    }

    @Test
    void nothing_that_people_wrote_becomes_a_line_of_its_own() {
        var evil = new Client(
                "Jo\";ROLE=CHAIR:mailto:x\r\nATTENDEE:mailto:all\r\n \"; ^n Ünï, 田中\\n",
                "jo@client.example",
                null,
                "en");
        var clinic = Examples.clinic("Mitte\r\nX-EVIL:1\r\nEND:VEVENT, \"best\"; \\n", BERLIN);

        var file = write(cast.confirmed(2), new Client("Jo\";X=1, 田中; ^'n", evil.email(), null, "en"), clinic);
        var event = event(read(file));
        assertThat(event.getExperimentalProperties()).isEmpty();
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getAttendees().getFirst().getCommonName()).startsWith("Jo';X=1, 田中; ");
        assertThat(event.getLocation().getValue()).startsWith("Mitte X-EVIL:1 END:VEVENT, \"best\"; \\n, Torstraße 1");

        var other = event(read(write(cast.confirmed(2), evil, clinic)));
        assertThat(other.getAttendees()).hasSize(1);
        assertThat(other.getExperimentalProperties()).isEmpty();
    }

    @Test
    void lines_are_short_and_end_as_the_format_wants() {
        var text = write(cast.confirmed(2), JO, Examples.clinic("田中マッサージ".repeat(12), BERLIN))
                .text();

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        for (var line : text.split("\r\n")) {
            assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .as(line)
                    .isLessThanOrEqualTo(75);
        }
    }
}
