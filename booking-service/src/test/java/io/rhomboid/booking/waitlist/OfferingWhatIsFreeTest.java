package io.rhomboid.booking.waitlist;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.block.BlockAnswer;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.waitlist.Standing.Lapsed;
import io.rhomboid.booking.waitlist.WaitlistAnswer.Done;
import io.rhomboid.booking.waitlist.WaitlistAnswer.FreeNow;
import io.rhomboid.booking.waitlist.WaitlistAnswer.No;
import io.rhomboid.booking.waitlist.WaitlistAnswer.TooMany;
import io.rhomboid.booking.waitlist.WaitlistAnswer.Why;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.waitlist.WaitingRoom.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("store")
class OfferingWhatIsFreeTest {

    static final Instant SLOT = EVENING.get(2);
    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    final WaitingRoom room = new WaitingRoom();
    final WaitlistDesk desk = room.one.waitlist();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_freed_slot_is_offered_to_one_after_the_other_and_then_is_free() {
        var jo = room.join("jo");
        room.later(Duration.ofSeconds(1));
        var ada = room.join("ada");
        desk.round();
        assertThat(room.state(jo)).isEqualTo("WAITING");

        room.cancel(SLOT);
        desk.round();

        assertThat(room.offer(jo).slot().start()).isEqualTo(SLOT);
        assertThat(room.offer(jo).until()).isEqualTo(room.now.get().plus(HALF_AN_HOUR));
        assertThat(room.state(ada)).isEqualTo("WAITING");
        var hold = room.standing(SLOT);

        room.later(HALF_AN_HOUR);
        desk.round();

        assertThat(room.state(jo)).isEqualTo("WAITING");
        assertThat(room.offer(ada).slot().start()).isEqualTo(SLOT);
        assertThat(room.standing(SLOT).id()).as("handed on, and never free").isEqualTo(hold.id());
        assertThat(room.standing(SLOT).clientId()).isEqualTo(room.read(ada).clientId());

        room.later(HALF_AN_HOUR);
        desk.round();

        assertThat(room.standingAt(SLOT)).isEmpty();
        assertThat(List.of(room.state(jo), room.state(ada))).containsExactly("WAITING", "WAITING");
        assertThat(room.told(jo)).containsExactly("EntryJoined", "OfferMade", "OfferLapsed");
        assertThat(desk.round()).as("not the same again").isZero();
    }

    @Test
    void the_store_is_asked_when_something_has_changed_and_now_and_then_all_the_same() {
        var asked = new AtomicInteger();
        var other = room.instance(UnaryOperator.identity(), list -> counting(list, asked));

        other.waitlist().roundIfDue();
        other.waitlist().roundIfDue();
        assertThat(asked).as("nobody waits").hasValue(1);
        var freed = room.standing(EVENING.get(4));
        other.bookings().cancel(freed.id(), freed.version(), null, freed.price().cents(), CLIENT);
        other.waitlist().roundIfDue();
        assertThat(asked).as("for whom?").hasValue(1);
        room.book(other, EVENING.get(4), "late");

        var jo = room.join("jo");
        room.later(Duration.ofSeconds(5));
        other.waitlist().roundIfDue();
        other.waitlist().roundIfDue();
        assertThat(asked).as("found by the sweep, and nothing is free").hasValue(2);
        assertThat(room.state(jo)).isEqualTo("WAITING");

        var booking = room.standing(SLOT);
        other.bookings()
                .cancel(booking.id(), booking.version(), null, booking.price().cents(), CLIENT);
        other.waitlist().roundIfDue();
        assertThat(room.offer(jo).slot().start()).isEqualTo(SLOT);
        for (int i = 0; i < 3; i++) other.waitlist().roundIfDue();
        assertThat(asked).as("once more, after what it did itself").hasValue(4);

        room.later(HALF_AN_HOUR);
        other.waitlist().roundIfDue();
        assertThat(room.state(jo)).isEqualTo("WAITING");
    }

