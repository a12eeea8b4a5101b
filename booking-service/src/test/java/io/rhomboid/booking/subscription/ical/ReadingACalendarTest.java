package io.rhomboid.booking.subscription.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.subscription.Interval;
import io.rhomboid.booking.subscription.Reading;
import io.rhomboid.booking.subscription.Reading.Busy;
import io.rhomboid.booking.subscription.Reading.Unusable;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingACalendarTest {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant FROM = Instant.parse("2026-10-16T00:00:00Z");
    static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    /** Written by a Radicale 3.1.8, to which events of several programs had been sent. */
    @Test
    void of_a_real_server_gives_its_busy_times_and_no_others() {
        var busy = busy(resource("radicale.ics"));

        assertThat(busy.passedOver()).isZero();
        assertThat(busy.times())
                .containsExactly(
                        between("2026-10-19T16:30:00Z", "2026-10-19T18:30:00Z"), // choir, summer time
                        between("2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z"), // three days, one of 25 hours, to
                        between("2026-10-27T13:00:00Z", "2026-10-27T13:30:00Z"), // New York changes a week later
                        between("2026-10-30T11:00:00Z", "2026-10-30T12:00:00Z"), // last Friday
                        between("2026-11-02T09:00:00Z", "2026-11-02T09:45:00Z"), // dentist
                        between("2026-11-02T17:30:00Z", "2026-11-02T19:30:00Z"), // choir, winter time; not on the 9th
                        between("2026-11-03T14:00:00Z", "2026-11-03T14:30:00Z"),
                        between("2026-11-10T14:00:00Z", "2026-11-10T14:30:00Z"),
                        between("2026-11-17T18:00:00Z", "2026-11-17T20:00:00Z"), // moved from Monday
                        between("2026-11-23T17:30:00Z", "2026-11-23T19:30:00Z"),
                        between("2026-11-27T11:00:00Z", "2026-11-27T12:00:00Z"),
                        between("2026-11-30T17:30:00Z", "2026-11-30T19:30:00Z")); // the last of the choir
    }

    @Test
    void reads_a_free_busy_file() {
        var text = calendar(
                "BEGIN:VFREEBUSY",
                "DTSTART:20261101T000000Z",
                "DTEND:20261108T000000Z",
                "FREEBUSY;FBTYPE=BUSY:20261102T080000Z/PT2H,20261103T080000Z/20261103T090000Z",
                "FREEBUSY;FBTYPE=FREE:20261104T080000Z/PT2H",
                "END:VFREEBUSY");

        assertThat(busy(text).times())
                .containsExactly(
                        between("2026-11-02T08:00:00Z", "2026-11-02T10:00:00Z"),
                        between("2026-11-03T08:00:00Z", "2026-11-03T09:00:00Z"));
    }

    @Test
    void a_time_without_a_zone_is_meant_in_the_calendars_or_the_given_one() {
        var event =
                new String[] {"BEGIN:VEVENT", "UID:1", "DTSTART:20261102T090000", "DTEND:20261102T100000", "END:VEVENT"
                };

        assertThat(busy(calendar(event)).times())
                .containsExactly(between("2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z"));
        assertThat(busy(calendar(Stream.concat(Stream.of("X-WR-TIMEZONE:Asia/Tokyo"), Stream.of(event))
                                .toArray(String[]::new)))
                        .times())
                .containsExactly(between("2026-11-02T00:00:00Z", "2026-11-02T01:00:00Z"));
    }

    @Test
    void a_cancelled_time_of_what_recurs_is_free() {
        var text = calendar(
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261102T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:1",
                "RECURRENCE-ID:20261103T080000Z",
                "DTSTART:20261103T080000Z",
                "STATUS:CANCELLED",
                "END:VEVENT");

        assertThat(busy(text).times())
                .containsExactly(
                        between("2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z"),
                        between("2026-11-04T08:00:00Z", "2026-11-04T09:00:00Z"));
    }

    @Test
    void what_can_not_be_understood_is_passed_over_and_counted() {
        var text = calendar(
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART:yesterday",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:2",
                "DTSTART:20261102T090000Z",
                "RRULE:FREQ=SECONDLY",
                "DURATION:PT1S",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:3",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:4",
                "DTSTART:20261102T090000Z",
                "DURATION:PT99999999999999999999H",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:5",
                "DTSTART:20261105T090000Z",
                "DURATION:PT30M",
                "END:VEVENT");

        var busy = busy(text);

        assertThat(busy.passedOver()).isEqualTo(4);
        assertThat(busy.times()).containsExactly(between("2026-11-05T09:00:00Z", "2026-11-05T09:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html></html>",
                "BEGIN:VCARD\r\nEND:VCARD\r\n",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
            })
    void what_is_no_calendar_is_called_so(String text) {
        assertThat(read(text)).isInstanceOf(Unusable.class);
    }

    @Test
    void a_file_without_end_is_refused_soon() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            lines.addAll(List.of(
                    "BEGIN:VEVENT",
                    "UID:" + i,
                    "DTSTART:19700101T000000Z",
                    "DURATION:PT1M",
                    "RRULE:FREQ=HOURLY",
                    "END:VEVENT"));
        }

        assertThat(read(calendar(lines.toArray(String[]::new)))).isInstanceOf(Unusable.class);
    }

    /** The file's own description of a zone must come to the same as Java's. */
    @Test
    void a_zone_known_only_to_the_file_is_reckoned_as_the_file_says() {
        var zone = ZoneId.of("America/New_York");
        var random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            var local = LocalDate.of(2026, 10, 17)
                    .plusDays(random.nextInt(44))
                    .atStartOfDay()
                    .plusMinutes(5L * random.nextInt(288));
            var start = local.toString().replace("-", "").replace(":", "") + "00";
            var text = calendar(
                    "BEGIN:VTIMEZONE",
                    "TZID:Eastern Standard Time",
                    "BEGIN:STANDARD",
                    "DTSTART:16010101T020000",
                    "TZOFFSETFROM:-0400",
                    "TZOFFSETTO:-0500",
                    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11",
                    "END:STANDARD",
                    "BEGIN:DAYLIGHT",
                    "DTSTART:16010101T020000",
                    "TZOFFSETFROM:-0500",
                    "TZOFFSETTO:-0400",
                    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3",
                    "END:DAYLIGHT",
                    "END:VTIMEZONE",
                    "BEGIN:VEVENT",
                    "UID:1",
                    "DTSTART;TZID=Eastern Standard Time:" + start,
                    "DURATION:PT30M",
                    "END:VEVENT");
            var at = ZonedDateTime.of(local, zone).toInstant();

            assertThat(busy(text).times())
                    .as("%s", local)
                    .containsExactly(new Interval(at, at.plus(Duration.ofMinutes(30))));
        }
    }

    /** Weekly and daily rules, against counting days on a calendar. */
    @Test
    void what_recurs_is_the_same_as_counted_by_hand() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var first = LocalDate.of(2026, 8, 1)
                    .plusDays(random.nextInt(100))
                    .atTime(random.nextInt(24), 5 * random.nextInt(12));
            var weekly = random.nextBoolean();
            var interval = 1 + random.nextInt(3);
            var count = random.nextBoolean() ? 1 + random.nextInt(40) : Integer.MAX_VALUE;
            var until = LocalDate.of(2026, 9, 1).plusDays(random.nextInt(120)).atTime(12, 0);
            var rule = "RRULE:FREQ=" + (weekly ? "WEEKLY" : "DAILY") + ";INTERVAL=" + interval
                    + (count < Integer.MAX_VALUE
                            ? ";COUNT=" + count
                            : ";UNTIL=" + text(until.atZone(BERLIN).toInstant()));
            var expected = new ArrayList<Interval>();
            var at = first;
            for (int n = 0; n < count && (count < Integer.MAX_VALUE || n == 0 || !at.isAfter(until)); n++) {
                var start = at.atZone(BERLIN).toInstant();
                var end = start.plusSeconds(1800);
                if (end.isAfter(FROM) && start.isBefore(TO))
                    expected.add(new Interval(start.isBefore(FROM) ? FROM : start, end));
                if (!start.isBefore(TO)) break;
                at = at.plusDays((weekly ? 7L : 1L) * interval);
            }

            var text = calendar(
                    "BEGIN:VEVENT",
                    "UID:1",
                    "DTSTART;TZID=Europe/Berlin:"
                            + first.toString().replace("-", "").replace(":", "") + "00",
                    "DURATION:PT30M",
                    rule,
                    "END:VEVENT");

            assertThat(busy(text).times()).as("%s %s", first, rule).isEqualTo(expected);
        }
    }

    private static String text(Instant instant) {
        return instant.toString().replace("-", "").replace(":", "");
    }

    private static Interval between(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

    private static Busy busy(String text) {
        var reading = read(text);
        assertThat(reading).isInstanceOf(Busy.class);
        return (Busy) reading;
    }

    private static Reading read(String text) {
        return new BusyTimes().read(text, BERLIN, FROM, TO);
    }

    private static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//by hand//EN\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
    }

    private static String resource(String name) {
        try (var in = ReadingACalendarTest.class.getResourceAsStream("/calendars/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
