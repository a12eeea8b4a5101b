package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Decision.Refused;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;

import static io.rhomboid.booking.reservation.Refusal.ALREADY_ARRIVED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_BEGUN;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_CANCELLED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_COMPLETED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_CONFIRMED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_MISSED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_OVER;
import static io.rhomboid.booking.reservation.Refusal.HOLD_EXPIRED;
import static io.rhomboid.booking.reservation.Refusal.NOT_BEGUN;
import static io.rhomboid.booking.reservation.Refusal.NOT_CONFIRMED;
import static io.rhomboid.booking.reservation.Refusal.NOT_LAPSED;
import static io.rhomboid.booking.reservation.Refusal.TOO_EARLY;
import static io.rhomboid.booking.reservation.Refusal.TOO_LATE_TO_CORRECT;
import static io.rhomboid.booking.reservation.Samples.ANSWERED;
import static io.rhomboid.booking.reservation.Samples.CLIENT;
import static io.rhomboid.booking.reservation.Samples.CONFIRMED;
import static io.rhomboid.booking.reservation.Samples.ID;
import static io.rhomboid.booking.reservation.Samples.POLICY;
import static io.rhomboid.booking.reservation.Samples.PRICE;
import static io.rhomboid.booking.reservation.Samples.TEN_O_CLOCK;
import static io.rhomboid.booking.reservation.Samples.booking;
import static io.rhomboid.booking.reservation.Samples.next;
import static io.rhomboid.booking.reservation.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

class LifeOfABookingTest {

    static final Instant ELEVEN_O_CLOCK = TEN_O_CLOCK.plusSeconds(3600);
    static final Instant DAY_AHEAD = TEN_O_CLOCK.minusSeconds(24 * 3600);
    static final Instant EXPIRES = DAY_AHEAD.plusSeconds(600);
    static final Money NOTHING = new Money(0, "EUR");

    @Test
    void begins_with_a_hold() {
        var born = Booking.hold(ID, "RH-7K2M9Q", CLIENT, visit(TEN_O_CLOCK), PRICE, POLICY, EXPIRES, 1, DAY_AHEAD);

        var held = booking(new Held(EXPIRES, 1, false));
        assertThat(born).isEqualTo(new Accepted(held, new BookingHeld(ID, 1, held.snapshot(), EXPIRES, DAY_AHEAD)));
    }

    @Test
    void or_is_booked_at_once() {
        var born = Booking.book(ID, "RH-7K2M9Q", CLIENT, visit(TEN_O_CLOCK), PRICE, POLICY, DAY_AHEAD);

        var booked = booking(new Confirmed(DAY_AHEAD));
        assertThat(born).isEqualTo(new Accepted(booked, new BookingConfirmed(ID, 1, booked.snapshot(), DAY_AHEAD)));
    }

    @Nested
    class ConfirmingAHold {

        Booking held = booking(new Held(EXPIRES, 1, false));

        @Test
        void is_possible_to_the_last_moment() {
            var last = EXPIRES.minusMillis(1);

            var confirmed = next(held, new Confirmed(last), held.visit());
            assertThat(held.confirm(ANSWERED, last))
                    .isEqualTo(Booking.screened(
                            ANSWERED,
                            new Accepted(confirmed, new BookingConfirmed(ID, 2, confirmed.snapshot(), last))));
        }

        @Test
        void is_refused_from_then_on() {
            assertThat(held.confirm(ANSWERED, EXPIRES)).isEqualTo(new Refused(HOLD_EXPIRED));
        }
    }

    @Nested
    class Cancelling {

        Booking confirmed = booking(CONFIRMED);

        @Test
        void a_day_ahead_costs_nothing() {
            var cancelled = next(confirmed, new Cancelled(DAY_AHEAD, NOTHING, false), confirmed.visit());

            assertThat(confirmed.cancel(DAY_AHEAD))
                    .isEqualTo(new Accepted(
                            cancelled,
                            new BookingCancelled(ID, 2, cancelled.snapshot(), NOTHING, true, false, DAY_AHEAD)));
        }

        @Test
        void later_than_that_costs_half() {
            var late = DAY_AHEAD.plusMillis(1);
            var fee = new Money(44_50, "EUR");

            var cancelled = next(confirmed, new Cancelled(late, fee, false), confirmed.visit());
            assertThat(confirmed.cancel(late))
                    .isEqualTo(new Accepted(
                            cancelled, new BookingCancelled(ID, 2, cancelled.snapshot(), fee, true, false, late)));
        }

