package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

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
import io.rhomboid.contracts.booking.SeriesId;

import static io.rhomboid.booking.reservation.Samples.CLIENT;
import static io.rhomboid.booking.reservation.Samples.ID;
import static io.rhomboid.booking.reservation.Samples.POLICY;
import static io.rhomboid.booking.reservation.Samples.PRICE;
import static io.rhomboid.booking.reservation.Samples.TEN_O_CLOCK;
import static io.rhomboid.booking.reservation.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

class FollowingASeriesTest {

    static final SeriesId SERIES = new SeriesId(new UUID(6, 1));
    static final Instant EXPIRES = TEN_O_CLOCK.minus(Duration.ofDays(7));
    static final Instant BEFORE = EXPIRES.minusSeconds(300);
    static final Money NOTHING = new Money(0, "EUR");

    final Booking held = Booking.hold(
                    ID,
                    "RH-7K2M9Q",
                    CLIENT,
                    visit(TEN_O_CLOCK),
                    PRICE,
                    POLICY,
                    new Held(EXPIRES, Held.NO_PLACE, false),
                    SERIES,
                    BEFORE)
            .booking();

    @Test
    void a_held_visit_does_nothing_by_itself() {
        List<Function<Instant, Decision>> steps = List.of(
                now -> held.confirm(Samples.ANSWERED, now),
                now -> held.renew(now.plusSeconds(600), now),
                held::release,
                held::cancel,
                held::cancelForNothing,
                now -> held.bookInstead(visit(TEN_O_CLOCK), PRICE, POLICY, now),
                now -> held.holdInstead(visit(TEN_O_CLOCK), PRICE, POLICY, now.plusSeconds(600), 1, now));
        for (var step : steps) {
            assertThat(step.apply(BEFORE)).isEqualTo(new Refused(Refusal.HELD_BY_SERIES));
            assertThat(step.apply(EXPIRES)).isEqualTo(new Refused(Refusal.HELD_BY_SERIES));
        }
        assertThat(held.reschedule(visit(TEN_O_CLOCK), EXPIRES)).isEqualTo(new Refused(Refusal.NOT_CONFIRMED));
    }

    @Test
    void a_held_visit_does_not_lapse_before_its_series_says_so() {
        assertThat(held.isLapsed(EXPIRES.plusSeconds(3_600))).isFalse();
        assertThat(held.follow(new SeriesVerdict.Confirmed(BEFORE, List.of()), EXPIRES.plusSeconds(3_600)))
                .contains(new Accepted(
                        next(held, new Confirmed(BEFORE), NOTHING),
                        new BookingConfirmed(ID, 2, held.snapshot(), BEFORE)));
    }

    @Test
    void only_the_first_visit_fills_one_of_its_clients_places_for_holds() {
        assertThat(held.claims().keys()).noneMatch(key -> key.startsWith("h:"));
        var first = Booking.hold(
                ID,
                "RH-7K2M9Q",
                CLIENT,
                visit(TEN_O_CLOCK),
                PRICE,
                POLICY,
                new Held(EXPIRES, 2, false),
                SERIES,
                BEFORE);
        assertThat(first.booking().claims().keys()).contains("h:" + CLIENT + ":2");
    }

    @Test
    void more_time_is_more_time_for_each_visit() {
        var later = EXPIRES.plusSeconds(600);
        assertThat(held.follow(new SeriesVerdict.KeptUntil(later), BEFORE))
                .contains(new Accepted(
                        next(held, new Held(later, Held.NO_PLACE, true), NOTHING),
                        new BookingHeld(ID, 2, held.snapshot(), later, BEFORE)));
        assertThat(held.follow(new SeriesVerdict.KeptUntil(EXPIRES), BEFORE)).isEmpty();
    }

    @Test
    void what_is_given_up_or_lapses_costs_nothing_and_is_not_announced() {
        assertThat(held.follow(new SeriesVerdict.LetGo(), BEFORE))
                .contains(new Accepted(
                        next(held, new Cancelled(BEFORE, NOTHING, false), NOTHING),
                        new BookingCancelled(ID, 2, held.snapshot(), NOTHING, false, false, BEFORE)));
        assertThat(held.follow(new SeriesVerdict.Expired(), EXPIRES))
                .contains(new Accepted(
                        next(held, new Expired(EXPIRES), NOTHING),
                        new BookingExpired(ID, 2, held.snapshot(), EXPIRES)));
    }

    @Test
    void cancelled_with_the_others_it_costs_what_it_would_alone_and_never_more_than_was_shown() {
        var confirmed = confirmed();
        var late = TEN_O_CLOCK.minusSeconds(3_600);
        var half = new Money(44_50, "EUR");
        assertThat(confirmed.follow(new SeriesVerdict.Cancelled(late, 44_50), late.plusSeconds(9)))
                .contains(new Accepted(
                        next(confirmed, new Cancelled(late, half, false), NOTHING),
                        new BookingCancelled(ID, 3, confirmed.snapshot(), half, true, false, true, late)));
        var moved = confirmed.follow(new SeriesVerdict.Cancelled(late, 10_00), late);
        assertThat(moved)
                .get()
                .extracting(Accepted::booking)
                .extracting(Booking::status)
                .isEqualTo(new Cancelled(late, new Money(10_00, "EUR"), false));
        assertThat(confirmed.follow(new SeriesVerdict.Cancelled(TEN_O_CLOCK, 44_50), TEN_O_CLOCK))
                .isEmpty();
    }

    @Test
    void a_repeated_verdict_has_no_second_effect() {
        var confirmed = confirmed();
        for (var verdict : List.of(
                new SeriesVerdict.Confirmed(BEFORE, List.of()),
                new SeriesVerdict.KeptUntil(TEN_O_CLOCK),
                new SeriesVerdict.LetGo(),
                new SeriesVerdict.Expired(),
                new SeriesVerdict.AsItIs())) {
            assertThat(confirmed.follow(verdict, BEFORE)).isEmpty();
        }
        var cancelled =
                confirmed.follow(new SeriesVerdict.Cancelled(BEFORE, 0), BEFORE).orElseThrow();
        assertThat(cancelled.booking().follow(new SeriesVerdict.Cancelled(BEFORE, 0), BEFORE))
                .isEmpty();
    }

    @Test
    void who_is_no_visit_of_a_series_follows_none() {
        var single = Samples.booking(new Held(EXPIRES, 1, false));
        assertThat(single.follow(new SeriesVerdict.LetGo(), BEFORE)).isEmpty();
    }

    private Booking confirmed() {
        return held.follow(new SeriesVerdict.Confirmed(BEFORE, List.of()), BEFORE)
                .orElseThrow()
                .booking();
    }

    private static Booking next(Booking before, BookingStatus status, Money moveFees) {
        return new Booking(
                ID,
                before.version() + 1,
                before.reference(),
                status,
                CLIENT,
                before.visit(),
                PRICE,
                POLICY,
                moveFees,
                null,
                SERIES,
                List.of());
    }
}
