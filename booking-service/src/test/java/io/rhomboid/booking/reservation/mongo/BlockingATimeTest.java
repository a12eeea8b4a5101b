package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.When;
import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.BlockAnswer;
import io.rhomboid.booking.block.BlockAnswer.Touches;
import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.SWEDISH;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static io.rhomboid.booking.reservation.mongo.Rivals.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

/** Blocks and bookings on a real store: whoever is second is told no. */
@Tag("store")
class BlockingATimeTest {

    static final int RIVALS = 200;

    Neighbourhood here;

    @AfterEach
    void close() {
        here.close();
    }

    @RepeatedTest(3)
    void of_200_who_book_or_block_the_same_hour_at_two_instances_exactly_one_wins() throws Exception {
        here = new Neighbourhood(1, 3);
        var instances = List.of(here.instance(), here.instance());
        var mira = here.therapists.getFirst();

        var answers = atOnce(
                RIVALS,
                n -> n % 2 == 0
                        ? (Object) book(instances.get(n / 2 % 2).bookings(), mira, at(2, 10, 0), n % 3 == 0)
                        : timeOff(instances.get(n / 2 % 2).blocks(), mira, at(2, 9, 0), at(2, 12, 0)));

        assertThat(answers).filteredOn(BlockingATimeTest::isWon).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a instanceof SlotTaken || a instanceof Touches)
                .hasSize(RIVALS - 1);
        assertThat(here.bookings.countDocuments(new Document("claims", new Document("$exists", true))))
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void of_200_who_book_the_one_room_or_close_it_exactly_one_wins() throws Exception {
        here = new Neighbourhood(10, 1);
        var instances = List.of(here.instance(), here.instance());
        var room = new RoomId(new UUID(3, 0));

        var answers = atOnce(
                RIVALS,
                n -> n % 2 == 0
                        ? (Object) book(
                                instances.get(n / 2 % 2).bookings(), here.therapists.get(n % 10), at(2, 10, 0), false)
                        : closure(instances.get(n / 2 % 2).blocks(), room, at(2, 9, 0), at(2, 12, 0)));

        assertThat(answers).filteredOn(BlockingATimeTest::isWon).hasSize(1);
    }

    @Test
    void what_is_in_the_way_is_named_and_nothing_is_blocked() {
        here = new Neighbourhood(1, 3);
        var desk = here.instance();
        var mira = here.therapists.getFirst();
        var ten = booking(book(desk.bookings(), mira, at(2, 10, 0), false));
        var held = booking(book(desk.bookings(), mira, at(2, 14, 0), true));
        booking(book(desk.bookings(), mira, at(3, 10, 0), false));

        // The buffer after ten o'clock's session ends at a quarter past eleven.
        var wanted = BlockedTime.timeOff(mira, at(2, 11, 10), at(3, 8, 0));

        assertThat(touched(desk.blocks().preview(wanted))).containsExactly(ten.id(), held.id());
        assertThat(touched(timeOff(desk.blocks(), mira, at(2, 11, 10), at(3, 8, 0))))
                .containsExactly(ten.id(), held.id());
        assertThat(desk.blocks().standing(mira, at(0, 0, 0), at(9, 0, 0))).isEmpty();
        assertThat(isFree(desk, at(2, 18, 0))).isTrue();

        assertThat(touched(desk.blocks().preview(BlockedTime.timeOff(mira, at(2, 11, 15), at(2, 14, 0)))))
                .isEmpty();
    }

    @Test
    void nobody_is_offered_or_gets_a_blocked_time_until_it_is_freed() {
        here = new Neighbourhood(1, 3);
        var desk = here.instance();
        var ignorant = here.instance();
        var mira = here.therapists.getFirst();
        assertThat(isFree(desk, at(2, 10, 0))).isTrue();

        var block = done(timeOff(desk.blocks(), mira, at(2, 9, 0), at(2, 12, 0)));

        assertThat(isFree(desk, at(2, 10, 0))).isFalse();
        assertThat(isFree(desk, at(2, 12, 0))).isTrue();
        assertThat(isFree(ignorant, at(2, 10, 0))).as("it has not heard of it").isTrue();
        assertThat(book(ignorant.bookings(), mira, at(2, 10, 0), false)).isInstanceOf(SlotTaken.class);
        assertThat(isFree(ignorant, at(2, 10, 0))).as("it has learnt by losing").isFalse();

        assertThat(desk.blocks().free(block.id(), mira, 1)).isInstanceOf(BlockAnswer.Done.class);
        assertThat(isFree(desk, at(2, 10, 0))).isTrue();
        booking(book(desk.bookings(), mira, at(2, 10, 0), false));
        assertThat(desk.blocks().free(block.id(), mira, 2)).isInstanceOf(BlockAnswer.UnknownBlock.class);
    }

