package io.rhomboid.booking.daysheet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.TheseBlocks;
import io.rhomboid.booking.daysheet.Reports.Group;
import io.rhomboid.booking.daysheet.Reports.GroupBy;
import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.CancellationPolicy;
import io.rhomboid.booking.reservation.Redemption;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.BERLIN;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static org.assertj.core.api.Assertions.assertThat;

/** Random bookings, counted by the reports and again by going through them group by group. */
class CountingBookingsTest {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final LocalDate LAST = LocalDate.of(2026, 4, 15);
    static final List<String> TREATMENTS = List.of("SWEDISH", "THAI", "DEEP_TISSUE");
    static final List<String> CURRENCIES = List.of("EUR", "CHF");

    final List<TherapistId> therapists =
            List.of(new TherapistId(new UUID(2, 1)), new TherapistId(new UUID(2, 2)), new TherapistId(new UUID(2, 3)));
    final List<Booking> bookings = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();

    Reports reports(boolean withRota) {
        var availability = new Availability();
        if (withRota) Neighbourhood.tell(availability, therapists, 2);
        Timetable timetable =
                (_, _, _, reader) -> bookings.forEach(it -> reader.accept(new Timetable.Line(it, Instant.EPOCH)));
        return new Reports(timetable, new TheseBlocks(blocks), availability::catalogue);
    }

