package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.AskedVisit.AskedSession;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartAnswer.TreatsTheOther;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.ClientBusy;
import io.rhomboid.booking.reservation.Answer.CompanionBusy;
import io.rhomboid.booking.reservation.Answer.CompanionIsClient;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.NotBookable;
import io.rhomboid.booking.reservation.Answer.RoomTaken;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Answer.UnknownSession;
import io.rhomboid.booking.reservation.Answer.WrongNumberOfTherapists;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.MoveSession;
import io.rhomboid.booking.reservation.Reason;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.room;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.session;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.to;
import static org.assertj.core.api.Assertions.assertThat;

/** Visits and couples on the real store: all of one, or nothing. */
class WinningAVisitTest {

    static final int RIVALS = 50;
    static final Instant TEN = at(2, 10, 0);
    static final Cause STAFF = CLIENT.because(Reason.values()[0]);

    Neighbourhood here;

    @AfterEach
    void leave() {
        here.close();
    }

    TherapistId therapist(int n) {
        return here.therapists.get(n);
    }

    AskedSession own(int therapist) {
        return session(therapist(therapist), false);
    }

    AskedSession beside(int therapist) {
        return session(therapist(therapist), true);
    }

    static Booking done(Answer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done) answer).booking();
    }

    static List<Booking> winners(List<Answer> answers) {
        return answers.stream()
                .filter(Done.class::isInstance)
                .map(WinningAVisitTest::done)
                .toList();
    }

    List<BookingDesk> twoDesks() {
        return IntStream.range(0, 2).mapToObj(_ -> here.desk()).toList();
    }

    static Booking kept(Neighbourhood here, Booking booking) {
        return here.bookings().find(booking.id()).orElseThrow().booking();
    }

    @Test
    void two_techniques_back_to_back_are_one_booking_in_one_room() {
        here = new Neighbourhood(2, 2);
        var desk = here.desk();

        var booked = done(book(desk, TEN, false, own(0), own(1)));

        assertThat(booked.slot().end()).isEqualTo(TEN.plus(Duration.ofHours(2)));
        assertThat(booked.price().cents()).isEqualTo(140_00);
        assertThat(booked.visit().session(2).roomId())
                .isEqualTo(booked.session().roomId());
        assertThat(kept(here, booked)).isEqualTo(booked);
        // The second therapist is free before, and taken in their hour; the buffer within the visit is nobody's.
        assertThat(book(desk, therapist(1), at(2, 8, 30), false)).isInstanceOf(Done.class);
        assertThat(book(desk, therapist(1), at(2, 11, 45), false)).isInstanceOf(SlotTaken.class);
        assertThat(book(desk, therapist(0), at(2, 11, 15), false)).isInstanceOf(Done.class);
    }

    @Test
    void a_couple_is_in_the_double_room_while_it_is_free_and_in_two_rooms_else() {
        here = new Neighbourhood(4, 3);
        var desk = here.desk();

        var together = done(book(desk, TEN, false, own(0), beside(1)));
        var apart = done(book(desk, TEN, false, own(2), beside(3)));

        assertThat(together.visit().sessions()).allMatch(it -> it.roomId().equals(room(0)));
        assertThat(apart.visit().sessions().stream().map(it -> it.roomId())).containsExactly(room(1), room(2));
        assertThat(kept(here, apart)).isEqualTo(apart);
        assertThat(apart.visit().companion().name()).isEqualTo("Kim");
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_couple_that_wants_one_room_gets_no_two() {
        here = new Neighbourhood(4, 3);
        var desk = here.desk();
        done(book(desk, TEN, true, own(0), beside(1)));

        var answer = book(desk, TEN, true, own(2), beside(3));

        assertThat(answer).isInstanceOf(SlotTaken.class);
        var alternatives = ((SlotTaken) answer).alternatives();
        assertThat(alternatives).hasSize(3);
        for (var other : alternatives) {
            assertThat(book(desk, other.start(), true, own(2), beside(3)))
                    .as("%s", other)
                    .isInstanceOf(Done.class);
            break;
        }
    }

    @Test
    void nobody_treats_both_of_a_couple() {
        here = new Neighbourhood(2, 3);

        assertThat(book(here.desk(), TEN, false, own(0), beside(0)))
                .isEqualTo(new NotBookable(new TreatsTheOther(), List.of(), 2));
    }

    @Test
    void of_many_who_want_one_of_the_two_therapists_one_wins() throws Exception {
        here = new Neighbourhood(2 + RIVALS, RIVALS * 2);
        var desks = twoDesks();

        // Each couple wants the first therapist, half of them for the one, half for the other.
        var answers = Rivals.atOnce(RIVALS, n -> {
            var sessions =
                    n % 4 < 2 ? new AskedSession[] {own(0), beside(1 + n)} : new AskedSession[] {own(1 + n), beside(0)};
            return book(desks.get(n % 2), TEN, false, sessions);
        });

        assertThat(winners(answers)).hasSize(1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void of_many_who_want_the_double_room_one_wins() throws Exception {
        here = new Neighbourhood(2 * RIVALS, 3);
        var desks = twoDesks();

        var answers = Rivals.atOnce(RIVALS, n -> book(desks.get(n % 2), TEN, true, own(2 * n), beside(2 * n + 1)));

        assertThat(winners(answers)).hasSize(1);
        assertThat(answers.stream().filter(SlotTaken.class::isInstance)).hasSize(RIVALS - 1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void of_many_who_bring_the_same_companion_one_wins() throws Exception {
        here = new Neighbourhood(2 * RIVALS, 2 * RIVALS);
        var desks = twoDesks();

        var answers = Rivals.atOnce(
                RIVALS,
                n -> book(
                        desks.get(n % 2),
                        UUID.randomUUID(),
                        "jo" + n + "@client.example",
                        "kim@client.example",
                        TEN,
                        false,
                        own(2 * n),
                        beside(2 * n + 1)));

        assertThat(winners(answers)).hasSize(1);
        assertThat(answers.stream().filter(new CompanionBusy()::equals)).hasSize(RIVALS - 1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void of_many_visits_that_share_an_hour_of_one_therapist_one_wins() throws Exception {
        here = new Neighbourhood(2, 2 * RIVALS);
        var desks = twoDesks();

        // The one begins with whom the other goes on to, at the same hour.
        var answers = Rivals.atOnce(
                RIVALS,
                n -> n % 4 < 2
                        ? book(desks.get(n % 2), TEN, false, own(0), own(1))
                        : book(desks.get(n % 2), at(2, 11, 0), false, own(1), own(0)));

        assertThat(winners(answers)).hasSize(1);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void rooms_for_two_couples_are_shared_out_to_the_last() throws Exception {
        here = new Neighbourhood(40, 5);
        var desks = twoDesks();

        var answers = Rivals.atOnce(20, n -> book(desks.get(n % 2), TEN, false, own(2 * n), beside(2 * n + 1)));

        // One couple in the double room and one in two of each of the four others.
        assertThat(winners(answers)).hasSize(3);
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void a_companion_is_somebody_else_and_has_one_place_at_a_time() {
        here = new Neighbourhood(4, 4);
        var desk = here.desk();
        var key = UUID.randomUUID();

        assertThat(book(desk, key, "jo@client.example", "JO@client.example", TEN, false, own(0), beside(1)))
                .isEqualTo(new CompanionIsClient());

        done(book(desk, key, "jo@client.example", "kim@client.example", TEN, false, own(0), beside(1)));
        assertThat(book(desk, UUID.randomUUID(), therapist(2), TEN, "kim@client.example", false))
                .isEqualTo(new ClientBusy());
    }

    @Test
    void a_repeat_is_the_same_visit() {
        here = new Neighbourhood(2, 2);
        var desk = here.desk();
        var key = UUID.randomUUID();

        var first = done(book(desk, key, "jo@client.example", null, TEN, false, own(0), beside(1)));
        var again = done(book(desk, key, "jo@client.example", null, TEN, false, own(0), beside(1)));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void moves_as_a_whole_or_not_at_all() {
        here = new Neighbourhood(3, 3);
        var desk = here.desk();
        var couple = done(book(desk, TEN, false, own(0), own(0), beside(1)));
        // In the way of the second hour.
        done(book(desk, therapist(0), at(2, 15, 0), false));

        assertThat(desk.reschedule(couple.id(), 1, null, to(at(2, 14, 0)), CLIENT))
                .isInstanceOf(SlotTaken.class);
        assertThat(kept(here, couple)).isEqualTo(couple);

        // Half an hour later it overlaps itself.
        var moved = done(desk.reschedule(couple.id(), 1, null, to(at(2, 10, 30)), CLIENT));
        assertThat(moved.visit().sessions().stream().map(it -> it.slot().start()))
                .containsExactly(at(2, 10, 30), at(2, 11, 30), at(2, 10, 30));
        assertThat(moved.price()).isEqualTo(couple.price());
        assertThat(moved.visit().companion()).isEqualTo(couple.visit().companion());
        assertThat(book(desk, therapist(1), at(2, 9, 0), false)).isInstanceOf(Done.class);
    }

    @Test
    void moves_to_other_therapists_when_one_is_named_for_each_session() {
        here = new Neighbourhood(4, 3);
        var desk = here.desk();
        var couple = done(book(desk, TEN, false, own(0), beside(1)));

        assertThat(desk.reschedule(couple.id(), 1, null, new MoveSession(TEN, therapist(2), 0), CLIENT))
                .isEqualTo(new WrongNumberOfTherapists(2));
        var moved = done(desk.reschedule(
                couple.id(),
                1,
                null,
                new MoveSession(TEN, List.of(therapist(2), therapist(3)), true, 0, Screenings.NONE),
                CLIENT));

        assertThat(moved.visit().sessions().stream().map(it -> it.therapistId()))
                .containsExactly(therapist(2), therapist(3));
        assertThat(book(desk, therapist(1), TEN, false)).isInstanceOf(Done.class);
    }

    @Test
    void is_moved_by_staff_past_the_hours_of_any_of_its_therapists_but_never_past_a_claim() {
        here = new Neighbourhood(3, 3);
        var desk = here.desk();
        var visit = done(book(desk, TEN, false, own(0), own(1)));
        var early = at(2, 5, 0);
        done(book(desk, therapist(1), at(2, 6, 0), false));

        assertThat(desk.reschedule(visit.id(), 1, null, to(early), CLIENT))
                .isInstanceOfSatisfying(
                        NotBookable.class, no -> assertThat(no.why()).isInstanceOf(OutsideHours.class));
        assertThat(desk.reschedule(visit.id(), 1, null, to(early), STAFF)).isInstanceOf(SlotTaken.class);
        assertThat(done(desk.reschedule(visit.id(), 1, null, to(at(3, 5, 0)), STAFF))
                        .slot()
                        .start())
                .isEqualTo(at(3, 5, 0));
    }

    @Test
    void gives_all_back_when_it_is_cancelled() {
        here = new Neighbourhood(2, 2);
        var desk = here.desk();
        var couple = done(book(desk, TEN, false, own(0), beside(1)));

        done(desk.cancel(couple.id(), 1, null, 0, CLIENT));

        assertThat(book(desk, TEN, true, own(1), beside(0))).isInstanceOf(Done.class);
    }

    @Test
    void one_of_a_couple_gets_another_room_but_not_the_others() {
        here = new Neighbourhood(4, 4);
        var desk = here.desk();
        var together = done(book(desk, TEN, true, own(0), beside(1)));

        assertThat(desk.changeRoom(together.id(), 1, null, 3, room(1), CLIENT)).isEqualTo(new UnknownSession(2));
        var apart = done(desk.changeRoom(together.id(), 1, null, 2, room(1), CLIENT));
        assertThat(apart.visit().session(2).roomId()).isEqualTo(room(1));
        assertThat(desk.changeRoom(together.id(), 2, null, 1, room(1), CLIENT)).isEqualTo(new RoomTaken());
        // Back into the double room.
        done(desk.changeRoom(together.id(), 2, null, 2, room(0), CLIENT));
    }

    @Test
    void counts_each_session_in_the_day_of_a_therapist_who_takes_only_so_many() {
        here = new Neighbourhood(1, 2, 3);
        var desk = here.desk();
        done(book(desk, TEN, false, own(0), own(0)));

        assertThat(book(desk, at(2, 14, 0), false, own(0), own(0))).isInstanceOf(NotBookable.class);
        assertThat(book(desk, therapist(0), at(2, 14, 0), false)).isInstanceOf(Done.class);
        assertThat(book(desk, therapist(0), at(2, 17, 0), false)).isInstanceOf(NotBookable.class);
    }

    @Test
    void is_in_the_memory_of_an_instance_that_starts_after() {
        here = new Neighbourhood(2, 2);
        done(book(here.desk(), TEN, false, own(0), own(1), own(0), own(1)));

        var instance = here.instance(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(10));
        // Told in the third hour, when the first session is over.
        here.bookings().tell(instance.availability().diary(), TEN.plus(Duration.ofMinutes(150)));

        var check = new StartCheck(
                instance.availability().catalogue(), instance.availability().diary());
        var last = new AskedStart(therapist(1), Neighbourhood.CLINIC, Neighbourhood.SWEDISH, 60, at(2, 13, 0));
        assertThat(check.reasons(last, Instant.now())).containsExactly(new Busy());
        assertThat(here.bookings.countDocuments(Filters.exists("further"))).isEqualTo(1);
    }
}
