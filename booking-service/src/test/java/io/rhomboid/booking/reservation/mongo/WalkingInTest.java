package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.StartAnswer.UnknownClinic;
import io.rhomboid.booking.availability.StartAnswer.UnknownTherapist;
import io.rhomboid.booking.availability.StartAnswer.WrongLength;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.ClientBusy;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.NobodyFree;
import io.rhomboid.booking.reservation.Answer.NotBookable;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.WalkIn;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.SWEDISH;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static org.assertj.core.api.Assertions.assertThat;

/** It is seven minutes past ten; each session lasts an hour and keeps a quarter free after it. */
@Tag("store")
class WalkingInTest {

    static final Instant NOW = at(1, 10, 7);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Duration ALL_DAY = Duration.ofDays(1);

    Neighbourhood here = new Neighbourhood(2, 2);
    BookingDesk desk = here.desk(CLOCK, Duration.ofMinutes(10));
    TherapistId mira = here.therapists.getFirst();
    TherapistId noa = here.therapists.getLast();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void somebody_who_is_free_takes_them_at_once_whatever_the_grid_says() {
        var booking = done(walkIn(desk, null, ALL_DAY));

        assertThat(booking.slot().start()).isEqualTo(at(1, 10, 10));
        assertThat(booking.status()).isEqualTo(new Arrived(NOW));
        assertThat(desk.history(booking.id()).orElseThrow())
                .singleElement()
                .satisfies(change -> assertThat(change.event()).isEqualTo("BookingArrived"));
    }

    @Test
    void who_is_free_first_takes_them() {
        book(desk, mira, at(1, 10, 30), false);
        book(desk, noa, at(1, 10, 15), false);

        var booking = done(walkIn(desk, null, ALL_DAY));

        assertThat(booking.session().therapistId()).isEqualTo(noa);
        assertThat(booking.slot().start()).isEqualTo(at(1, 11, 30));
    }

    @Test
    void what_begins_in_more_than_an_hour_is_booked_for_them_to_come_back() {
        book(desk, mira, at(1, 10, 30), false);
        assertThat(done(walkIn(desk, mira, ALL_DAY)).status()).isEqualTo(new Confirmed(NOW));
    }

    @Test
    void who_would_not_wait_is_told_what_comes_next() {
        book(desk, mira, at(1, 10, 15), false);

        var answer = (NobodyFree) walkIn(desk, mira, Duration.ofMinutes(60));

        assertThat(answer.alternatives().getFirst().start()).isEqualTo(at(1, 11, 30));
        assertThat(walkIn(desk, noa, Duration.ZERO)).isInstanceOf(Done.class);
    }

    @Test
    void who_chose_a_start_gets_that_one_or_none() {
        var chosen = at(2, 9, 35);
        var booking = done(walkIn(desk, UUID.randomUUID(), wantedAt(chosen)));

        assertThat(booking.slot().start()).isEqualTo(chosen);
        assertThat(booking.session().therapistId()).isEqualTo(mira);
        assertThat(booking.status()).isEqualTo(new Confirmed(NOW));
        assertThat(walkIn(desk, UUID.randomUUID(), wantedAt(chosen))).isInstanceOf(NobodyFree.class);
    }

    @Test
    void who_was_treated_and_not_entered_is_entered_afterwards_with_who_was_free_then() {
        var booking = done(walkIn(desk, UUID.randomUUID(), wantedAt(at(1, 8, 0))));

        assertThat(booking.slot().start()).isEqualTo(at(1, 8, 0));
        assertThat(booking.status()).isEqualTo(new Arrived(NOW));
        assertThat(booking.complete(NOW)).isInstanceOf(Accepted.class);
        assertThat(walkIn(desk, UUID.randomUUID(), wantedAt(at(1, 8, 30)))).isInstanceOf(NobodyFree.class);
    }