    private static Waitlist counting(Waitlist list, AtomicInteger asked) {
        return (Waitlist) Proxy.newProxyInstance(
                Waitlist.class.getClassLoader(), new Class<?>[] {Waitlist.class}, (_, method, arguments) -> {
                    if (method.getName().equals("unfinished")) asked.incrementAndGet();
                    return method.invoke(list, arguments);
                });
    }

    @Test
    void who_accepts_has_the_session_and_waits_no_longer() {
        var jo = room.join("jo");
        room.cancel(SLOT);
        desk.round();

        var answer = desk.accept(jo, room.read(jo).version(), Answered.BY_ALL, CLIENT);

        assertThat(answer).isInstanceOf(Done.class);
        assertThat(room.state(jo)).isEqualTo("TAKEN");
        assertThat(room.standing(SLOT).status()).isInstanceOf(Confirmed.class);
        assertThat(room.told(jo)).containsExactly("EntryJoined", "OfferMade", "OfferTaken");
        assertThat(desk.accept(jo, 1, Answered.BY_ALL, CLIENT)).as("once more").isEqualTo(answer);
        room.later(Duration.ofDays(1));
        desk.round();
        assertThat(room.state(jo)).isEqualTo("TAKEN");
    }

    @Test
    void who_answers_too_late_is_told_so() {
        var jo = room.join("jo");
        room.cancel(SLOT);
        desk.round();
        room.later(HALF_AN_HOUR);

        assertThat(desk.accept(jo, room.read(jo).version(), Answered.BY_ALL, CLIENT))
                .isEqualTo(new No(Why.OFFER_OVER));
        assertThat(room.standing(SLOT).isOfferedTo(jo))
                .as("nobody else has it yet")
                .isTrue();
    }

    @Test
    void what_one_declines_is_the_next_ones_at_once_and_not_theirs_again() {
        var jo = room.join("jo");
        room.later(Duration.ofSeconds(1));
        var ada = room.join("ada");
        room.cancel(SLOT);
        desk.round();
        var hold = room.standing(SLOT).id();

        desk.decline(jo, room.read(jo).version());

        assertThat(room.standing(SLOT).id()).isEqualTo(hold);
        assertThat(room.offer(ada).slot().start()).isEqualTo(SLOT);
        desk.decline(ada, room.read(ada).version());
        assertThat(room.standingAt(SLOT)).isEmpty();
        assertThat(desk.round()).isZero();
        assertThat(room.told(jo)).containsExactly("EntryJoined", "OfferMade", "OfferDeclined");
        room.cancel(EVENING.get(4));
        desk.round();
        assertThat(room.offer(jo).slot().start()).as("another one").isEqualTo(EVENING.get(4));
    }

    @Test
    void who_leaves_hands_on_what_was_offered_to_them() {
        var jo = room.join("jo");
        room.later(Duration.ofSeconds(1));
        var ada = room.join("ada");
        room.cancel(SLOT);
        desk.round();

        assertThat(desk.cancel(jo, room.read(jo).version())).isInstanceOf(Done.class);

        assertThat(room.state(jo)).isEqualTo("CANCELLED");
        assertThat(room.offer(ada).slot().start()).isEqualTo(SLOT);
        assertThat(desk.accept(jo, room.read(jo).version(), Answered.BY_ALL, CLIENT))
                .isEqualTo(new No(Why.NOT_WAITING));
    }

    @Test
    void nobody_is_offered_what_they_have_no_time_for() {
        var jo = room.join("jo");
        room.later(Duration.ofSeconds(1));
        var ada = room.join("ada");
        // Jo is in the clinic at that time already, with somebody else.
        bookElsewhere("jo");
        room.cancel(SLOT);

        desk.round();

        assertThat(room.state(jo)).isEqualTo("WAITING");
        assertThat(room.offer(ada).slot().start()).isEqualTo(SLOT);
    }