    @RepeatedTest(20)
    void a_report_is_what_a_naive_recount_comes_to() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) bookings.add(random(random, i));

        for (var by : GroupBy.values()) {
            var report = reports(false).count(CLINIC, "EUR", FIRST, LAST, by);

            assertThat(report).as("seed %d by %s", seed, by).isEqualTo(recount(by));
        }
    }

    Map<Group, Tally> recount(GroupBy by) {
        Function<Booking, Group> group = booking -> new Group(
                switch (by) {
                    case THERAPIST -> booking.session().therapistId().toString();
                    case TREATMENT -> booking.session().treatment().toString();
                    case CLINIC -> CLINIC.toString();
                    case DAY -> dateOf(booking).toString();
                    case MONTH -> dateOf(booking).toString().substring(0, 7);
                },
                booking.price().currency());
        var inPeriod = bookings.stream()
                .filter(it -> !dateOf(it).isBefore(FIRST) && !dateOf(it).isAfter(LAST))
                .filter(it -> !(it.status() instanceof Held) && !(it.status() instanceof Expired))
                .filter(it -> !(it.status() instanceof Cancelled cancelled && cancelled.grace()))
                .toList();
        var groups = new HashMap<Group, Tally>();
        for (var key : inPeriod.stream().map(group).distinct().toList()) {
            var mine =
                    inPeriod.stream().filter(it -> group.apply(it).equals(key)).toList();
            Predicate<Booking> isSession = it -> !(it.status() instanceof Cancelled);
            ToLongFunction<Booking> fee = it -> switch (it.status()) {
                case Cancelled cancelled -> cancelled.fee().cents();
                case Missed missed -> missed.fee().cents();
                default -> 0;
            };
            groups.put(
                    key,
                    new Tally(
                            count(mine, isSession),
                            sum(
                                    mine,
                                    isSession,
                                    it -> Duration.between(
                                                    it.session().slot().start(),
                                                    it.session().slot().end())
                                            .toMinutes()),
                            0,
                            count(mine, it -> it.status() instanceof Completed),
                            count(mine, it -> it.status() instanceof Missed),
                            count(mine, it -> it.status() instanceof Cancelled),
                            count(mine, it -> it.status() instanceof Cancelled && fee.applyAsLong(it) > 0),
                            sum(
                                    mine,
                                    it -> it.status() instanceof Completed,
                                    it -> it.price().cents()),
                            sum(
                                    mine,
                                    it -> it.status() instanceof Confirmed || it.status() instanceof Arrived,
                                    it -> it.price().cents()),
                            sum(
                                    mine,
                                    it -> !(it.status() instanceof Cancelled || it.status() instanceof Missed),
                                    it -> it.moveFees().cents()),
                            sum(mine, it -> it.status() instanceof Cancelled, fee),
                            sum(mine, it -> it.status() instanceof Missed, fee),
                            sum(
                                    mine,
                                    it -> !(it.status() instanceof Confirmed || it.status() instanceof Arrived),
                                    it -> it.status() instanceof Completed
                                            ? voucher(it)
                                            : Math.min(voucher(it), fee.applyAsLong(it)))));
        }
        return groups;
    }

    static long voucher(Booking booking) {
        return booking.redemptions().stream()
                .mapToLong(it -> it.amount().cents())
                .sum();
    }

    static long count(List<Booking> some, Predicate<Booking> which) {
        return some.stream().filter(which).count();
    }

    static long sum(List<Booking> some, Predicate<Booking> which, ToLongFunction<Booking> what) {
        return some.stream().filter(which).mapToLong(what).sum();
    }

    static LocalDate dateOf(Booking booking) {
        return booking.session().slot().start().atZone(booking.session().zone()).toLocalDate();
    }

    Booking random(Random random, int n) {
        var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        var price = new Money(random.nextInt(200_00), currency);
        var fee = new Money(random.nextBoolean() ? 0 : random.nextInt(100_00), currency);
        var at = Instant.EPOCH;
        BookingStatus status = switch (random.nextInt(7)) {
            case 0 -> new Held(at, 1, false);
            case 1 -> new Expired(at);
            case 2 -> new Cancelled(at, fee, random.nextInt(4) == 0);
            case 3 -> new Confirmed(at);
            case 4 -> new Arrived(at);
            case 5 -> new Completed(at);
            default -> new Missed(at, fee);
        };
        var start = FIRST.minusDays(2)
                .atStartOfDay(BERLIN)
                .toInstant()
                .plus(Duration.ofMinutes(5L * random.nextInt(50 * 24 * 12)));
        return new Booking(
                new BookingId(new UUID(7, n)),
                1,
                "RH-7K2M9Q",
                status,
                new ClientId(new UUID(5, n)),
                Visit.of(new BookedSession(
                        CLINIC,
                        therapists.get(random.nextInt(3)),
                        new RoomId(new UUID(3, 1)),
                        List.of(),
                        TreatmentCode.of(TREATMENTS.get(random.nextInt(3))),
                        TimeSlot.starting(start, Duration.ofMinutes(15L * (1 + random.nextInt(8)))),
                        0,
                        15,
                        BERLIN)),
                price,
                new CancellationPolicy(Duration.ofHours(24), 50, 100, false),
                new Money(random.nextBoolean() ? 0 : random.nextInt(50_00), currency),
                null,
                null,
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Redemption(
                                new VoucherId(new UUID(9, 1)),
                                n + 1,
                                new Money(random.nextLong(price.cents() + 1), currency),
                                0,
                                LAST,
                                at,
                                null)));
    }

    @Test
    void working_minutes_know_how_long_a_day_is() {
        // Each works from 6:00 to midnight; the clock change at three in the morning is outside of that.
        var report = reports(true)
                .count(CLINIC, "EUR", LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 30), GroupBy.CLINIC);

        assertThat(report).hasSize(1);
        assertThat(report.values().iterator().next().workingMinutes()).isEqualTo(3 * 3 * 18 * 60);
    }

    @Test
    void who_is_away_does_not_work() {
        var day = LocalDate.of(2026, 3, 30);
        var from = day.atTime(10, 0).atZone(BERLIN).toInstant();
        blocks.add(new Block(
                new BlockId(new UUID(8, 1)),
                1,
                BlockedTime.timeOff(therapists.getFirst(), from, from.plus(Duration.ofHours(3))),
                null,
                null,
                null));

        var report = reports(true).count(CLINIC, "EUR", day, day, GroupBy.DAY);

        // The fake says so of each of the three.
        assertThat(report.get(new Group("2026-03-30", "EUR")).workingMinutes()).isEqualTo(3 * 15 * 60);
    }
}
