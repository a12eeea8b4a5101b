package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Coverage.Share;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Decision.Refused;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingCovered;
import io.rhomboid.contracts.booking.VoucherId;

import static io.rhomboid.booking.reservation.Samples.CONFIRMED;
import static io.rhomboid.booking.reservation.Samples.TEN_O_CLOCK;
import static io.rhomboid.booking.reservation.Samples.booking;
import static org.assertj.core.api.Assertions.assertThat;

/** The session costs 89 euro. */
class CoveringABookingTest {

    static final Instant EARLY = TEN_O_CLOCK.minus(Duration.ofDays(3));
    static final Instant LATE = TEN_O_CLOCK.minus(Duration.ofHours(2));
    static final Instant END = TEN_O_CLOCK.plus(Duration.ofHours(1));
    static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

    @Test
    void the_voucher_pays_and_what_remains_is_told() {
        var decision = (Accepted) booking(CONFIRMED).payWith(money(1, 50_00), EARLY);

        var paid = decision.booking();
        assertThat(decision.event()).isEqualTo(new BookingCovered(paid.id(), 2, paid.snapshot(), EARLY));
        assertThat(paid.snapshot().covered()).isEqualTo(euro(50_00));
        assertThat(Coverage.covered(paid)).isEqualTo(euro(50_00));
        assertThat(Coverage.toPay(paid)).isEqualTo(euro(39_00));
        assertThat(Coverage.uncovered(paid)).isEqualTo(euro(39_00));
        assertThat(booking(CONFIRMED).snapshot().covered()).isNull();
    }

    @Test
    void nothing_is_taken_when_nothing_is_left_to_pay() {
        assertThat(paid(money(1, 89_00)).payWith(money(2, 1), EARLY)).isEqualTo(new Refused(Refusal.ALREADY_COVERED));
        assertThat(booking(CONFIRMED).takeVouchersOff(EARLY)).isEqualTo(new Refused(Refusal.NOT_COVERED));
    }

    @Test
    void a_free_cancellation_gives_all_back() {
        var cancelled = ((Accepted) paid(money(1, 50_00), session(2)).cancel(EARLY)).booking();

        assertThat(Coverage.of(cancelled, EARLY))
                .containsExactly(new Share(money(1, 50_00), 0, 0, EARLY), new Share(session(2), 0, 0, EARLY));
        assertThat(Coverage.toPay(cancelled)).isEqualTo(euro(0));
    }

    @Test
    void a_late_one_keeps_the_fee_and_gives_the_rest_back() {
        var cancelled = ((Accepted) paid(money(1, 60_00)).cancel(LATE)).booking();

        assertThat(Coverage.of(cancelled, LATE)).containsExactly(new Share(money(1, 60_00), 44_50, 44_50, LATE));
        assertThat(Coverage.toPay(cancelled)).isEqualTo(euro(0));
    }

    @Test
    void what_the_voucher_does_not_pay_of_the_fee_is_owed() {
        var cancelled = ((Accepted) paid(money(1, 10_00)).cancel(LATE)).booking();

        assertThat(Coverage.of(cancelled, LATE)).containsExactly(new Share(money(1, 10_00), 10_00, 10_00, null));
        assertThat(Coverage.toPay(cancelled)).isEqualTo(euro(34_50));
        assertThat(cancelled.snapshot().covered()).isEqualTo(euro(10_00));
    }

    @Test
    void a_session_of_a_package_is_not_split() {
        var half = ((Accepted) paid(session(1)).cancel(LATE)).booking();
        assertThat(Coverage.of(half, LATE)).containsExactly(new Share(session(1), 0, 0, LATE));
        assertThat(Coverage.toPay(half)).isEqualTo(euro(44_50));

        var whole = with(new Cancelled(LATE, euro(89_00), false), session(1));
        assertThat(Coverage.of(whole, LATE)).containsExactly(new Share(session(1), 89_00, 1, null));
        assertThat(Coverage.toPay(whole)).isEqualTo(euro(0));
    }

    @Test
    void a_no_show_gives_nothing_back_until_nobody_can_correct_it() {
        var missed = with(new Missed(TEN_O_CLOCK, euro(30_00)), money(1, 89_00));
        var last = END.plus(Coverage.FINAL);

        assertThat(Coverage.of(missed, last.minusMillis(1)))
                .containsExactly(new Share(money(1, 89_00), 30_00, 89_00, null));
        assertThat(Coverage.of(missed, last)).containsExactly(new Share(money(1, 89_00), 30_00, 30_00, last));
        assertThat(missed.complete(last)).isEqualTo(new Refused(Refusal.TOO_LATE_TO_CORRECT));
    }