    /** A session of the same client's at that time that is not Mira's: a document as any other clinic's would be. */
    private void bookElsewhere(String name) {
        var client = room.here.recognition().recognise(WaitingRoom.client(name));
        var cells = io.rhomboid.booking.availability.CellSet.cellOf(SLOT);
        var stored = room.here
                .database
                .getCollection("bookings")
                .find(new Document("_id", room.standing(EVENING.get(0)).id().toString()))
                .first();
        stored.put("_id", UUID.randomUUID().toString());
        stored.put("askedAs", List.of(stored.getString("_id")));
        stored.put("reference", "RH-ELSEWH");
        stored.put("clientId", client.toString());
        stored.put("therapistId", UUID.randomUUID().toString());
        stored.put("claims", List.of("c:" + client + ":" + cells));
        stored.put("pendingEvents", List.of());
        room.here.database.getCollection("bookings").insertOne(stored);
    }

    @Test
    void nobody_is_offered_two_slots_at_a_time() {
        var first = room.join("jo");
        var second = room.join("jo");
        room.cancel(EVENING.get(0));
        room.cancel(EVENING.get(2));

        desk.round();

        assertThat(List.of(room.state(first), room.state(second))).containsExactlyInAnyOrder("OFFERED", "WAITING");
        assertThat(EVENING.stream().filter(start -> room.standingAt(start).isEmpty()))
                .hasSize(1);
    }

    @Test
    void an_offer_fills_no_place_for_holds_and_gives_way_to_its_own_client() {
        var jo = room.join("jo");
        room.cancel(SLOT);
        desk.round();
        var hold = room.standing(SLOT);

        var booked = room.book(room.one, SLOT, "jo");

        assertThat(booked.id()).isEqualTo(hold.id());
        desk.round();
        assertThat(room.state(jo)).isEqualTo("TAKEN");
    }

    @Test
    void time_off_that_is_taken_back_is_offered_too() {
        room.cancel(SLOT);
        var id = new BlockId(UUID.randomUUID());
        var off = BlockedTime.timeOff(room.mira, SLOT, SLOT.plusSeconds(4_500));
        var block = (BlockAnswer.Done) room.one.blocks().block(id, new Op("key", ""), off, null);
        var jo = room.join("jo");
        desk.round();
        assertThat(room.state(jo)).isEqualTo("WAITING");

        room.one.blocks().free(id, room.mira, block.block().version());
        desk.round();

        assertThat(room.offer(jo).slot().start()).isEqualTo(SLOT);
    }

