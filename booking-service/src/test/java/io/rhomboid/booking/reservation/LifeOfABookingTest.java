package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Decision.Refused;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;

import static io.rhomboid.booking.reservation.Refusal.ALREADY_BEGUN;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_CANCELLED;
import static io.rhomboid.booking.reservation.Refusal.ALREADY_CONFIRMED;
import static io.rhomboid.booking.reservation.Refusal.HOLD_EXPIRED;
import static io.rhomboid.booking.reservation.Refusal.NOT_CONFIRMED;
import static io.rhomboid.booking.reservation.Refusal.NOT_LAPSED;
import static io.rhomboid.booking.reservation.Samples.CLIENT;
import static io.rhomboid.booking.reservation.Samples.ID;
import static io.rhomboid.booking.reservation.Samples.POLICY;
import static io.rhomboid.booking.reservation.Samples.PRICE;
import static io.rhomboid.booking.reservation.Samples.TEN_O_CLOCK;
import static io.rhomboid.booking.reservation.Samples.booking;
import static io.rhomboid.booking.reservation.Samples.next;
import static io.rhomboid.booking.reservation.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

class LifeOfABookingTest {

    static final Instant DAY_AHEAD = TEN_O_CLOCK.minusSeconds(24 * 3600);
    static final Instant EXPIRES = DAY_AHEAD.plusSeconds(600);
    static final Money NOTHING = new Money(0, "EUR");

    @Test
    void begins_with_a_hold() {
        var born = Booking.hold(ID, "RH-7K2M9Q", CLIENT, session(TEN_O_CLOCK), PRICE, POLICY, EXPIRES, DAY_AHEAD);

        var held = booking(new Held(EXPIRES));
        assertThat(born).isEqualTo(new Accepted(held, new BookingHeld(ID, 1, held.snapshot(), EXPIRES, DAY_AHEAD)));
    }

    @Test
    void or_is_booked_at_once() {
        var born = Booking.book(ID, "RH-7K2M9Q", CLIENT, session(TEN_O_CLOCK), PRICE, POLICY, DAY_AHEAD);

        var booked = booking(new Confirmed());
        assertThat(born).isEqualTo(new Accepted(booked, new BookingConfirmed(ID, 1, booked.snapshot(), DAY_AHEAD)));
    }

    @Nested
    class ConfirmingAHold {

        Booking held = booking(new Held(EXPIRES));

        @Test
        void is_possible_to_the_last_moment() {
            var last = EXPIRES.minusMillis(1);

            var confirmed = next(held, new Confirmed(), held.session());
            assertThat(held.confirm(last))
                    .isEqualTo(new Accepted(confirmed, new BookingConfirmed(ID, 2, confirmed.snapshot(), last)));
        }

        @Test
        void is_refused_from_then_on() {
            assertThat(held.confirm(EXPIRES)).isEqualTo(new Refused(HOLD_EXPIRED));
        }
    }

    @Nested
    class Cancelling {

        Booking confirmed = booking(new Confirmed());

        @Test
        void a_day_ahead_costs_nothing() {
            var cancelled = next(confirmed, new Cancelled(DAY_AHEAD, NOTHING), confirmed.session());

            assertThat(confirmed.cancel(DAY_AHEAD))
                    .isEqualTo(new Accepted(
                            cancelled, new BookingCancelled(ID, 2, cancelled.snapshot(), NOTHING, true, DAY_AHEAD)));
        }

        @Test
        void later_than_that_costs_half() {
            var late = DAY_AHEAD.plusMillis(1);
            var fee = new Money(44_50, "EUR");

            var cancelled = next(confirmed, new Cancelled(late, fee), confirmed.session());
            assertThat(confirmed.cancel(late))
                    .isEqualTo(new Accepted(
                            cancelled, new BookingCancelled(ID, 2, cancelled.snapshot(), fee, true, late)));
        }

        @Test
        void is_refused_once_the_session_has_begun() {
            assertThat(confirmed.cancel(TEN_O_CLOCK)).isEqualTo(new Refused(ALREADY_BEGUN));
        }

        @Test
        void a_hold_costs_nothing_and_was_never_announced() {
            var held = booking(new Held(EXPIRES));

            var cancelled = next(held, new Cancelled(DAY_AHEAD, NOTHING), held.session());
            assertThat(held.cancel(DAY_AHEAD))
                    .isEqualTo(new Accepted(
                            cancelled, new BookingCancelled(ID, 2, cancelled.snapshot(), NOTHING, false, DAY_AHEAD)));
        }
    }

