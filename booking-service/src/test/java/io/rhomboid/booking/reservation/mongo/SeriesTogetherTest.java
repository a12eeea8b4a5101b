package io.rhomboid.booking.reservation.mongo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Reason;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.mongo.Neighbourhood.Detour;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.series.HoldSeries;
import io.rhomboid.booking.series.HoldSeries.Visit;
import io.rhomboid.booking.series.Proposal.Alternative.Kind;
import io.rhomboid.booking.series.SeriesAnswer;
import io.rhomboid.booking.series.SeriesAnswer.Done;
import io.rhomboid.booking.series.SeriesAnswer.VisitRefused;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.Client;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.SWEDISH;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

/** All visits of a series or none: whoever else wants one of them, and whenever whoever decides is killed. */
@Tag("store")
class SeriesTogetherTest {

    static final Duration HOLD = Duration.ofMinutes(10);

    final Neighbourhood here = new Neighbourhood(2, 8);
    final SetClock clock = new SetClock();
    final SeriesDesk desk = here.series(clock, HOLD, Detour.none());
    final BookingDesk single = here.desk(clock, HOLD);

    @AfterEach
    void leave() {
        here.close();
    }

    @Test
    void is_held_confirmed_and_moved_one_by_one() {
        var wanted = wanted("jo", 9, 1, 8, 15);
        var held = done(hold(desk, wanted));
        assertThat(held.series().status().word()).isEqualTo("HELD");
        assertThat(statuses(held)).containsExactly("HELD", "HELD", "HELD");

        var confirmed = done(desk.confirm(held.series().id(), held.series().version(), null, Answered.BY_ALL, CLIENT));
        assertThat(statuses(confirmed)).containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED");
        assertThat(stored(held).getList("pendingEvents", Document.class))
                .extracting(event -> event.getString("type"))
                .containsExactly("SeriesConfirmed");

        var second = confirmed.visits().get(1);
        var moved = single.reschedule(second.id(), second.version(), null, Neighbourhood.to(at(8, 14, 0)), CLIENT);
        assertThat(moved).isInstanceOf(Answer.Done.class);
        var now = done(desk.find(held.series().id()));
        assertThat(now.visits())
                .extracting(visit -> visit.slot().start())
                .containsExactly(at(1, 9, 0), at(8, 14, 0), at(15, 9, 0));
    }

    @Test
    void one_visit_that_is_taken_lets_the_others_go_and_is_named_with_what_could_be_had_instead() {
        Neighbourhood.book(single, here.therapists.getFirst(), at(8, 9, 0), false);
        var wanted = wanted("jo", 9, 1, 8, 15);

        var refused = (VisitRefused) hold(desk, wanted);

        assertThat(refused.asked().start()).isEqualTo(at(8, 9, 0));
        assertThat(refused.why()).isInstanceOf(Answer.SlotTaken.class);
        assertThat(refused.alternatives())
                .extracting(alternative -> alternative.kind())
                .containsExactly(
                        Kind.SAME_DAY,
                        Kind.SAME_DAY,
                        Kind.SAME_DAY,
                        Kind.NEAR_DAY,
                        Kind.NEAR_DAY,
                        Kind.NEAR_DAY,
                        Kind.OTHER_THERAPIST);
        assertThat(standing()).hasSize(1);
    }

    @Test
    void what_was_lost_is_tried_for_anew_when_the_same_request_comes_again() {
        var rival = (Answer.Done) Neighbourhood.book(single, here.therapists.getFirst(), at(8, 9, 0), false);
        var wanted = wanted("jo", 9, 1, 8, 15);
        var key = UUID.randomUUID();
        assertThat(hold(desk, key, wanted)).isInstanceOf(VisitRefused.class);

        single.cancel(rival.booking().id(), 1, null, 0, CLIENT);

        // The desk for series has a memory of its own, which in the service the topic would bring up to date.
        var other = here.series(clock, HOLD, Detour.none());
        assertThat(statuses(done(hold(other, key, wanted)))).containsExactly("HELD", "HELD", "HELD");
    }