    @Test
    void a_hold_whose_time_is_over_is_in_nobodys_way() {
        here = new Neighbourhood(1, 3);
        var mira = here.therapists.getFirst();
        var early = here.instance();
        book(early.bookings(), mira, at(2, 10, 0), true);
        var later = here.instance(
                Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(11)), Duration.ofMinutes(10));

        assertThat(touched(later.blocks().preview(BlockedTime.timeOff(mira, at(2, 9, 0), at(2, 12, 0)))))
                .isEmpty();
        done(timeOff(later.blocks(), mira, at(2, 9, 0), at(2, 12, 0)));
    }

    @Test
    void whole_cells_are_taken_outward_and_nothing_of_the_past() {
        here = new Neighbourhood(1, 3);
        var desk = here.instance();
        var mira = here.therapists.getFirst();
        var before = Instant.now();

        var block = done(timeOff(desk.blocks(), mira, at(-30, 0, 0), at(2, 10, 1)));

        assertThat(block.time().start()).isBetween(before.minusSeconds(300), Instant.now());
        assertThat(block.time().end()).isEqualTo(at(2, 10, 5));
    }

    @Test
    void a_repeat_finds_what_the_first_made_even_when_it_was_freed_since() {
        here = new Neighbourhood(1, 3);
        var desk = here.instance().blocks();
        var mira = here.therapists.getFirst();
        var id = new BlockId(UUID.randomUUID());
        var op = new Op("key", "hash");
        var time = BlockedTime.timeOff(mira, at(2, 9, 0), at(2, 12, 0));

        var first = done(desk.block(id, op, time, "dentist"));
        assertThat(desk.block(id, op, time, "dentist")).isEqualTo(new BlockAnswer.Done(first));
        assertThat(desk.block(id, new Op("key", "other"), time, null)).isInstanceOf(BlockAnswer.KeyReused.class);

        desk.free(id, mira, 1);
        assertThat(done(desk.block(id, op, time, "dentist")).isStanding()).isFalse();
        assertThat(desk.standing(mira, at(0, 0, 0), at(9, 0, 0))).isEmpty();
    }

    @Test
    void blocks_are_no_bookings() {
        here = new Neighbourhood(1, 3);
        var desk = here.instance();
        var mira = here.therapists.getFirst();
        var block = done(timeOff(desk.blocks(), mira, at(2, 9, 0), at(2, 12, 0)));
        done(timeOff(desk.blocks(), mira, at(3, 9, 0), at(3, 12, 0)));

        assertThat(desk.bookings()
                        .find(new io.rhomboid.contracts.booking.BookingId(
                                block.id().value())))
                .isEmpty();
        assertThat(desk.bookings().expireLapsed()).isZero();
        var told = here.instance().availability();
        here.bookings().tell(told.diary(), Instant.now());
        assertThat(isFree(told, at(2, 10, 0))).isTrue();
        here.blocks().tell(told.diary(), Instant.now());
        assertThat(isFree(told, at(2, 10, 0))).isFalse();
    }

    private static boolean isWon(Object answer) {
        return answer instanceof Answer.Done || answer instanceof BlockAnswer.Done;
    }

    private static BlockAnswer timeOff(BlockDesk desk, TherapistId therapist, Instant start, Instant end) {
        return block(desk, BlockedTime.timeOff(therapist, start, end));
    }

    private static BlockAnswer closure(BlockDesk desk, RoomId room, Instant start, Instant end) {
        return block(desk, BlockedTime.roomClosed(CLINIC, room, start, end));
    }

    private static BlockAnswer block(BlockDesk desk, BlockedTime time) {
        var id = UUID.randomUUID();
        return desk.block(new BlockId(id), new Op(id.toString(), "same"), time, null);
    }

    private static Block done(BlockAnswer answer) {
        assertThat(answer).isInstanceOf(BlockAnswer.Done.class);
        return ((BlockAnswer.Done) answer).block();
    }

    private static Booking booking(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).booking();
    }

    private static List<Object> touched(BlockAnswer answer) {
        assertThat(answer).isInstanceOf(Touches.class);
        return ((Touches) answer)
                .inTheWay().bookings().stream().<Object>map(Booking::id).toList();
    }

    private static boolean isFree(Neighbourhood.Instance instance, Instant start) {
        return isFree(instance.availability(), start);
    }

    private static boolean isFree(io.rhomboid.booking.availability.Availability availability, Instant start) {
        var search = new SlotSearch(
                SWEDISH, 60, null, null, new When.Moment(start), new When.Moment(start.plusSeconds(1)), 1);
        return !new FreeSlots(availability.catalogue(), availability.diary())
                .find(search, Instant.now())
                .slots()
                .isEmpty();
    }
}