        @Test
        void is_refused_once_the_session_has_begun() {
            assertThat(confirmed.cancel(TEN_O_CLOCK)).isEqualTo(new Refused(ALREADY_BEGUN));
        }

        @Test
        void a_hold_costs_nothing_and_was_never_announced() {
            var held = booking(new Held(EXPIRES, 1, false));

            var cancelled = next(held, new Cancelled(DAY_AHEAD, NOTHING, false), held.visit());
            assertThat(held.cancel(DAY_AHEAD))
                    .isEqualTo(new Accepted(
                            cancelled,
                            new BookingCancelled(ID, 2, cancelled.snapshot(), NOTHING, false, false, DAY_AHEAD)));
        }
    }

    @Test
    void moving_keeps_the_price_and_tells_both_times() {
        var confirmed = booking(CONFIRMED);
        var to = visit(TEN_O_CLOCK.plusSeconds(3600));

        var moved = next(confirmed, CONFIRMED, to);
        assertThat(confirmed.reschedule(to, DAY_AHEAD))
                .isEqualTo(new Accepted(
                        moved,
                        new BookingRescheduled(
                                ID,
                                2,
                                moved.snapshot(),
                                TEN_O_CLOCK,
                                TEN_O_CLOCK.plusSeconds(3600),
                                NOTHING,
                                DAY_AHEAD)));
    }

    @Test
    void a_hold_lapses_when_its_time_is_over() {
        var held = booking(new Held(EXPIRES, 1, false));

        var expired = next(held, new Expired(EXPIRES), held.visit());
        assertThat(held.expire(EXPIRES))
                .isEqualTo(new Accepted(expired, new BookingExpired(ID, 2, expired.snapshot(), EXPIRES)));
    }

    @Nested
    class Coming {

        Booking confirmed = booking(CONFIRMED);

        @Test
        void is_entered_from_an_hour_before_the_start() {
            var early = TEN_O_CLOCK.minus(Booking.EARLIEST_ARRIVAL);

            var arrived = next(confirmed, new Arrived(early), confirmed.visit());
            assertThat(confirmed.arrive(early))
                    .isEqualTo(new Accepted(arrived, new BookingArrived(ID, 2, arrived.snapshot(), early)));
            assertThat(confirmed.arrive(early.minusMillis(1))).isEqualTo(new Refused(TOO_EARLY));
        }

        @Test
        void is_entered_until_the_session_is_over() {
            assertThat(confirmed.arrive(ELEVEN_O_CLOCK.minusMillis(1))).isInstanceOf(Accepted.class);
            assertThat(confirmed.arrive(ELEVEN_O_CLOCK)).isEqualTo(new Refused(ALREADY_OVER));
        }

        @Test
        void is_possible_for_who_was_given_up() {
            var missed = booking(new Missed(TEN_O_CLOCK, PRICE));
            var late = TEN_O_CLOCK.plusSeconds(1200);

            var arrived = next(missed, new Arrived(late), missed.visit());
            assertThat(missed.arrive(late))
                    .isEqualTo(new Accepted(arrived, new BookingArrived(ID, 2, arrived.snapshot(), late)));
            assertThat(missed.arrive(ELEVEN_O_CLOCK)).isEqualTo(new Refused(ALREADY_OVER));
        }
    }

    @Nested
    class Completing {

        @ParameterizedTest
        @MethodSource("io.rhomboid.booking.reservation.LifeOfABookingTest#open")
        void is_possible_once_the_session_has_begun(BookingStatus status) {
            var open = booking(status);

            var completed = next(open, new Completed(TEN_O_CLOCK), open.visit());
            assertThat(open.complete(TEN_O_CLOCK))
                    .isEqualTo(new Accepted(completed, new BookingCompleted(ID, 2, completed.snapshot(), TEN_O_CLOCK)));
            assertThat(open.complete(TEN_O_CLOCK.minusMillis(1))).isEqualTo(new Refused(NOT_BEGUN));
        }

        @Test
        void takes_a_no_show_back_for_a_day() {
            var missed = booking(new Missed(TEN_O_CLOCK, PRICE));
            var last = ELEVEN_O_CLOCK.plus(Booking.CORRECTION);

            assertThat(missed.complete(last)).isInstanceOf(Accepted.class);
            assertThat(missed.complete(last.plusMillis(1))).isEqualTo(new Refused(TOO_LATE_TO_CORRECT));
        }

        @Test
        void has_no_end_when_nothing_else_was_entered() {
            var muchLater = TEN_O_CLOCK.plusSeconds(30 * 24 * 3600);

            assertThat(booking(CONFIRMED).complete(muchLater)).isInstanceOf(Accepted.class);
            assertThat(booking(new Arrived(TEN_O_CLOCK)).complete(muchLater)).isInstanceOf(Accepted.class);
        }
    }