    @Test
    void fills_one_of_its_clients_two_places_for_holds_until_it_is_confirmed() {
        var first = done(hold(desk, wanted("jo", 9, 1, 8)));
        done(hold(desk, wanted("jo", 11, 1, 8)));

        var third = (VisitRefused) hold(desk, wanted("jo", 13, 1, 8));
        assertThat(third.why()).isInstanceOf(Answer.TooManyHolds.class);
        assertThat(Neighbourhood.book(
                        single, UUID.randomUUID(), here.therapists.getLast(), at(3, 9, 0), "jo@client.example", true))
                .isInstanceOf(Answer.TooManyHolds.class);

        desk.confirm(first.series().id(), first.series().version(), null, Answered.BY_ALL, CLIENT);
        assertThat(statuses(done(hold(desk, wanted("jo", 13, 1, 8))))).containsExactly("HELD", "HELD");
    }

    @Test
    void single_holds_of_its_client_give_way_to_it_and_so_does_another_series_of_theirs() {
        Neighbourhood.book(
                single, UUID.randomUUID(), here.therapists.getFirst(), at(8, 9, 30), "jo@client.example", true);
        var first = done(hold(desk, wanted("jo", 9, 1, 8, 15)));
        assertThat(standing()).hasSize(3);

        var second = done(hold(desk, wanted("jo", 9, 8, 15, 22)));
        assertThat(done(desk.find(first.series().id())).series().status().word())
                .isEqualTo("RELEASED");
        assertThat(standing()).containsExactlyInAnyOrderElementsOf(ids(second));
    }

    @Test
    void another_series_of_its_client_is_kept_where_letting_it_go_would_win_nothing() {
        var first = done(hold(desk, wanted("jo", 9, 1, 8, 15)));
        Neighbourhood.book(single, here.therapists.getLast(), at(8, 9, 0), false);
        var visits = List.of(
                new Visit(here.therapists.getFirst(), at(2, 9, 0)), new Visit(here.therapists.getLast(), at(8, 9, 0)));

        var refused = hold(
                desk, new HoldSeries(CLINIC, SWEDISH, 60, visits, new Client("Jo", "jo@client.example", null, "en")));

        assertThat(refused).isInstanceOf(VisitRefused.class);
        assertThat(done(desk.find(first.series().id())).series().status().word())
                .isEqualTo("HELD");
    }

    @Test
    void a_series_that_could_not_be_had_is_unknown() {
        Neighbourhood.book(single, here.therapists.getFirst(), at(1, 9, 0), false);
        var key = UUID.randomUUID();
        assertThat(hold(desk, key, wanted("jo", 9, 1, 8, 15))).isInstanceOf(VisitRefused.class);
        assertThat(desk.find(new SeriesId(key))).isInstanceOf(SeriesAnswer.Unknown.class);
    }

    @Test
    void the_same_key_asks_for_one_series_however_often_it_comes_and_not_for_another() throws Exception {
        var wanted = wanted("jo", 9, 1, 8, 15);
        var key = UUID.randomUUID();
        var answers = Rivals.atOnce(8, _ -> hold(here.series(clock, HOLD, Detour.none()), key, wanted));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(ids(done(answer))).isEqualTo(ids(done(answers.getFirst()))));
        assertThat(standing()).hasSize(3);