    @Test
    void moving_keeps_the_price_and_tells_both_times() {
        var confirmed = booking(new Confirmed());
        var to = session(TEN_O_CLOCK.plusSeconds(3600));

        var moved = next(confirmed, new Confirmed(), to);
        assertThat(confirmed.reschedule(to, DAY_AHEAD))
                .isEqualTo(new Accepted(
                        moved,
                        new BookingRescheduled(
                                ID, 2, moved.snapshot(), TEN_O_CLOCK, TEN_O_CLOCK.plusSeconds(3600), DAY_AHEAD)));
    }

    @Test
    void a_hold_lapses_when_its_time_is_over() {
        var held = booking(new Held(EXPIRES));

        var expired = next(held, new Expired(EXPIRES), held.session());
        assertThat(held.expire(EXPIRES))
                .isEqualTo(new Accepted(expired, new BookingExpired(ID, 2, expired.snapshot(), EXPIRES)));
    }

    static Stream<Arguments> illegalSteps() {
        Function<Booking, Decision> confirm = b -> b.confirm(DAY_AHEAD);
        Function<Booking, Decision> cancel = b -> b.cancel(DAY_AHEAD);
        Function<Booking, Decision> move = b -> b.reschedule(session(TEN_O_CLOCK.plusSeconds(3600)), DAY_AHEAD);
        Function<Booking, Decision> expire = b -> b.expire(DAY_AHEAD);
        var held = new Held(EXPIRES);
        var lapsed = new Held(DAY_AHEAD);
        var cancelled = new Cancelled(DAY_AHEAD, NOTHING);
        var expired = new Expired(DAY_AHEAD);
        return Stream.of(
                Arguments.of("confirm", confirm, new Confirmed(), ALREADY_CONFIRMED),
                Arguments.of("confirm", confirm, lapsed, HOLD_EXPIRED),
                Arguments.of("confirm", confirm, cancelled, ALREADY_CANCELLED),
                Arguments.of("confirm", confirm, expired, HOLD_EXPIRED),
                Arguments.of("cancel", cancel, lapsed, HOLD_EXPIRED),
                Arguments.of("cancel", cancel, cancelled, ALREADY_CANCELLED),
                Arguments.of("cancel", cancel, expired, HOLD_EXPIRED),
                Arguments.of("move", move, held, NOT_CONFIRMED),
                Arguments.of("move", move, lapsed, HOLD_EXPIRED),
                Arguments.of("move", move, cancelled, ALREADY_CANCELLED),
                Arguments.of("move", move, expired, HOLD_EXPIRED),
                Arguments.of("expire", expire, held, NOT_LAPSED),
                Arguments.of("expire", expire, new Confirmed(), NOT_LAPSED),
                Arguments.of("expire", expire, cancelled, NOT_LAPSED),
                Arguments.of("expire", expire, expired, NOT_LAPSED));
    }

    @ParameterizedTest(name = "{0} when {2}")
    @MethodSource("illegalSteps")
    void an_illegal_step_is_refused_with_its_reason(
            String name, Function<Booking, Decision> step, BookingStatus status, Refusal reason) {
        assertThat(step.apply(booking(status))).isEqualTo(new Refused(reason));
    }

    @Test
    void moving_is_refused_once_the_session_has_begun() {
        assertThat(booking(new Confirmed()).reschedule(session(TEN_O_CLOCK.plusSeconds(7200)), TEN_O_CLOCK))
                .isEqualTo(new Refused(ALREADY_BEGUN));
    }

    @Test
    void only_a_standing_booking_claims() {
        assertThat(List.of(
                        booking(new Held(EXPIRES)).isStanding(),
                        booking(new Confirmed()).isStanding(),
                        booking(new Cancelled(DAY_AHEAD, NOTHING)).isStanding(),
                        booking(new Expired(DAY_AHEAD)).isStanding()))
                .containsExactly(true, true, false, false);
    }

    @Test
    void buffers_are_claimed_for_all_but_the_client() {
        var keys = booking(new Confirmed()).claims().keys();

        // 5 minutes before, 60 of the session, 15 after: 16 cells for therapist, room and kit, 12 for the client.
        assertThat(keys).hasSize(3 * 16 + 12).doesNotHaveDuplicates();
        var first = TEN_O_CLOCK.getEpochSecond() / 300;
        assertThat(keys)
                .contains("t:" + booking(new Confirmed()).session().therapistId() + ":" + (first - 1))
                .contains("c:" + CLIENT + ":" + first)
                .doesNotContain("c:" + CLIENT + ":" + (first - 1))
                .doesNotContain("c:" + CLIENT + ":" + (first + 12));
    }
}