    @Test
    void nobody_is_entered_weeks_afterwards() {
        assertThat(done(walkIn(desk, UUID.randomUUID(), wantedAt(at(-12, 8, 0))))
                        .status())
                .isEqualTo(new Arrived(NOW));
        assertThat(walkIn(desk, UUID.randomUUID(), wantedAt(at(-14, 8, 0)))).isInstanceOf(NobodyFree.class);
    }

    @Test
    void nobody_is_put_off_to_another_day() {
        var late = here.desk(Clock.fixed(at(1, 23, 7), ZoneOffset.UTC), Duration.ofMinutes(10));
        assertThat(walkIn(late, null, ALL_DAY)).isInstanceOf(NobodyFree.class);
    }

    @Test
    void many_at_several_desks_get_one_after_the_other_and_never_the_same() throws Exception {
        var other = here.desk(CLOCK, Duration.ofMinutes(10));

        var booked = Rivals.atOnce(8, n -> done(walkIn(n % 2 == 0 ? desk : other, null, ALL_DAY)));

        for (var therapist : here.therapists) {
            assertThat(booked.stream()
                            .filter(booking -> booking.session().therapistId().equals(therapist))
                            .map(booking -> booking.slot().start())
                            .sorted())
                    .containsExactly(at(1, 10, 10), at(1, 11, 25), at(1, 12, 40), at(1, 13, 55));
        }
    }

    @Test
    void a_repeat_is_answered_with_what_the_first_one_made() {
        var key = UUID.randomUUID();
        var wanted = wanted(null, ALL_DAY, CLINIC, 60, null);

        var first = done(walkIn(desk, key, wanted));

        assertThat(done(walkIn(desk, key, wanted)).id()).isEqualTo(first.id());
        assertThat(here.bookings.countDocuments()).isOne();
    }

    @Test
    void a_client_who_is_being_treated_is_not_treated_twice() {
        book(desk, UUID.randomUUID(), mira, at(1, 10, 15), "jo@client.example", false);
        assertThat(walkIn(desk, UUID.randomUUID(), wanted(null, ALL_DAY, CLINIC, 60, "jo@client.example")))
                .isEqualTo(new ClientBusy());
    }

    @Test
    void what_can_never_be_had_is_said_at_once() {
        var nobody = new TherapistId(UUID.randomUUID());
        assertThat(never(wanted(null, ALL_DAY, new ClinicId(UUID.randomUUID()), 60, null)))
                .isInstanceOf(UnknownClinic.class);
        assertThat(never(wanted(null, ALL_DAY, CLINIC, 50, null))).isEqualTo(new WrongLength(List.of(60)));
        assertThat(never(wanted(nobody, ALL_DAY, CLINIC, 60, null))).isInstanceOf(UnknownTherapist.class);
    }

    private Object never(WalkIn wanted) {
        return ((NotBookable) walkIn(desk, UUID.randomUUID(), wanted)).why();
    }

    private static Answer walkIn(BookingDesk desk, @Nullable TherapistId therapist, Duration patience) {
        return walkIn(desk, UUID.randomUUID(), wanted(therapist, patience, CLINIC, 60, null));
    }

    private static Answer walkIn(BookingDesk desk, UUID key, WalkIn wanted) {
        return desk.walkIn(new BookingId(key), new Op(key.toString(), "same"), wanted, CLIENT);
    }

    private static WalkIn wanted(
            @Nullable TherapistId therapist, Duration patience, ClinicId clinic, int minutes, @Nullable String email) {
        return new WalkIn(
                clinic,
                therapist,
                SWEDISH,
                minutes,
                new Client("Kim", email, null, "en"),
                null,
                patience,
                null,
                Answered.BY_ALL);
    }

    private WalkIn wantedAt(Instant start) {
        return new WalkIn(
                CLINIC, mira, SWEDISH, 60, new Client("Kim", null, null, "en"), start, ALL_DAY, null, Answered.BY_ALL);
    }

    private static Booking done(Answer answer) {
        return ((Done) answer).booking();
    }
}