        assertThat(desk.hold(new SeriesId(key), new Op(key.toString(), "other"), wanted, CLIENT))
                .isInstanceOf(SeriesAnswer.KeyReused.class);
    }

    @Test
    void of_two_series_that_want_a_common_date_exactly_one_wins_and_the_other_holds_nothing() throws Exception {
        for (int round = 0; round < 8; round++) {
            int hour = 7 + 2 * round;
            var wishes = List.of(wanted("a" + round, hour, 1, 8, 15), wanted("b" + round, hour, 15, 8, 29));
            var answers = Rivals.atOnce(2, n -> hold(here.series(clock, HOLD, Detour.none()), wishes.get(n)));

            assertThat(answers)
                    .as("round %s", round)
                    .hasExactlyElementsOfTypes(
                            answers.getFirst() instanceof Done
                                    ? new Class<?>[] {Done.class, VisitRefused.class}
                                    : new Class<?>[] {VisitRefused.class, Done.class});
            var winner =
                    answers.stream().filter(Done.class::isInstance).findFirst().orElseThrow();
            assertThat(standing()).containsExactlyInAnyOrderElementsOf(ids(done(winner)));
            var held = done(winner).series();
            desk.letGo(held.id(), held.version(), null, CLIENT);
        }
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void against_single_bookings_it_has_all_of_its_visits_or_none() throws Exception {
        int days = 4;
        for (int round = 0; round < 6; round++) {
            int hour = 7 + 2 * round;
            var wanted =
                    wanted("jo" + round, hour, IntStream.rangeClosed(1, days).toArray());
            var answers = Rivals.<Object>atOnce(
                    1 + days,
                    n -> n == 0
                            ? hold(here.series(clock, HOLD, Detour.none()), wanted)
                            : Neighbourhood.book(
                                    here.desk(clock, HOLD), here.therapists.getFirst(), at(n, hour, 30), false));
            long singles =
                    answers.stream().filter(Answer.Done.class::isInstance).count();
            assertThat(answers.getFirst() instanceof Done ? 0 : singles)
                    .as("round %s: %s", round, answers.getFirst())
                    .isEqualTo(singles);
            assertThat(here.bookings.countDocuments(eq("status", "HELD")))
                    .isEqualTo(answers.getFirst() instanceof Done ? days : 0);
            if (answers.getFirst() instanceof Done(var series, var _)) {
                desk.letGo(series.id(), series.version(), null, CLIENT);
            }
        }
        assertThat(here.overlaps()).isEmpty();
    }

    @Test
    void killed_while_it_is_held_it_is_held_or_gone() {
        for (int writes = 0; ; writes++) {
            var wanted = wanted("jo" + writes, 7, 1 + writes, 20 + writes, 40 + writes);
            var key = UUID.randomUUID();
            boolean finished = lives(writes, dying -> hold(dying, key, wanted));
            clock.forward(Duration.ofSeconds(31));
            desk.lookAfter();
            assertThat(statusesOf("jo" + writes))
                    .as("killed after %s writes", writes)
                    .isIn(Set.of(), Set.of("HELD"));

            // The client, who has heard nothing, asks again.
            assertThat(statuses(done(hold(desk, key, wanted)))).containsExactly("HELD", "HELD", "HELD");
            if (finished) break;
        }
    }

    @Test
    void killed_while_it_lets_go_what_it_can_not_have_it_holds_nothing() {
        Neighbourhood.book(single, here.therapists.getFirst(), at(40, 7, 0), false);
        for (int writes = 0; ; writes++) {
            var name = "jo" + writes;
            boolean finished = lives(writes, dying -> hold(dying, wanted(name, 7, 1, 20, 40)));
            clock.forward(Duration.ofSeconds(31));
            desk.lookAfter();
            assertThat(statusesOf(name)).as("killed after %s writes", writes).isEmpty();
            if (finished) break;
        }
        assertThat(standing()).hasSize(1);
    }

    @Test
    void killed_while_it_is_confirmed_all_visits_are_confirmed_or_none_is() {
        everyWhere(
                "CONFIRMED",
                "HELD",
                held -> held,
                (dying, held) ->
                        dying.confirm(held.series().id(), held.series().version(), null, Answered.BY_ALL, CLIENT));
    }

    @Test
    void killed_while_it_is_given_up_all_visits_are_free_or_none_is() {
        everyWhere(
                null,
                "HELD",
                held -> held,
                (dying, held) -> dying.letGo(held.series().id(), held.series().version(), null, CLIENT));
    }

    @Test
    void killed_while_it_is_cancelled_all_visits_are_cancelled_or_none_is() {
        everyWhere(
                null,
                "CONFIRMED",
                this::confirmed,
                (dying, it) -> dying.cancel(
                        it.series().id(), it.series().version(), null, 0, CLIENT.because(Reason.GOODWILL)));
    }

    @Test
    void killed_while_it_expires_all_visits_expire() {
        for (int writes = 0; ; writes++) {
            var name = "jo" + writes;
            var held = done(hold(here.series(clock, HOLD, Detour.none()), wanted(name, 7, 1, 20, 40)));
            clock.forward(HOLD);
            boolean finished = lives(writes, dying -> dying.lookAfter());
            clock.forward(Duration.ofSeconds(3));
            desk.lookAfter();
            assertThat(statusesOf(name)).as("killed after %s writes", writes).isEmpty();
            assertThat(statuses(done(desk.find(held.series().id())))).containsOnly("EXPIRED");
            if (finished) break;
        }
    }

    @Test
    void what_is_won_too_late_for_an_attempt_that_was_given_up_is_let_go() {
        // As a process that was frozen before each of its writes for longer than others are patient.
        var slow = here.series(clock, HOLD, detour(Set.of("add"), () -> {
            clock.forward(Duration.ofSeconds(31));
            desk.lookAfter();
        }));
        hold(slow, wanted("jo", 9, 1, 8, 15));
        desk.lookAfter();
        assertThat(statusesOf("jo")).isIn(Set.of(), Set.of("HELD"));

        // Even killed right after: its time is over, and its series does not know it.
        var frozen = here.series(clock, HOLD, detour(Set.of("save"), () -> {
            throw new Killed();
        }));
        try {
            hold(frozen, wanted("kim", 9, 2, 9, 16));
        } catch (Killed _) {
            // Nobody lets go what it has.
        }
        assertThat(statusesOf("kim")).containsOnly("HELD");
        here.database.getCollection("series").deleteOne(eq("status", "HOLDING"));
        clock.forward(HOLD);
        desk.lookAfter();
        assertThat(statusesOf("kim")).isEmpty();
    }

    @Test
    void confirmed_at_the_very_moment_at_which_it_expires_it_is_one_of_both() throws Exception {
        for (int round = 0; round < 8; round++) {
            var name = "jo" + round;
            var held = done(hold(desk, wanted(name, 7 + 2 * round, 1, 8, 15)));
            var late = new SetClock();
            late.at = clock.at.plus(HOLD);
            var answers = Rivals.<Object>atOnce(
                    2,
                    n -> n == 0
                            ? here.series(clock, HOLD, Detour.none())
                                    .confirm(held.series().id(), held.series().version(), null, Answered.BY_ALL, CLIENT)
                            : here.series(late, HOLD, Detour.none()).lookAfter());
            var expected = answers.getFirst() instanceof Done ? Set.of("CONFIRMED") : Set.<String>of();
            assertThat(statusesOf(name)).isEqualTo(expected);
            assertThat(statuses(done(desk.find(held.series().id()))))
                    .containsOnly(answers.getFirst() instanceof Done ? "CONFIRMED" : "EXPIRED");
        }
    }

    @Test
    void more_time_is_given_once_and_for_all_visits() {
        var held = done(hold(desk, wanted("jo", 9, 1, 8, 15)));
        clock.forward(Duration.ofMinutes(5));
        var renewed = done(desk.renew(held.series().id(), held.series().version(), null, CLIENT));
        assertThat(desk.renew(held.series().id(), renewed.series().version(), null, CLIENT))
                .isEqualTo(new SeriesAnswer.No(Refusal.ALREADY_RENEWED));
        clock.forward(Duration.ofMinutes(6));
        desk.lookAfter();
        assertThat(statusesOf("jo")).containsOnly("HELD");
        clock.forward(Duration.ofMinutes(5));
        desk.lookAfter();
        assertThat(statusesOf("jo")).isEmpty();
    }

    @Test
    void cancelling_the_rest_costs_what_was_shown_and_leaves_what_was_cancelled_alone() {
        // Tomorrow's is late already, the others are not.
        var confirmed = confirmed(done(hold(desk, wanted("jo", 9, 1, 8, 15))));
        clock.at = at(1, 8, 0);
        var third = confirmed.visits().getLast();
        single.cancel(third.id(), third.version(), null, 0, CLIENT);
        var id = confirmed.series().id();
        long version = confirmed.series().version();

        var costs = (SeriesAnswer.Costs) desk.costOfCancelling(id);
        assertThat(costs.visits()).extracting(cost -> cost.fee().cents()).containsExactly(35_00L, 0L);
        assertThat(costs.fee().cents()).isEqualTo(35_00);
        assertThat(desk.cancel(id, version, null, 34_99, CLIENT)).isInstanceOf(SeriesAnswer.FeeNotAccepted.class);
        assertThat(standing()).hasSize(2);

        var cancelled = done(desk.cancel(id, version, null, 35_00, CLIENT));
        assertThat(statuses(cancelled)).containsOnly("CANCELLED");
        assertThat(stored(cancelled).getList("pendingEvents", Document.class))
                .extracting(event -> event.getString("type"))
                .containsExactly("SeriesConfirmed", "SeriesCancelled");
        assertThat(desk.cancel(id, cancelled.series().version(), null, 0, CLIENT))
                .isEqualTo(new SeriesAnswer.No(Refusal.ALREADY_CANCELLED));
    }

    /** Kills whoever does something after each of its writes, one after the other. */
    private void everyWhere(
            String after,
            String before,
            UnaryOperator<Done> prepared,
            BiFunction<SeriesDesk, Done, SeriesAnswer> deed) {
        for (int writes = 0; ; writes++) {
            var name = "jo" + writes;
            var held = prepared.apply(done(hold(desk, wanted(name, 7 + 2 * writes, 1, 20, 40))));
            boolean finished = lives(writes, dying -> deed.apply(dying, held));
            clock.forward(Duration.ofSeconds(3));
            desk.lookAfter();
            var all = after == null ? Set.<String>of() : Set.of(after);
            assertThat(statusesOf(name)).as("killed after %s writes", writes).isIn(Set.of(before), all);
            if (writes == 0) assertThat(statusesOf(name)).containsExactly(before);
            if (finished) assertThat(statusesOf(name)).isEqualTo(all);
            if (finished) {
                assertThat(writes).isGreaterThan(3);
                return;
            }
        }
    }

    private Done confirmed(Done held) {
        return done(desk.confirm(held.series().id(), held.series().version(), null, Answered.BY_ALL, CLIENT));
    }

    private interface Deed {
        Object by(SeriesDesk desk);
    }

    /** Whether it comes to its end with so many writes; killed at the next one. */
    private boolean lives(int writes, Deed deed) {
        var left = new int[] {writes};
        var dying = here.series(clock, HOLD, detour(Set.of("add", "save", "exchange", "carriedOut"), () -> {
            if (left[0]-- == 0) throw new Killed();
        }));
        try {
            deed.by(dying);
            return true;
        } catch (Killed _) {
            return false;
        }
    }

    /** No catch of ours is meant for this one. */
    private static final class Killed extends Error {}

    /** Does something before each of these calls. */
    private static Detour detour(Set<String> calls, Runnable before) {
        return new Detour() {
            @Override
            public <S> S of(Class<S> type, S store) {
                return type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                            if (calls.contains(method.getName())) before.run();
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
            }
        };
    }

    private HoldSeries wanted(String name, int hour, int... days) {
        var visits = IntStream.of(days)
                .mapToObj(day -> new Visit(here.therapists.getFirst(), at(day, hour, 0)))
                .toList();
        return new HoldSeries(CLINIC, SWEDISH, 60, visits, new Client("Jo", name + "@client.example", null, "en"));
    }

    private static SeriesAnswer hold(SeriesDesk desk, HoldSeries wanted) {
        return hold(desk, UUID.randomUUID(), wanted);
    }

    private static SeriesAnswer hold(SeriesDesk desk, UUID key, HoldSeries wanted) {
        return desk.hold(new SeriesId(key), new Op(key.toString(), wanted.toString()), wanted, CLIENT);
    }

    private static Done done(SeriesAnswer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return (Done) answer;
    }

    private static List<String> statuses(Done done) {
        return done.visits().stream().map(visit -> visit.status().word()).toList();
    }

    private static List<String> ids(Done done) {
        return done.visits().stream().map(visit -> visit.id().toString()).toList();
    }

    private List<String> standing() {
        return here.bookings
                .find(exists("claims"))
                .map(booking -> booking.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Of this client's bookings that take anything. */
    private Set<String> statusesOf(String name) {
        var client = here.clientOf(name + "@client.example");
        var statuses = new TreeSet<String>();
        if (client.isEmpty()) return statuses;
        var standing = here.bookings
                .find(and(eq("clientId", client.get().toString()), exists("claims")))
                .into(new ArrayList<>());
        assertThat(standing.size()).as("visits of %s", name).isIn(0, 3);
        standing.forEach(booking -> statuses.add(booking.getString("status")));
        return statuses;
    }

    private Document stored(Done done) {
        return here.database
                .getCollection("series")
                .find(eq("_id", done.series().id().toString()))
                .first();
    }

    /** Shows what it is set to. */
    private static final class SetClock extends Clock {

        volatile Instant at = Clock.tickMillis(ZoneOffset.UTC).instant();

        void forward(Duration time) {
            at = at.plus(time);
        }

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