    static Stream<BookingStatus> open() {
        return Stream.of(CONFIRMED, new Arrived(DAY_AHEAD), new Missed(DAY_AHEAD, PRICE));
    }

    @Nested
    class NotComing {

        Booking confirmed = booking(CONFIRMED);

        @Test
        void costs_what_was_agreed_when_it_was_booked() {
            var agreed = new CancellationPolicy(Duration.ofHours(24), 50, 75, false);
            var booked = new Booking(ID, 1, "RH-7K2M9Q", CONFIRMED, CLIENT, visit(TEN_O_CLOCK), PRICE, agreed);
            var fee = new Money(66_75, "EUR");

            var missed = new Booking(
                    ID, 2, "RH-7K2M9Q", new Missed(TEN_O_CLOCK, fee), CLIENT, visit(TEN_O_CLOCK), PRICE, agreed);
            assertThat(booked.miss(TEN_O_CLOCK))
                    .isEqualTo(new Accepted(missed, new BookingMissed(ID, 2, missed.snapshot(), fee, TEN_O_CLOCK)));
        }

        @Test
        void is_known_only_once_the_session_has_begun() {
            assertThat(confirmed.miss(TEN_O_CLOCK.minusMillis(1))).isEqualTo(new Refused(NOT_BEGUN));
        }

        @Test
        void takes_a_mistaken_arrival_back_for_a_day() {
            var arrived = booking(new Arrived(TEN_O_CLOCK));
            var last = ELEVEN_O_CLOCK.plus(Booking.CORRECTION);

            assertThat(arrived.miss(last)).isInstanceOf(Accepted.class);
            assertThat(arrived.miss(last.plusMillis(1))).isEqualTo(new Refused(TOO_LATE_TO_CORRECT));
        }

        @Test
        void keeps_the_slot_for_the_client_may_come_yet() {
            var missed = ((Accepted) confirmed.miss(TEN_O_CLOCK)).booking();

            assertThat(missed.isStanding()).isTrue();
            assertThat(missed.claims()).isEqualTo(confirmed.claims());
        }
    }

    /** In the first minute of the session, each step from each state; null where it is legal. */
    static Stream<Arguments> steps() {
        var held = new Held(TEN_O_CLOCK.plusSeconds(600), 1, false);
        var lapsed = new Held(TEN_O_CLOCK, 1, false);
        var confirmed = CONFIRMED;
        var cancelled = new Cancelled(DAY_AHEAD, NOTHING, false);
        var expired = new Expired(DAY_AHEAD);
        var arrived = new Arrived(TEN_O_CLOCK);
        var completed = new Completed(TEN_O_CLOCK);
        var missed = new Missed(TEN_O_CLOCK, PRICE);
        return Stream.of(
                step("confirm", held, null),
                step("confirm", lapsed, HOLD_EXPIRED),
                step("confirm", confirmed, ALREADY_CONFIRMED),
                step("confirm", cancelled, ALREADY_CANCELLED),
                step("confirm", expired, HOLD_EXPIRED),
                step("confirm", arrived, ALREADY_ARRIVED),
                step("confirm", completed, ALREADY_COMPLETED),
                step("confirm", missed, ALREADY_MISSED),
                step("cancel", held, null),
                step("cancel", lapsed, HOLD_EXPIRED),
                step("cancel", confirmed, ALREADY_BEGUN),
                step("cancel", cancelled, ALREADY_CANCELLED),
                step("cancel", expired, HOLD_EXPIRED),
                step("cancel", arrived, ALREADY_ARRIVED),
                step("cancel", completed, ALREADY_COMPLETED),
                step("cancel", missed, ALREADY_MISSED),
                step("move", held, NOT_CONFIRMED),
                step("move", lapsed, HOLD_EXPIRED),
                step("move", confirmed, ALREADY_BEGUN),
                step("move", cancelled, ALREADY_CANCELLED),
                step("move", expired, HOLD_EXPIRED),
                step("move", arrived, ALREADY_ARRIVED),
                step("move", completed, ALREADY_COMPLETED),
                step("move", missed, ALREADY_MISSED),
                step("expire", held, NOT_LAPSED),
                step("expire", lapsed, null),
                step("expire", confirmed, NOT_LAPSED),
                step("expire", cancelled, NOT_LAPSED),
                step("expire", expired, NOT_LAPSED),
                step("expire", arrived, NOT_LAPSED),
                step("expire", completed, NOT_LAPSED),
                step("expire", missed, NOT_LAPSED),
                step("arrive", held, NOT_CONFIRMED),
                step("arrive", lapsed, HOLD_EXPIRED),
                step("arrive", confirmed, null),
                step("arrive", cancelled, ALREADY_CANCELLED),
                step("arrive", expired, HOLD_EXPIRED),
                step("arrive", arrived, ALREADY_ARRIVED),
                step("arrive", completed, ALREADY_COMPLETED),
                step("arrive", missed, null),
                step("complete", held, NOT_CONFIRMED),
                step("complete", lapsed, HOLD_EXPIRED),
                step("complete", confirmed, null),
                step("complete", cancelled, ALREADY_CANCELLED),
                step("complete", expired, HOLD_EXPIRED),
                step("complete", arrived, null),
                step("complete", completed, ALREADY_COMPLETED),
                step("complete", missed, null),
                step("miss", held, NOT_CONFIRMED),
                step("miss", lapsed, HOLD_EXPIRED),
                step("miss", confirmed, null),
                step("miss", cancelled, ALREADY_CANCELLED),
                step("miss", expired, HOLD_EXPIRED),
                step("miss", arrived, null),
                step("miss", completed, ALREADY_COMPLETED),
                step("miss", missed, ALREADY_MISSED));
    }

