package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.StartAnswer.DayFull;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.ClientBusy;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.KeyReused;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.Answer.NotBookable;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Answer.VersionChanged;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.screening.Answered;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.to;
import static io.rhomboid.booking.reservation.mongo.Rivals.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

/** The desk on a real store: of many rivals exactly one wins, on every path. */
@Tag("store")
class WinningASlotTest {

    static final int RIVALS = 200;

    Neighbourhood here;

    @AfterEach
    void close() {
        here.close();
    }

    @RepeatedTest(3)
    void of_200_who_book_one_slot_at_two_instances_exactly_one_wins() throws Exception {
        here = new Neighbourhood(1, 3);
        var desks = List.of(here.desk(), here.desk());

        var answers = atOnce(RIVALS, n -> book(desks.get(n % 2), here.therapists.getFirst(), at(2, 10, 0), n % 3 == 0));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(SlotTaken.class::isInstance).hasSize(RIVALS - 1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void without_the_index_more_than_one_wins() throws Exception {
        here = new Neighbourhood(1, 3);
        here.index.stop();
        here.bookings.dropIndex("claims");
        var desks = IntStream.range(0, RIVALS).mapToObj(_ -> here.desk()).toList();

        var answers = atOnce(RIVALS, n -> book(desks.get(n), here.therapists.getFirst(), at(2, 10, 0), false));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSizeGreaterThan(1);
        assertThat(here.overlaps()).isNotEmpty();
    }

    @RepeatedTest(3)
    void of_200_who_want_overlapping_hours_the_winners_never_overlap() throws Exception {
        here = new Neighbourhood(2, 2);
        var desks = List.of(here.desk(), here.desk());

        var answers = atOnce(
                RIVALS, n -> book(desks.get(n % 2), here.therapists.get(n % 2), at(2, 10, 15 * (n % 4)), n % 2 == 0));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSizeBetween(1, 4);
        assertThat(here.overlaps()).isEmpty();
    }

    @RepeatedTest(3)
    void of_200_who_want_one_of_ten_hours_as_many_win_as_the_therapist_takes_a_day() throws Exception {
        here = new Neighbourhood(1, 10, 3);
        var desks = IntStream.range(0, 20).mapToObj(_ -> here.desk()).toList();

        // Each hour is another one, a buffer apart: only the day's places are contended.
        var answers = atOnce(
                RIVALS,
                n -> book(
                        desks.get(n % 20),
                        here.therapists.getFirst(),
                        at(2, 6, 0).plusSeconds(n % 10 * 75L * 60),
                        false));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Done))
                .allMatch(answer ->
                        answer instanceof SlotTaken || answer instanceof NotBookable no && no.why() instanceof DayFull);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_place_in_the_day_that_was_given_back_or_moved_away_from_is_free_again() {
        here = new Neighbourhood(1, 1, 2);
        var desk = here.desk();
        var first = done(book(desk, here.therapists.getFirst(), at(2, 7, 0), false));
        var second = done(book(desk, here.therapists.getFirst(), at(2, 9, 0), false));
        assertThat(book(here.desk(), here.therapists.getFirst(), at(2, 11, 0), false))
                .isInstanceOfSatisfying(
                        NotBookable.class, no -> assertThat(no.why()).isInstanceOf(DayFull.class));

        // Within its day it keeps a place; on another day it needs one there.
        var later = done(desk.reschedule(second.id(), 1, null, to(at(2, 13, 0)), CLIENT));
        desk.cancel(first.id(), 1, null, 0, CLIENT);
        assertThat(book(desk, here.therapists.getFirst(), at(2, 16, 0), false)).isInstanceOf(Done.class);
        done(desk.reschedule(later.id(), later.version(), null, to(at(3, 13, 0)), CLIENT));
        assertThat(book(desk, here.therapists.getFirst(), at(2, 18, 0), false)).isInstanceOf(Done.class);
        assertThat(book(desk, here.therapists.getFirst(), at(2, 20, 0), false)).isInstanceOf(NotBookable.class);
    }

    @RepeatedTest(3)
    void of_200_who_confirm_one_hold_exactly_one_does() throws Exception {
        here = new Neighbourhood(1, 1);
        var desks = List.of(here.desk(), here.desk());
        var held = done(book(desks.getFirst(), here.therapists.getFirst(), at(2, 10, 0), true));

        var answers = atOnce(RIVALS, n -> desks.get(n % 2).confirm(held.id(), 1, null, Answered.BY_ALL, CLIENT));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(VersionChanged.class::isInstance).hasSize(RIVALS - 1);
        var stored = here.bookings.find().first();
        assertThat(stored.getList("pendingEvents", Document.class)).hasSize(2);
    }

    @RepeatedTest(3)
    void of_many_who_move_to_one_slot_exactly_one_does_and_the_others_keep_theirs() throws Exception {
        here = new Neighbourhood(1, 1);
        var desks = List.of(here.desk(), here.desk());
        var booked = new ArrayList<Booking>();
        for (int day = 2; day < 42; day++) {
            for (int hour : new int[] {7, 9, 11, 15, 20}) {
                booked.add(done(book(desks.getFirst(), here.therapists.getFirst(), at(day, hour, 0), false)));
            }
        }

        var answers = atOnce(
                RIVALS, n -> desks.get(n % 2).reschedule(booked.get(n).id(), 1, null, to(at(45, 10, 0)), CLIENT));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(SlotTaken.class::isInstance).hasSize(RIVALS - 1);
        assertThat(here.bookings.countDocuments(new Document("version", 1L))).isEqualTo(RIVALS - 1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void one_key_in_parallel_and_again_later_makes_one_booking_with_one_event() throws Exception {
        here = new Neighbourhood(1, 1);
        var desks = List.of(here.desk(), here.desk());
        var key = UUID.randomUUID();
        Callable<Answer> request =
                () -> book(desks.get(0), key, here.therapists.getFirst(), at(2, 10, 0), "jo@client.example", false);

        var answers = new ArrayList<>(atOnce(
                RIVALS,
                n -> book(
                        desks.get(n % 2), key, here.therapists.getFirst(), at(2, 10, 0), "jo@client.example", false)));
        answers.add(request.call());

        assertThat(answers).allSatisfy(a -> assertThat(done(a)).isEqualTo(done(answers.getFirst())));
        assertThat(here.bookings.countDocuments()).isEqualTo(1);
        assertThat(here.bookings.find().first().getList("pendingEvents", Document.class))
                .hasSize(1);
    }

    @Test
    void a_key_used_for_another_request_is_told_so() {
        here = new Neighbourhood(1, 1);
        var desk = here.desk();
        var key = UUID.randomUUID();
        book(desk, key, here.therapists.getFirst(), at(2, 10, 0), "jo@client.example", false);

        assertThat(book(desk, key, here.therapists.getFirst(), at(2, 15, 0), "jo@client.example", false))
                .isEqualTo(new KeyReused());
    }

    @Test
    void a_taken_room_means_another_room_and_none_left_means_taken() {
        here = new Neighbourhood(4, 3);
        var ignorant = here.therapists.stream().map(_ -> here.desk()).toList();

        var answers = IntStream.range(0, 4)
                .mapToObj(n -> book(ignorant.get(n), here.therapists.get(n), at(2, 10, 0), false))
                .toList();

        assertThat(answers.subList(0, 3).stream().map(a -> done(a).session().roomId()))
                .doesNotHaveDuplicates();
        assertThat(answers.getLast()).isInstanceOf(SlotTaken.class);
    }

    @Test
    void a_lost_slot_comes_with_the_three_nearest() {
        here = new Neighbourhood(1, 1);
        var desk = here.desk();
        book(desk, here.therapists.getFirst(), at(2, 10, 0), false);

        var answer = book(here.desk(), here.therapists.getFirst(), at(2, 10, 15), false);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SlotTaken.class,
                        taken -> assertThat(taken.alternatives().stream().map(s -> s.start()))
                                .containsExactly(at(2, 11, 15), at(2, 11, 30), at(2, 8, 45)));
    }

    @Test
    void a_client_is_in_one_place_at_a_time() {
        here = new Neighbourhood(2, 2);
        var desk = here.desk();
        book(desk, UUID.randomUUID(), here.therapists.get(0), at(2, 10, 0), "jo@client.example", false);

        assertThat(book(desk, UUID.randomUUID(), here.therapists.get(1), at(2, 10, 30), "jo@client.example", false))
                .isEqualTo(new ClientBusy());
        // Buffers are the therapist's, not the client's: from one to the next without a pause.
        assertThat(book(desk, UUID.randomUUID(), here.therapists.get(1), at(2, 11, 0), "jo@client.example", false))
                .isInstanceOf(Done.class);
    }

    @Test
    void a_lapsed_hold_is_in_nobodys_way() {
        here = new Neighbourhood(1, 1);
        var anHourAgo = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofHours(-1));
        var held = done(
                book(here.desk(anHourAgo, Duration.ofMinutes(10)), here.therapists.getFirst(), at(2, 10, 0), true));

        var desk = here.desk();
        assertThat(desk.confirm(held.id(), 1, null, Answered.BY_ALL, CLIENT)).isEqualTo(new No(Refusal.HOLD_EXPIRED));
        assertThat(book(desk, here.therapists.getFirst(), at(2, 10, 0), false)).isInstanceOf(Done.class);
        assertThat(desk.confirm(held.id(), 2, null, Answered.BY_ALL, CLIENT)).isEqualTo(new No(Refusal.HOLD_EXPIRED));
        assertThat(here.overlaps()).isEmpty();
    }

    @RepeatedTest(5)
    void a_hold_that_is_confirmed_while_it_lapses_never_has_two_owners() throws Exception {
        here = new Neighbourhood(1, 1);
        var late = here.desk(
                Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(11)), Duration.ofMinutes(10));
        var early = here.desk();
        var held = done(book(early, here.therapists.getFirst(), at(2, 10, 0), true));

        var answers = atOnce(
                RIVALS,
                n -> n % 2 == 0
                        ? early.confirm(held.id(), 1, null, Answered.BY_ALL, CLIENT)
                        : book(late, here.therapists.getFirst(), at(2, 10, 0), false));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_move_may_overlap_itself_and_frees_what_it_left() {
        here = new Neighbourhood(1, 1);
        var desk = here.desk();
        var booked = done(book(desk, here.therapists.getFirst(), at(2, 10, 0), false));

        var moved = done(desk.reschedule(booked.id(), 1, null, to(at(2, 10, 30)), CLIENT));

        assertThat(moved.session().slot().start()).isEqualTo(at(2, 10, 30));
        assertThat(moved.status()).isInstanceOf(Confirmed.class);
        assertThat(book(desk, here.therapists.getFirst(), at(2, 9, 15), false)).isInstanceOf(Done.class);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_cancelled_hour_can_be_booked_by_the_next_at_once() {
        here = new Neighbourhood(1, 1);
        var desk = here.desk();
        var booked = done(book(desk, here.therapists.getFirst(), at(2, 10, 0), false));
        desk.cancel(booked.id(), 1, null, 0, CLIENT);

        assertThat(book(desk, here.therapists.getFirst(), at(2, 10, 0), false)).isInstanceOf(Done.class);
        assertThat(book(here.desk(), here.therapists.getFirst(), at(2, 12, 0), false))
                .isInstanceOf(Done.class);
    }

    private static Booking done(Answer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done) answer).booking();
    }
}
