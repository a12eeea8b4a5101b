package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

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
import io.rhomboid.contracts.clinic.RoomId;

import static io.rhomboid.booking.reservation.Samples.CLIENT;
import static io.rhomboid.booking.reservation.Samples.ID;
import static io.rhomboid.booking.reservation.Samples.POLICY;
import static io.rhomboid.booking.reservation.Samples.PRICE;
import static io.rhomboid.booking.reservation.Samples.TEN_O_CLOCK;
import static io.rhomboid.booking.reservation.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

/** Every command, in every status, at and beside every instant that matters, under both rules for late moves. */
class EveryStepTest {

    static final Duration MOMENT = Duration.ofMillis(1);
    static final Instant END = TEN_O_CLOCK.plus(Duration.ofHours(1));
    static final Instant DEADLINE = TEN_O_CLOCK.minus(Duration.ofHours(24));
    static final Instant EARLY = DEADLINE.minus(Duration.ofDays(3));

    /** Booked, or held until, when it would be late already: so that grace and lateness meet. */
    static final Instant LATE = DEADLINE.plus(Duration.ofHours(2));

    static final RoomId OTHER_ROOM = new RoomId(new UUID(1, 33));

    static final Map<String, BiFunction<Booking, Instant, Decision>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("confirm", (booking, now) -> booking.confirm(Samples.ANSWERED, now));
        COMMANDS.put("renew", (b, now) -> b.renew(now.plus(Duration.ofMinutes(10)), now));
        COMMANDS.put("release", Booking::release);
        COMMANDS.put(
                "hold instead",
                (b, now) -> b.holdInstead(
                        visit(TEN_O_CLOCK.plusSeconds(900)), PRICE, POLICY, now.plusSeconds(600), 1, now));
        COMMANDS.put(
                "book instead", (b, now) -> b.bookInstead(visit(TEN_O_CLOCK.plusSeconds(900)), PRICE, POLICY, now));
        COMMANDS.put("cancel", Booking::cancel);
        COMMANDS.put("cancel for nothing", Booking::cancelForNothing);
        COMMANDS.put("move", (b, now) -> b.reschedule(visit(TEN_O_CLOCK.plusSeconds(900)), now));
        COMMANDS.put("move for nothing", (b, now) -> b.rescheduleForNothing(visit(TEN_O_CLOCK.plusSeconds(900)), now));
        COMMANDS.put("change room", (b, now) -> b.changeRoom(1, OTHER_ROOM, now));
        COMMANDS.put("annotate", (b, now) -> b.annotate("wants the quiet room", now));
        COMMANDS.put("expire", Booking::expire);
        COMMANDS.put("arrive", Booking::arrive);
        COMMANDS.put("complete", Booking::complete);
        COMMANDS.put("miss", Booking::miss);
    }

    static final List<BookingStatus> STATUSES = List.of(
            new Held(LATE, 1, false),
            new Held(LATE, 2, true),
            new Confirmed(EARLY),
            new Confirmed(LATE),
            new Cancelled(EARLY, new Money(0, "EUR"), false),
            new Expired(EARLY),
            new Arrived(TEN_O_CLOCK),
            new Completed(END),
            new Missed(TEN_O_CLOCK, PRICE));

    static List<Instant> instants() {
        var all = new TreeSet<Instant>();
        for (var each : List.of(
                EARLY,
                EARLY.plus(Booking.GRACE),
                DEADLINE,
                LATE,
                LATE.plus(Booking.GRACE),
                TEN_O_CLOCK.minus(Booking.EARLIEST_ARRIVAL),
                TEN_O_CLOCK,
                END,
                END.plus(Booking.CORRECTION))) {
            all.addAll(List.of(each.minus(MOMENT), each, each.plus(MOMENT)));
        }
        return List.copyOf(all);
    }

    @Test
    void is_decided_as_the_rules_have_it() {
        for (var contact : new boolean[] {false, true}) {
            var policy = new CancellationPolicy(Duration.ofHours(24), 50, 100, contact);
            for (var status : STATUSES) {
                var booking = new Booking(ID, 1, "RH-7K2M9Q", status, CLIENT, visit(TEN_O_CLOCK), PRICE, policy);
                for (var now : instants()) {
                    for (var command : COMMANDS.keySet()) {
                        var decision = COMMANDS.get(command).apply(booking, now);
                        assertThat(told(decision))
                                .as("%s when %s at %s, contact %s", command, status, now, contact)
                                .isEqualTo(expected(command, status, now, contact));
                        if (decision instanceof Accepted accepted) is_sound(booking, accepted, now);
                    }
                }
            }
        }
    }

    private static void is_sound(Booking before, Accepted accepted, Instant now) {
        var after = accepted.booking();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.reference()).isEqualTo(before.reference());
        assertThat(accepted.event().version()).isEqualTo(after.version());
        assertThat(accepted.event().occurredAt()).isEqualTo(now);
        assertThat(accepted.event().booking()).isEqualTo(after.snapshot());
        var change = Change.of(before, accepted, Cause.TIME_OVER);
        assertThat(change.differences())
                .noneMatch(d -> d.before() != null && d.before().equals(d.after()));
    }

    /** The refusal; or what it is then, and what that costs. */
    private static String told(Decision decision) {
        return switch (decision) {
            case Refused(var reason) -> reason.name();
            case Accepted accepted -> told(accepted.booking());
        };
    }

    private static String told(Booking booking) {
        return switch (booking.status()) {
            case Cancelled cancelled -> "CANCELLED " + cancelled.fee().cents() + (cancelled.grace() ? " grace" : "");
            case Missed missed -> "NO_SHOW " + missed.fee().cents();
            default -> booking.status().word() + " " + booking.moveFees().cents();
        };
    }

    /** The rules once more, told by status. */
    private static String expected(String command, BookingStatus status, Instant now, boolean contact) {
        return switch (status) {
            case Held held -> ofHold(command, held, now);
            case Confirmed(var since) -> ofConfirmed(command, since, now, contact);
            case Cancelled _ -> command.equals("expire") ? "NOT_LAPSED" : "ALREADY_CANCELLED";
            case Expired _ -> command.equals("expire") ? "NOT_LAPSED" : "HOLD_EXPIRED";
            case Arrived _ ->
                switch (command) {
                    case "expire" -> "NOT_LAPSED";
                    case "annotate" -> "ARRIVED 0";
                    case "change room" -> now.isBefore(END) ? "ARRIVED 0" : "ALREADY_OVER";
                    case "complete" -> now.isBefore(TEN_O_CLOCK) ? "NOT_BEGUN" : "COMPLETED 0";
                    case "miss" ->
                        now.isBefore(TEN_O_CLOCK)
                                ? "NOT_BEGUN"
                                : now.isAfter(END.plus(Booking.CORRECTION)) ? "TOO_LATE_TO_CORRECT" : "NO_SHOW 8900";
                    default -> "ALREADY_ARRIVED";
                };
            case Completed _ ->
                switch (command) {
                    case "expire" -> "NOT_LAPSED";
                    case "annotate" -> "COMPLETED 0";
                    default -> "ALREADY_COMPLETED";
                };
            case Missed _ ->
                switch (command) {
                    case "expire" -> "NOT_LAPSED";
                    case "annotate" -> "NO_SHOW 8900";
                    case "arrive" -> arrival(now);
                    case "complete" ->
                        now.isBefore(TEN_O_CLOCK)
                                ? "NOT_BEGUN"
                                : now.isAfter(END.plus(Booking.CORRECTION)) ? "TOO_LATE_TO_CORRECT" : "COMPLETED 0";
                    default -> "ALREADY_MISSED";
                };
        };
    }

    private static String ofHold(String command, Held held, Instant now) {
        var lapsed = !now.isBefore(LATE);
        if (command.equals("expire")) return lapsed ? "EXPIRED 0" : "NOT_LAPSED";
        if (lapsed) return "HOLD_EXPIRED";
        return switch (command) {
            case "confirm", "book instead" -> "CONFIRMED 0";
            case "renew" -> held.renewed() ? "ALREADY_RENEWED" : "HELD 0";
            case "hold instead", "annotate" -> "HELD 0";
            case "release", "cancel", "cancel for nothing" -> "CANCELLED 0";
            default -> "NOT_CONFIRMED";
        };
    }

    private static String ofConfirmed(String command, Instant since, Instant now, boolean contact) {
        var begun = !now.isBefore(TEN_O_CLOCK);
        var grace = now.isBefore(since.plusSeconds(180));
        var late = now.isAfter(DEADLINE) && !grace;
        return switch (command) {
            case "cancel" -> begun ? "ALREADY_BEGUN" : "CANCELLED " + (late ? 4450 : 0) + (grace ? " grace" : "");
            case "cancel for nothing" -> begun ? "ALREADY_BEGUN" : "CANCELLED 0" + (grace ? " grace" : "");
            case "move" -> {
                if (begun) yield "ALREADY_BEGUN";
                yield late && contact ? "CONTACT_CLINIC" : "CONFIRMED " + (late ? 4450 : 0);
            }
            case "move for nothing" -> begun ? "ALREADY_BEGUN" : "CONFIRMED 0";
            case "change room" -> now.isBefore(END) ? "CONFIRMED 0" : "ALREADY_OVER";
            case "annotate" -> "CONFIRMED 0";
            case "expire" -> "NOT_LAPSED";
            case "arrive" -> arrival(now);
            case "complete" -> begun ? "COMPLETED 0" : "NOT_BEGUN";
            case "miss" -> begun ? "NO_SHOW 8900" : "NOT_BEGUN";
            default -> "ALREADY_CONFIRMED";
        };
    }

    private static String arrival(Instant now) {
        if (now.isBefore(TEN_O_CLOCK.minusSeconds(3600))) return "TOO_EARLY";
        return now.isBefore(END) ? "ARRIVED 0" : "ALREADY_OVER";
    }

    @Test
    void moving_late_and_then_cancelling_costs_both_and_never_more_than_the_price() {
        var policy = new CancellationPolicy(Duration.ofHours(24), 40, 100, false);
        var booking = new Booking(ID, 1, "RH-7K2M9Q", new Confirmed(EARLY), CLIENT, visit(TEN_O_CLOCK), PRICE, policy);
        var late = TEN_O_CLOCK.minusSeconds(3600);

        var once = ((Accepted) booking.reschedule(visit(TEN_O_CLOCK.plusSeconds(3600)), late)).booking();
        var twice = ((Accepted) once.reschedule(visit(TEN_O_CLOCK.plusSeconds(7200)), late)).booking();

        assertThat(once.moveFees().cents()).isEqualTo(35_60);
        assertThat(twice.moveFees().cents()).isEqualTo(71_20);
        assertThat(told(once.cancel(late))).isEqualTo("CANCELLED 7120");
        assertThat(told(twice.cancel(late))).isEqualTo("CANCELLED 8900");
        assertThat(told(twice.miss(TEN_O_CLOCK.plusSeconds(7200)))).isEqualTo("NO_SHOW 8900");
        // Moved to next week and then given back in time: what was late stays owed.
        var nextWeek = ((Accepted) booking.reschedule(visit(TEN_O_CLOCK.plus(Duration.ofDays(7))), late)).booking();
        assertThat(told(nextWeek.cancel(late))).isEqualTo("CANCELLED 3560");
        assertThat(told(nextWeek.cancelForNothing(late))).isEqualTo("CANCELLED 0");
    }

    @Test
    void a_booking_is_not_changed_without_end() {
        var worn = new Booking(
                ID, Booking.MOST_CHANGES, "RH-7K2M9Q", new Confirmed(EARLY), CLIENT, visit(TEN_O_CLOCK), PRICE, POLICY);

        for (var command : List.of("move", "move for nothing", "change room", "annotate")) {
            assertThat(told(COMMANDS.get(command).apply(worn, EARLY))).isEqualTo("CHANGED_TOO_OFTEN");
        }
        assertThat(told(worn.cancel(EARLY.plusSeconds(600)))).isEqualTo("CANCELLED 0");
    }
}