    @Test
    void a_hold_gives_back_when_it_lapses_and_when_it_becomes_another() {
        var held = with(new Held(EARLY, 1, false), money(1, 50_00));
        var lapsed = ((Accepted) held.expire(EARLY)).booking();
        assertThat(Coverage.of(lapsed, EARLY)).containsExactly(new Share(money(1, 50_00), 0, 0, EARLY));

        var before = EARLY.minusSeconds(60);
        var other = (Accepted) held.bookInstead(held.visit(), held.price(), held.policy(), before);
        assertThat(Coverage.of(other.booking(), before))
                .containsExactly(new Share(money(1, 50_00).givenBack(before), 0, 0, before));
        assertThat(Coverage.covered(((Accepted) held.confirm(Samples.ANSWERED, before)).booking()))
                .isEqualTo(euro(50_00));
        assertThat(Coverage.covered(((Accepted) held.renew(EARLY.plusSeconds(600), before)).booking()))
                .isEqualTo(euro(50_00));
    }

    @Test
    void a_session_can_be_paid_after_it_took_place_for_a_day() {
        var over = booking(new Completed(END));
        assertThat(over.payWith(money(1, 5), END.plus(Duration.ofHours(24)))).isInstanceOf(Accepted.class);
        assertThat(over.payWith(money(1, 5), END.plus(Duration.ofHours(24)).plusMillis(1)))
                .isEqualTo(new Refused(Refusal.TOO_LATE_TO_CORRECT));
    }

    @Test
    void it_is_not_moved_by_its_client_to_a_day_on_which_the_voucher_is_over() {
        var paid = paid(money(1, 50_00));
        var april = Visit.of(Samples.session(Instant.parse("2026-03-31T22:00:00Z")));

        assertThat(paid.reschedule(april, EARLY)).isEqualTo(new Refused(Refusal.VOUCHER_EXPIRED));
        assertThat(paid.rescheduleForNothing(april, EARLY)).isInstanceOf(Accepted.class);
        var march = Visit.of(Samples.session(Instant.parse("2026-03-31T21:59:00Z")));
        assertThat(Coverage.covered(((Accepted) paid.reschedule(march, EARLY)).booking()))
                .isEqualTo(euro(50_00));
    }

    /** What is taken from a voucher never becomes more, whatever happens to the booking: see decision 018. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void what_is_taken_only_ever_shrinks_and_adds_up(long seed) {
        var random = new Random(seed);
        for (int life = 0; life < 2_000; life++) {
            var booking = paid(
                    random.nextBoolean()
                            ? new Redemption[] {money(1, 1 + random.nextInt(89_00))}
                            : new Redemption[] {money(1, 40_00), session(2, 49_00)});
            var now = EARLY;
            long[] used = used(booking, now);
            for (int step = 0; step < 8; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(48 * 60)));
                var at = now;
                var before = booking;
                var decision = switch (random.nextInt(7)) {
                    case 0 -> before.cancel(at);
                    case 1 -> before.cancelForNothing(at);
                    case 2 -> before.arrive(at);
                    case 3 -> before.complete(at);
                    case 4 -> before.miss(at);
                    case 5 -> before.takeVouchersOff(at);
                    default ->
                        before.reschedule(
                                Visit.of(Samples.session(TEN_O_CLOCK.plus(Duration.ofHours(random.nextInt(99))))), at);
                };
                if (decision instanceof Accepted accepted) booking = accepted.booking();
                long[] next = used(booking, now);
                for (int i = 0; i < used.length; i++) {
                    assertThat(next[i])
                            .as("seed %s: %s became %s", seed, before, booking)
                            .isBetween(0L, used[i]);
                }
                used = next;
                assertThat(Coverage.toPay(booking).cents()).isNotNegative();
            }
        }
    }

    private static long[] used(Booking booking, Instant now) {
        return Coverage.of(booking, now).stream().mapToLong(Share::used).toArray();
    }

    private static Booking paid(Redemption... redemptions) {
        return with(new Confirmed(EARLY.minus(Duration.ofDays(1))), redemptions);
    }

    private static Booking with(BookingStatus status, Redemption... redemptions) {
        var plain = booking(status);
        return new Booking(
                plain.id(),
                plain.version(),
                plain.reference(),
                status,
                plain.clientId(),
                plain.visit(),
                plain.price(),
                plain.policy(),
                plain.moveFees(),
                null,
                null,
                List.of(redemptions));
    }

    private static Redemption money(int number, long cents) {
        return redemption(number, cents, 0);
    }

    private static Redemption session(int number) {
        return session(number, 89_00);
    }

    private static Redemption session(int number, long cents) {
        return redemption(number, cents, 1);
    }

    private static Redemption redemption(int number, long cents, int sessions) {
        return new Redemption(new VoucherId(new UUID(3, number)), number, euro(cents), sessions, LAST_DAY, EARLY, null);
    }

    private static Money euro(long cents) {
        return new Money(cents, "EUR");
    }
}
