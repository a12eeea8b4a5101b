package io.rhomboid.booking.calendar.ical;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.calendar.Calendar;
import io.rhomboid.booking.calendar.Calendar.Entry;
import io.rhomboid.booking.reservation.TimeSlot;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Written by ical4j, read by ical4j, by biweekly, and by ical.js as the file in {@code calendars} has it: no library alone
 * confirms its own mistakes.
 */
class WritingAFeedTest {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant CHANGED = Instant.parse("2026-11-20T08:00:00Z");

    static Entry entry(Instant start, ZoneId zone, boolean cancelled, String summary) {
        return new Entry(
                "0b8f7b0e-0000-4000-8000-000000000001@rhomboid.example",
                3,
                CHANGED,
                new TimeSlot(start, start.plusSeconds(3600)),
                zone,
                cancelled,
                summary,
                "Mitte, Torstraße 1, 10119 Berlin, DE",
                "RH-7K2M9Q");
    }

    static Entry entry(LocalDateTime start, ZoneId zone) {
        return entry(start.atZone(zone).toInstant(), zone, false, "Swedish · Mira Vogel");
    }

    static String write(Entry... entries) {
        return new Ical4jFeeds().write(new Calendar("Rhomboid · Mitte", List.of(entries)));
    }

    static ICalendar byBiweekly(String text) {
        var warnings = new ArrayList<List<ParseWarning>>();
        var calendars = Biweekly.parse(text).warnings(warnings).all();
        assertThat(warnings).as(text).containsExactly(List.of());
        assertThat(calendars).hasSize(1);
        assertThat(calendars.getFirst().validate(ICalVersion.V2_0).isEmpty())
                .as(text)
                .isTrue();
        return calendars.getFirst();
    }

    static List<VEvent> byIcal4j(String text) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            assertThat(calendar.validate().hasErrors()).as(text).isFalse();
            return calendar.getComponents("VEVENT");
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void a_session_is_an_entry_that_calendars_keep_apart_from_its_earlier_selves() {
        var text = write(entry(LocalDateTime.parse("2026-11-24T09:15"), BERLIN));

        var event = byBiweekly(text).getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo("0b8f7b0e-0000-4000-8000-000000000001@rhomboid.example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(CHANGED);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-24T08:15:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-24T09:15:00Z"));
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getTransparency().getValue()).isEqualTo("OPAQUE");
        assertThat(event.getLocation().getValue()).isEqualTo("Mitte, Torstraße 1, 10119 Berlin, DE");
        assertThat(text)
                .contains("DTSTART;TZID=Europe/Berlin:20261124T091500", "TZID:Europe/Berlin", "BEGIN:DAYLIGHT")
                .contains("X-WR-CALNAME:Rhomboid · Mitte")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H")
                .doesNotContain("METHOD", "ATTENDEE", "ORGANIZER");
    }

    /** As {@code web/src/testing/calendars.test.ts} reads it; what is written now lies in {@code target/calendars}. */
    @Test
    void is_as_the_file_has_it_that_a_parser_of_another_house_reads() throws IOException {
        var text = write(
                entry(LocalDateTime.parse("2026-11-24T09:15"), BERLIN),
                entry(LocalDateTime.parse("2027-03-14T03:30"), ZoneId.of("America/New_York")));
        Files.writeString(
                Files.createDirectories(Path.of("target", "calendars")).resolve("feed.ics"), text);

        try (var golden = WritingAFeedTest.class.getResourceAsStream("/calendars/feed.ics")) {
            assertThat(golden).isNotNull();
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_cancelled_session_is_said_to_be_and_takes_no_time() {
        var text = write(entry(Instant.parse("2026-11-24T08:15:00Z"), BERLIN, true, "Swedish"));

        var event = byBiweekly(text).getEvents().getFirst();
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getTransparency().getValue()).isEqualTo("TRANSPARENT");
    }

    @Test
    void a_feed_without_sessions_is_a_calendar_all_the_same() {
        var text = write();

        assertThat(Biweekly.parse(text).first().getEvents()).isEmpty();
        assertThat(byIcal4j(text)).isEmpty();
    }

    @Test
    void the_same_calendar_is_the_same_text() {
        var entry = entry(LocalDateTime.parse("2026-11-24T09:15"), BERLIN);

        assertThat(write(entry)).isEqualTo(write(entry));
    }

    /** Over a year and in several zones at once: each entry means its instant, whatever changes in between. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Pacific/Auckland",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "America/Nuuk",
                "Asia/Kathmandu",
                "Africa/Cairo",
                "UTC"
            })
    void every_entry_of_a_year_means_its_instant(ZoneId zone) {
        var first = LocalDateTime.parse("2026-10-20T09:00");
        var entries = IntStream.range(0, 400)
                .mapToObj(day -> entry(first.plusDays(day).plusMinutes(day % 9 * 75), day % 2 == 0 ? zone : BERLIN))
                .toArray(Entry[]::new);

        var text = write(entries);

        var events = byIcal4j(text);
        assertThat(byBiweekly(text).getEvents()).hasSize(400);
        assertThat(events).hasSize(400);
        for (int i = 0; i < entries.length; i++) {
            assertThat(instant(events.get(i)
                            .<DtStart<?>>getRequiredProperty("DTSTART")
                            .getDate()))
                    .as("%s in %s", entries[i].slot(), entries[i].zone())
                    .isEqualTo(entries[i].slot().start());
            assertThat(instant(
                            events.get(i).<DtEnd<?>>getRequiredProperty("DTEND").getDate()))
                    .isEqualTo(entries[i].slot().end());
        }
    }

    @Test
    void both_hours_that_the_clock_shows_twice_are_told_apart() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");

        var events = byIcal4j(write(entry(first, BERLIN, false, "a"), entry(second, BERLIN, false, "b")));

        assertThat(instant(
                        events.get(0).<DtStart<?>>getRequiredProperty("DTSTART").getDate()))
                .isEqualTo(first);
        assertThat(instant(
                        events.get(1).<DtStart<?>>getRequiredProperty("DTSTART").getDate()))
                .isEqualTo(second);
    }

    @Test
    void nothing_that_people_wrote_becomes_a_line_of_its_own() {
        var evil = "Massage\r\nX-EVIL:1\r\nEND:VEVENT, \"best\"; \\n 田中";

        var event = byBiweekly(write(entry(Instant.parse("2026-11-24T08:15:00Z"), BERLIN, false, evil)))
                .getEvents()
                .getFirst();

        assertThat(event.getExperimentalProperties()).isEmpty();
        assertThat(event.getSummary().getValue()).contains("X-EVIL:1", "END:VEVENT, \"best\"; \\n 田中");
    }

    @Test
    void lines_are_short_and_end_as_the_format_wants() {
        var text = write(entry(Instant.parse("2026-11-24T08:15:00Z"), BERLIN, false, "田中マッサージ".repeat(20)));

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        for (var line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        assertThat(byBiweekly(text).getEvents().getFirst().getSummary().getValue())
                .isEqualTo("田中マッサージ".repeat(20));
    }

    private static Instant instant(Object date) {
        return switch (date) {
            case Instant instant -> instant;
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            default -> throw new AssertionError(date.getClass() + " without a zone: " + date);
        };
    }
}
