package io.rhomboid.booking.reservation.mongo;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.NoLicence;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.Answer.NotBookable;
import io.rhomboid.booking.reservation.Answer.RoomTaken;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Answer.UnknownRoom;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Reason;
import io.rhomboid.booking.reservation.Refusal;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.room;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.to;
import static io.rhomboid.booking.reservation.mongo.Rivals.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

/** Staff move sessions where clients could not, and give them other rooms: against rules, never against claims. */
@Tag("store")
class MovingByStaffTest {

    static final Cause STAFF = CLIENT.because(Reason.CLIENT_ASKED);

    Neighbourhood here = new Neighbourhood(2, 2);
    BookingDesk desk = here.desk();
    Booking booked = done(book(desk, here.therapists.getFirst(), at(2, 10, 0), false));

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void hours_and_horizon_are_not_in_their_way() {
        assertThat(reasonAgainst(desk.reschedule(booked.id(), 1, null, to(at(2, 5, 0)), CLIENT)))
                .isInstanceOf(OutsideHours.class);
        assertThat(reasonAgainst(desk.reschedule(booked.id(), 1, null, to(at(90, 10, 0)), CLIENT)))
                .isInstanceOf(BeyondHorizon.class);

        var early = done(desk.reschedule(booked.id(), 1, null, to(at(2, 5, 0)), STAFF));
        var far = done(desk.reschedule(booked.id(), 2, null, to(at(90, 10, 0)), STAFF));

        assertThat(early.session().slot().start()).isEqualTo(at(2, 5, 0));
        assertThat(far.session().slot().start()).isEqualTo(at(90, 10, 0));
        assertThat(far.moveFees().cents()).isZero();
        assertThat(desk.history(booked.id()).orElseThrow().getLast().cause().reason())
                .isEqualTo(Reason.CLIENT_ASKED);
    }

    @Test
    void a_claim_and_a_licence_are() {
        book(desk, here.therapists.getFirst(), at(2, 14, 0), false);

        assertThat(desk.reschedule(booked.id(), 1, null, to(at(2, 14, 30)), STAFF))
                .isInstanceOf(SlotTaken.class);
        here.endLicences(at(20, 0, 0));
        assertThat(reasonAgainst(here.desk().reschedule(booked.id(), 1, null, to(at(30, 10, 0)), STAFF)))
                .isInstanceOf(NoLicence.class);
        assertThat(reasonAgainst(here.desk().reschedule(booked.id(), 1, null, to(at(90, 10, 0)), STAFF)))
                .isInstanceOf(NoLicence.class);
        assertThat(reasonAgainst(desk.reschedule(booked.id(), 1, null, to(at(500, 10, 0)), STAFF)))
                .isInstanceOf(BeyondHorizon.class);
        assertThat(desk.find(booked.id())).contains(booked);
    }

    @Test
    void a_session_gets_another_room_and_never_one_that_is_taken() {
        var other = done(book(desk, here.therapists.get(1), at(2, 10, 30), false));
        var there = other.session().roomId();

        assertThat(desk.changeRoom(booked.id(), 1, null, 1, there, CLIENT)).isEqualTo(new RoomTaken());
        assertThat(desk.changeRoom(booked.id(), 1, null, 1, room(7), CLIENT)).isEqualTo(new UnknownRoom());
        assertThat(desk.changeRoom(booked.id(), 1, null, 1, booked.session().roomId(), CLIENT))
                .isEqualTo(new No(Refusal.SAME_ROOM));
        desk.cancel(other.id(), 1, null, 0, CLIENT);
        assertThat(done(desk.changeRoom(booked.id(), 1, null, 1, there, CLIENT))
                        .session()
                        .roomId())
                .isEqualTo(there);
        assertThat(here.overlaps()).isEmpty();
    }

    @RepeatedTest(3)
    void of_many_who_book_a_room_or_are_given_it_exactly_one_has_it() throws Exception {
        var desks = List.of(desk, here.desk());
        var free = room(booked.session().roomId().equals(room(0)) ? 1 : 0);

        var answers = atOnce(
                40,
                n -> n % 2 == 0
                        ? desks.get(n / 2 % 2).changeRoom(booked.id(), 1, null, 1, free, CLIENT)
                        : book(desks.get(n / 2 % 2), here.therapists.get(1), at(2, 10, 0), false));

        // Whoever books gets the room that is left then: the one that was free, or the one that was given up.
        assertThat(answers).filteredOn(Done.class::isInstance).hasSizeBetween(1, 2);
        assertThat(here.overlaps()).isEmpty();
    }

    private static Object reasonAgainst(Answer answer) {
        assertThat(answer).isInstanceOf(NotBookable.class);
        return ((NotBookable) answer).why();
    }

    private static Booking done(Answer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done) answer).booking();
    }
}
