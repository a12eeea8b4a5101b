package io.rhomboid.booking.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.TheseBlocks;
import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.CancellationPolicy;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.booking.reservation.Timetable.Line;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

import static org.assertj.core.api.Assertions.assertThat;

class WhatAFeedShowsTest {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Money FREE = new Money(0, "EUR");
    static final TherapistId MIRA = new TherapistId(new UUID(2, 0));
    static final ClientId JO = new ClientId(new UUID(5, 1));

    final List<Line> lines = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final Availability availability = new Availability();

    {
        Neighbourhood.tell(availability, List.of(MIRA), 2);
    }

    Calendar shown(Whose whose, Catalogue catalogue) {
        var feed = new Feed(new FeedId(new UUID(9, 9)), 1, whose, NOW, NOW);
        return new Calendars(
                        new OneFeed(feed),
                        (_, _, _, reader) -> lines.forEach(reader),
                        new TheseBlocks(blocks),
                        () -> catalogue,
                        _ -> Map.of(JO, new Client("Jo Maria Weber", "jo@client.example", null, "de")),
                        "rhomboid.example",
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .openedBy(new FeedToken("secret"))
                .orElseThrow();
    }

    Calendar shown(Whose whose) {
        return shown(whose, availability.catalogue());
    }

    void there_is(BookingStatus status) {
        var session = new BookedSession(
                Neighbourhood.CLINIC,
                MIRA,
                new RoomId(new UUID(3, 1)),
                List.of(),
                Neighbourhood.SWEDISH,
                TimeSlot.starting(NOW.plus(Duration.ofDays(3)), Duration.ofMinutes(60)),
                0,
                15,
                Neighbourhood.BERLIN);
        lines.add(new Line(
                new Booking(
                        new BookingId(new UUID(7, lines.size())),
                        4,
                        "RH-7K2M9Q",
                        status,
                        JO,
                        Visit.of(session),
                        new Money(70_00, "EUR"),
                        new CancellationPolicy(Duration.ofHours(24), 50, 100, false)),
                NOW.minusSeconds(60)));
    }

    @Test
    void a_client_sees_treatment_therapist_and_address() {
        there_is(new Confirmed(NOW));

        var calendar = shown(new Whose.OfClient(JO));

        assertThat(calendar.name()).isEqualTo("Rhomboid");
        var entry = calendar.entries().getFirst();
        assertThat(entry.summary()).isEqualTo("Swedish · Mira");
        assertThat(entry.location()).isEqualTo("Mitte, Torstraße 1, Berlin, DE");
        assertThat(entry.description()).isEqualTo("RH-7K2M9Q · +49 30 5550100 · mitte@rhomboid.example");
        assertThat(entry.uid()).isEqualTo(new UUID(7, 0) + "@rhomboid.example");
        assertThat(entry.version()).isEqualTo(4);
        assertThat(entry.changedAt()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void a_therapist_sees_initials_and_the_room() {
        there_is(new Confirmed(NOW));

        var calendar = shown(new Whose.OfTherapist(MIRA));

        assertThat(calendar.name()).isEqualTo("Rhomboid · Mira");
        assertThat(calendar.entries().getFirst().summary()).isEqualTo("Swedish · J. W.");
        assertThat(calendar.entries().getFirst().location()).isEqualTo("Room 1, Mitte");
        assertThat(calendar.toString()).doesNotContain("Weber", "client.example");
    }

    @Test
    void a_clinic_sees_therapist_and_room_and_nothing_of_the_client() {
        there_is(new Confirmed(NOW));

        var calendar = shown(new Whose.OfClinic(Neighbourhood.CLINIC));

        assertThat(calendar.name()).isEqualTo("Rhomboid · Mitte");
        assertThat(calendar.entries().getFirst().summary()).isEqualTo("Swedish · Mira · Room 1");
        assertThat(calendar.toString()).doesNotContain("J. W.", "Weber", "client.example");
    }

    @Test
    void what_was_cancelled_is_shown_for_four_weeks_and_what_was_never_agreed_not_at_all() {
        there_is(new Held(NOW.plusSeconds(600), 1, false));
        there_is(new Expired(NOW.minusSeconds(600)));
        there_is(new Cancelled(NOW.minus(Duration.ofDays(27)), FREE, false));
        there_is(new Cancelled(NOW.minus(Duration.ofDays(29)), FREE, false));

        var entries = shown(new Whose.OfClient(JO)).entries();

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.uid()).startsWith(new UUID(7, 2).toString());
            assertThat(entry.cancelled()).isTrue();
        });
    }

    @Test
    void a_therapist_sees_time_off_but_not_what_their_own_calendar_told_us() {
        var from = NOW.plus(Duration.ofDays(5));
        var to = from.plus(Duration.ofDays(2));
        blocks.add(
                new Block(new BlockId(new UUID(8, 1)), 1, BlockedTime.timeOff(MIRA, from, to), "dentist", null, null));
        blocks.add(new Block(
                new BlockId(new UUID(8, 2)), 1, BlockedTime.busyElsewhere(MIRA, from, to), null, "feed", null));

        var calendar = shown(new Whose.OfTherapist(MIRA));

        assertThat(calendar.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.uid()).isEqualTo("block-" + new UUID(8, 1) + "@rhomboid.example");
            assertThat(entry.summary()).isEqualTo("Time off");
            assertThat(entry.slot()).isEqualTo(new TimeSlot(from, to));
            assertThat(entry.zone()).isEqualTo(Neighbourhood.BERLIN);
        });
        assertThat(calendar.toString()).doesNotContain("dentist");
        assertThat(shown(new Whose.OfClinic(Neighbourhood.CLINIC)).entries()).isEmpty();
    }

    @Test
    void a_catalogue_that_knows_nothing_yet_is_no_reason_to_show_nothing() {
        there_is(new Confirmed(NOW));

        var entry = shown(new Whose.OfClient(JO), Catalogue.EMPTY).entries().getFirst();

        assertThat(entry.summary()).isEqualTo("SWEDISH");
        assertThat(entry.location()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Jo Maria Weber, J. W.", "Jo, J.", "'  Jo   Weber ', J. W.", "田中 さくら, 田. さ.", "𝔍o Weber, 𝔍. W."})
    void initials_are_the_first_and_the_last(String name, String initials) {
        assertThat(Calendars.initials(name)).isEqualTo(initials);
    }

    @Test
    void a_token_is_256_bits_and_never_printed() {
        var token = FeedToken.next(new java.security.SecureRandom());

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.hash()).matches("[0-9a-f]{64}");
        assertThat(token.toString()).doesNotContain(token.value());
    }

    /** A store with one feed that every token opens. */
    private record OneFeed(Feed feed) implements Feeds {

        @Override
        public Optional<Kept> find(FeedId id) {
            return Optional.of(new Kept(feed, ""));
        }

        @Override
        public Optional<Feed> openedBy(String tokenHash) {
            return Optional.of(feed);
        }

        @Override
        public List<Feed> of(Whose whose) {
            return List.of(feed);
        }

        @Override
        public boolean add(Feed feed, String tokenHash, String bodyHash) {
            return false;
        }

        @Override
        public boolean changeToken(Feed feed, String tokenHash) {
            return false;
        }

        @Override
        public boolean remove(FeedId id, long version) {
            return false;
        }
    }
}