    @Test
    void nobody_waits_for_what_is_free() {
        room.cancel(SLOT);

        var answer = WaitingRoom.tryToJoin(room.one, "jo", room.evening());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        FreeNow.class,
                        free -> assertThat(free.slots())
                                .extracting(slot -> slot.start())
                                .containsExactly(SLOT));
    }

    @Test
    void who_needs_notice_answers_before_that_and_is_offered_nothing_sooner() {
        var start = SLOT.minus(Duration.ofMinutes(20));
        var ada = room.join("ada", WaitingRoom.evening(null, Duration.between(room.now.get(), start)));
        room.later(Duration.ofSeconds(1));
        var jo = room.join(
                "jo",
                WaitingRoom.evening(null, Duration.between(room.now.get(), SLOT).minus(Duration.ofMinutes(4))));
        room.cancel(SLOT);

        desk.round();

        assertThat(room.offer(ada).until())
                .isEqualTo(SLOT.minus(room.read(ada).wish().notice()))
                .isBefore(room.now.get().plus(HALF_AN_HOUR));
        desk.decline(ada, room.read(ada).version());
        desk.round();
        assertThat(room.state(jo)).as("four minutes are no time to answer").isEqualTo("WAITING");
    }

    @Test
    void who_leaves_three_offers_unanswered_does_not_wait_any_more() {
        var jo = room.join("jo");
        for (var start : List.of(EVENING.get(0), EVENING.get(2), EVENING.get(4))) {
            room.cancel(start);
            desk.round();
            assertThat(room.offer(jo).slot().start()).isEqualTo(start);
            room.later(HALF_AN_HOUR);
            desk.round();
        }
        desk.round();

        assertThat(room.read(jo).standing()).isEqualTo(new Lapsed(LapseReason.UNANSWERED));
        assertThat(room.told(jo)).endsWith("OfferLapsed", "EntryLapsed");
    }

    @Test
    void waiting_ends_with_its_days() {
        var jo = room.join("jo");
        room.later(Duration.between(room.now.get(), EVENING.get(4).plusSeconds(7_200)));

        desk.round();

        assertThat(room.read(jo).standing()).isEqualTo(new Lapsed(LapseReason.DATES_OVER));
        assertThat(room.told(jo)).containsExactly("EntryJoined", "EntryLapsed");
    }

    @Test
    void who_books_what_they_wait_for_waits_no_longer_and_hands_on_what_was_offered() {
        var jo = room.join("jo");
        room.later(Duration.ofSeconds(1));
        var ada = room.join("ada");
        room.cancel(SLOT);
        desk.round();
        room.cancel(EVENING.get(4));
        var booked = room.book(room.one, EVENING.get(4), "jo");

        desk.booked(booked.id(), booked.snapshot(), room.now.get());

        assertThat(room.read(jo).standing()).isEqualTo(new Lapsed(LapseReason.BOOKED));
        assertThat(room.offer(ada).slot().start()).isEqualTo(SLOT);
        desk.booked(booked.id(), booked.snapshot(), room.read(ada).joinedAt());
        assertThat(room.state(ada)).isEqualTo("OFFERED");
    }

    @Test
    void what_was_booked_before_they_joined_or_is_something_else_leaves_them_waiting() {
        var before = room.book(room.one, EVENING.get(0).minus(Duration.ofMinutes(75)), "jo");
        var jo = room.join("jo");

        desk.booked(before.id(), before.snapshot(), room.now.get().plusSeconds(1));

        assertThat(room.state(jo)).as("an afternoon").isEqualTo("WAITING");
        room.cancel(SLOT);
        var fits = room.book(room.one, SLOT, "jo");
        desk.booked(fits.id(), fits.snapshot(), room.read(jo).joinedAt());
        assertThat(room.state(jo)).as("not after they joined").isEqualTo("WAITING");
    }

    @Test
    void a_hold_that_goes_another_way_takes_the_offer_with_it() {
        var jo = room.join("jo");
        room.cancel(SLOT);
        desk.round();
        var hold = room.standing(SLOT);
        room.one.bookings().release(hold.id(), hold.version(), null, CLIENT);

        assertThat(desk.accept(jo, room.read(jo).version(), Answered.BY_ALL, CLIENT))
                .isEqualTo(new No(Why.OFFER_OVER));
        desk.round();

        assertThat(room.told(jo)).containsExactly("EntryJoined", "OfferMade", "OfferWithdrawn");
        assertThat(room.standingAt(SLOT)).isEmpty();
    }

    @Test
    void a_client_has_five_places_however_many_they_ask_for_at_once() throws Exception {
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<WaitlistAnswer>();
        try (var many = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                many.submit(() -> answers.add(WaitingRoom.tryToJoin(room.one, "jo", room.evening())));
            }
        }

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(5);
        assertThat(answers).filteredOn(new TooMany(5)::equals).hasSize(15);
    }

    @Test
    void a_repeated_request_to_join_is_answered_with_the_first_and_a_changed_one_refused() {
        var id = new WaitlistEntryId(UUID.randomUUID());
        var first = desk.join(id, new Op("key", "a"), room.evening(), WaitingRoom.client("jo"));

        assertThat(desk.join(id, new Op("key", "a"), room.evening(), WaitingRoom.client("jo")))
                .isEqualTo(first);
        assertThat(desk.join(id, new Op("key", "b"), room.evening(), WaitingRoom.client("jo")))
                .isEqualTo(new No(Why.KEY_REUSED));
    }

    @Test
    void an_instance_that_does_not_know_that_a_slot_is_gone_offers_it_to_nobody() {
        var jo = room.join("jo");
        room.cancel(SLOT);
        var ignorant = room.instance();
        room.book(room.one, SLOT, "rival");

        assertThat(ignorant.waitlist().round()).isZero();

        assertThat(room.state(jo)).isEqualTo("WAITING");
        assertThat(room.told(jo)).containsExactly("EntryJoined");
        assertThat(room.tryToBook(ignorant, SLOT, "another")).isInstanceOf(Answer.SlotTaken.class);
        assertThat(Set.copyOf(room.told(jo))).doesNotContain("OfferMade");
    }
}
