package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.ClientBusy;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Answer.TooManyHolds;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.screening.Answered;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.to;
import static io.rhomboid.booking.reservation.mongo.Rivals.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds: two at a time, renewed once, given up on leaving, and never in their own client's way. */
@Tag("store")
class HoldingASlotTest {

    static final String JO = "jo@client.example";
    static final Instant TEN = at(2, 10, 0);

    Neighbourhood here = new Neighbourhood(3, 3);
    BookingDesk desk = here.desk();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void more_time_is_given_once_and_not_when_it_is_over() {
        var nineAgo = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(-9));
        var held = done(hold(here.desk(nineAgo, Duration.ofMinutes(10)), JO, 0, TEN));

        var renewed = done(desk.renew(held.id(), 1, null, CLIENT));

        assertThat(expiry(renewed)).isAfter(expiry(held).plus(Duration.ofMinutes(8)));
        assertThat(desk.renew(held.id(), 2, null, CLIENT)).isEqualTo(new No(Refusal.ALREADY_RENEWED));
        var late = here.desk(
                Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(11)), Duration.ofMinutes(10));
        assertThat(late.renew(held.id(), 2, null, CLIENT)).isEqualTo(new No(Refusal.HOLD_EXPIRED));
    }

    @Test
    void who_leaves_frees_the_slot_and_nothing_that_was_confirmed() {
        var held = done(hold(desk, JO, 0, TEN));
        desk.release(held.id(), 1, null, CLIENT);
        var other = done(hold(desk, "ada@client.example", 0, TEN));
        desk.confirm(other.id(), 1, null, Answered.BY_ALL, CLIENT);

        assertThat(desk.release(other.id(), 2, null, CLIENT)).isEqualTo(new No(Refusal.ALREADY_CONFIRMED));
    }

    @Test
    void asking_again_for_what_one_holds_is_answered_with_the_hold() {
        var held = done(hold(desk, JO, 0, TEN));

        assertThat(done(hold(desk, JO, 0, TEN))).isEqualTo(held);
        assertThat(done(hold(here.desk(), JO, 0, TEN))).isEqualTo(held);
        assertThat(hold(desk, "ada@client.example", 0, TEN)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void a_third_hold_is_refused_with_the_two_until_one_is_gone() {
        var first = done(hold(desk, JO, 0, TEN));
        var second = done(hold(desk, JO, 0, at(2, 14, 0)));

        assertThat(hold(desk, JO, 0, at(2, 18, 0)))
                .isInstanceOfSatisfying(
                        TooManyHolds.class,
                        refused -> assertThat(refused.holds()).containsExactlyInAnyOrder(first, second));
        desk.confirm(first.id(), 1, null, Answered.BY_ALL, CLIENT);
        assertThat(done(hold(desk, JO, 0, at(2, 18, 0))).claims().keys())
                .anyMatch(key -> key.startsWith("h:") && key.endsWith(":1"));
    }

    @Test
    void a_lapsed_hold_fills_no_place() {
        var anHourAgo = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofHours(-1));
        var then = here.desk(anHourAgo, Duration.ofMinutes(10));
        hold(then, JO, 0, TEN);
        hold(then, JO, 0, at(2, 14, 0));

        assertThat(hold(desk, JO, 0, at(2, 18, 0))).isInstanceOf(Done.class);
    }

    @RepeatedTest(3)
    void of_many_holds_that_one_client_asks_for_at_once_exactly_two_are_given() throws Exception {
        var desks = List.of(desk, here.desk());

        var answers = atOnce(60, n -> hold(desks.get(n % 2), JO, n % 3, at(2 + n / 2, 8 + 4 * (n % 2), 0)));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(2);
        assertThat(answers).filteredOn(TooManyHolds.class::isInstance).hasSize(58);
        assertThat(here.bookings.countDocuments(new Document("status", "HELD"))).isEqualTo(2);
    }

    @RepeatedTest(3)
    void one_client_who_asks_for_one_slot_many_times_at_once_has_one_hold() throws Exception {
        var desks = List.of(desk, here.desk());

        var answers = atOnce(60, n -> hold(desks.get(n % 2), JO, 0, TEN));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(done(answer).version()).isEqualTo(1));
        assertThat(answers.stream().map(answer -> done(answer).id()).distinct()).hasSize(1);
    }

    @Test
    void a_hold_becomes_the_other_time_that_its_client_wants() {
        var held = done(hold(desk, JO, 0, TEN));

        var instead = done(hold(desk, JO, 0, at(2, 10, 30)));

        assertThat(instead.id()).isEqualTo(held.id());
        assertThat(instead.session().slot().start()).isEqualTo(at(2, 10, 30));
        assertThat(here.bookings.countDocuments()).isEqualTo(1);
        assertThat(hold(desk, "ada@client.example", 0, at(2, 9, 15))).isInstanceOf(Done.class);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_hold_with_one_therapist_becomes_a_session_with_another() {
        var held = done(hold(desk, JO, 0, TEN));

        var booked = done(book(desk, UUID.randomUUID(), here.therapists.get(1), at(2, 10, 15), JO, false));

        assertThat(booked.id()).isEqualTo(held.id());
        assertThat(booked.status()).isInstanceOf(Confirmed.class);
        assertThat(hold(desk, "ada@client.example", 0, TEN)).isInstanceOf(Done.class);
    }

    @Test
    void booking_what_one_holds_confirms_it() {
        var held = done(hold(desk, JO, 0, TEN));

        var booked = done(book(here.desk(), UUID.randomUUID(), here.therapists.get(0), TEN, JO, false));

        assertThat(booked.id()).isEqualTo(held.id());
        assertThat(booked.version()).isEqualTo(2);
    }

    @Test
    void two_holds_in_the_way_of_one_session_both_give_way() {
        var early = done(hold(desk, JO, 0, TEN));
        var late = done(hold(desk, JO, 0, at(2, 11, 15)));

        var booked = done(book(desk, UUID.randomUUID(), here.therapists.get(0), at(2, 10, 30), JO, false));

        assertThat(booked.id()).isIn(early.id(), late.id());
        assertThat(here.bookings.countDocuments(new Document("status", "CANCELLED")))
                .isEqualTo(1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_hold_is_kept_when_what_its_client_wants_instead_is_somebody_elses() {
        hold(desk, "ada@client.example", 0, at(2, 11, 15));
        var held = done(hold(desk, JO, 0, TEN));

        assertThat(hold(desk, JO, 0, at(2, 10, 30))).isInstanceOf(SlotTaken.class);
        assertThat(desk.find(held.id())).contains(held);
    }

    @Test
    void a_hold_that_is_in_nobodys_way_stays_beside_a_booking() {
        var held = done(hold(desk, JO, 0, TEN));

        done(book(desk, UUID.randomUUID(), here.therapists.get(1), at(2, 11, 0), JO, false));

        assertThat(desk.find(held.id())).contains(held);
    }

    @Test
    void a_confirmed_session_does_not_give_way() {
        book(desk, UUID.randomUUID(), here.therapists.get(0), TEN, JO, false);

        assertThat(hold(desk, JO, 1, at(2, 10, 30))).isEqualTo(new ClientBusy());
    }

    @Test
    void a_move_takes_the_place_of_its_clients_hold() {
        var booked = done(book(desk, UUID.randomUUID(), here.therapists.get(0), at(2, 15, 0), JO, false));
        var held = done(hold(desk, JO, 0, TEN));

        var moved = done(desk.reschedule(booked.id(), 1, null, to(TEN), CLIENT));

        assertThat(moved.session().slot().start()).isEqualTo(TEN);
        assertThat(desk.find(held.id()).orElseThrow().isStanding()).isFalse();
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_repeat_finds_what_its_hold_has_become_even_when_that_is_over() {
        hold(desk, JO, 0, TEN);
        var key = UUID.randomUUID();
        var therapist = here.therapists.get(0);
        var booked = done(book(desk, key, therapist, at(2, 10, 30), JO, false));

        assertThat(done(book(desk, key, therapist, at(2, 10, 30), JO, false))).isEqualTo(booked);
        var cancelled = done(desk.cancel(booked.id(), booked.version(), null, 0, CLIENT));
        assertThat(done(book(desk, key, therapist, at(2, 10, 30), JO, false))).isEqualTo(cancelled);
        assertThat(here.bookings.countDocuments()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void rivals_never_get_the_hold_that_gives_way_before_the_new_slot_is_won() throws Exception {
        var held = done(hold(desk, JO, 0, TEN));
        var desks = List.of(desk, here.desk());

        // Everybody wants the hour at half past, which collides with the hold: only its own client can have it.
        var answers = atOnce(
                60,
                n -> n == 30
                        ? hold(desk, JO, 0, at(2, 10, 30))
                        : hold(desks.get(n % 2), n + "@client.example", 0, at(2, 10, 30)));

        assertThat(done(answers.get(30)).id()).isEqualTo(held.id());
        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(here.overlaps()).isEmpty();
    }

    @RepeatedTest(5)
    void of_many_who_change_their_hold_to_one_slot_one_does_and_the_others_keep_theirs() throws Exception {
        var clients =
                IntStream.range(0, 24).mapToObj(n -> n + "@client.example").toList();
        var held = new ArrayList<Booking>();
        for (int n = 0; n < 24; n++) held.add(done(hold(desk, clients.get(n), 0, at(3 + n, 10, 0))));
        var before = held.stream().map(Booking::id).toList();
        // A second hold each fills their places: the new slot can only be had for one of the two.
        for (int n = 0; n < 24; n++) done(hold(desk, clients.get(n), 1, at(3 + n, 14, 0)));
        // And the slot that all want meets the first hold's time, elsewhere, only for client 0.
        var answers = atOnce(24, n -> hold(n % 2 == 0 ? desk : here.desk(), clients.get(n), 2, at(3, 10, 0)));

        assertThat(answers.getFirst()).isInstanceOf(Done.class);
        assertThat(answers.subList(1, 24)).noneMatch(Done.class::isInstance);
        assertThat(before.subList(1, 24).stream().map(id -> desk.find(id).orElseThrow()))
                .containsExactlyElementsOf(held.subList(1, 24));
        assertThat(here.overlaps()).isEmpty();
    }

    private Answer hold(BookingDesk at, String email, int therapist, Instant start) {
        return book(at, UUID.randomUUID(), here.therapists.get(therapist), start, email, true);
    }

    private static Instant expiry(Booking booking) {
        return ((Held) booking.status()).expiresAt();
    }

    private static Booking done(Answer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done) answer).booking();
    }
}