    private static Arguments step(String name, BookingStatus status, Refusal reason) {
        return Arguments.of(name, status, reason);
    }

    @ParameterizedTest(name = "{0} when {1}: {2}")
    @MethodSource("steps")
    void a_step_is_made_or_refused_with_its_reason(String step, BookingStatus status, Refusal reason) {
        var booking = booking(status);

        var decision = switch (step) {
            case "confirm" -> booking.confirm(ANSWERED, TEN_O_CLOCK);
            case "cancel" -> booking.cancel(TEN_O_CLOCK);
            case "move" -> booking.reschedule(visit(ELEVEN_O_CLOCK), TEN_O_CLOCK);
            case "expire" -> booking.expire(TEN_O_CLOCK);
            case "arrive" -> booking.arrive(TEN_O_CLOCK);
            case "complete" -> booking.complete(TEN_O_CLOCK);
            case "miss" -> booking.miss(TEN_O_CLOCK);
            default -> throw new IllegalArgumentException(step);
        };

        if (reason == null) assertThat(decision).isInstanceOf(Accepted.class);
        else assertThat(decision).isEqualTo(new Refused(reason));
    }

    @Test
    void no_state_is_left_out_of_the_steps() {
        Set<Class<?>> tried = new HashSet<>();
        steps().forEach(step -> tried.add(step.get()[1].getClass()));

        assertThat(tried).containsExactlyInAnyOrder(BookingStatus.class.getPermittedSubclasses());
    }

    @Test
    void moving_is_refused_once_the_session_has_begun() {
        assertThat(booking(CONFIRMED).reschedule(visit(TEN_O_CLOCK.plusSeconds(7200)), TEN_O_CLOCK))
                .isEqualTo(new Refused(ALREADY_BEGUN));
    }

    @Test
    void only_a_standing_booking_claims() {
        assertThat(List.of(
                        booking(new Held(EXPIRES, 1, false)).isStanding(),
                        booking(CONFIRMED).isStanding(),
                        booking(new Cancelled(DAY_AHEAD, NOTHING, false)).isStanding(),
                        booking(new Expired(DAY_AHEAD)).isStanding(),
                        booking(new Arrived(DAY_AHEAD)).isStanding(),
                        booking(new Completed(DAY_AHEAD)).isStanding(),
                        booking(new Missed(DAY_AHEAD, NOTHING)).isStanding()))
                .containsExactly(true, true, false, false, true, true, true);
    }

    @Test
    void buffers_are_claimed_for_all_but_the_client() {
        var keys = booking(CONFIRMED).claims().keys();

        // 5 minutes before, 60 of the session, 15 after: 16 cells for therapist, room and kit, 12 for the client.
        assertThat(keys).hasSize(3 * 16 + 12).doesNotHaveDuplicates();
        var first = TEN_O_CLOCK.getEpochSecond() / 300;
        assertThat(keys)
                .contains("t:" + booking(CONFIRMED).session().therapistId() + ":" + (first - 1))
                .contains("c:" + CLIENT + ":" + first)
                .doesNotContain("c:" + CLIENT + ":" + (first - 1))
                .doesNotContain("c:" + CLIENT + ":" + (first + 12));
    }
}
