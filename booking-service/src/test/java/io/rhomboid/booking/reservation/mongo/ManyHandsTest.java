package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.BlockAnswer;
import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.MoveSession;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Reason;
import io.rhomboid.booking.reservation.mongo.Recorder.Write;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.TherapistId;

import static com.mongodb.client.model.Filters.exists;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixteen hands do whatever comes to mind, at three instances whose clocks differ; then history is checked, and all of it
 * is done once more in memory, by a model.
 */
@Tag("store")
class ManyHandsTest {

    static final int HANDS = 16;
    static final int STEPS = 60;

    /** The newest version of each booking that anybody was told of. */
    private final ConcurrentHashMap<BookingId, Booking> acknowledged = new ConcurrentHashMap<>();

    private final Queue<BookingId> known = new ConcurrentLinkedQueue<>();
    private final Queue<Block> blocks = new ConcurrentLinkedQueue<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void history_is_without_overlap_or_gap_and_has_all_that_was_acknowledged(long seed) throws Exception {
        try (var here = new Neighbourhood(3, 2)) {
            var writes = letThemWork(here, seed);

            assertThat(here.overlaps()).isEmpty();
            var stored = here.bookings.find(exists("status")).into(new ArrayList<>());
            assertThat(stored).allSatisfy(ManyHandsTest::has_its_claims_and_every_event);
            assertThat(stored).allSatisfy(ManyHandsTest::is_what_its_history_says);
            assertThat(holdsByClient(stored))
                    .allSatisfy((_, holds) -> assertThat(holds).isLessThanOrEqualTo(Held.PLACES));
            for (var document : stored) {
                var told = acknowledged.remove(BookingId.of(document.getString("_id")));
                if (told == null) continue;
                assertThat(document.getLong("version")).isGreaterThanOrEqualTo(told.version());
                if (document.getLong("version") == told.version()) {
                    assertThat(BookingDocument.booking(document)).isEqualTo(told);
                }
            }
            assertThat(acknowledged).isEmpty();
            assertThat(NaiveLedger.after(writes)).hasValue(all(here, stored));
        }
    }

    @Test
    void without_the_index_the_model_can_not_follow() throws Exception {
        try (var here = new Neighbourhood(3, 2)) {
            here.index.stop();
            here.bookings.dropIndex("claims");

            assertThat(NaiveLedger.after(letThemWork(here, 1))).isEmpty();
        }
    }

    private List<Write> letThemWork(Neighbourhood here, long seed) throws Exception {
        var recorder = new Recorder();
        var instances = LongStream.of(-10, 0, 10)
                .mapToObj(minutes -> here.instance(
                        Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(minutes)),
                        Duration.ofMinutes(10),
                        recorder))
                .toList();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (int hand = 0; hand < HANDS; hand++) {
                var random = new Random(seed * 1_000 + hand);
                working.add(hands.submit(() -> {
                    for (int step = 0; step < STEPS; step++) act(here, instances, random);
                }));
            }
            for (var hand : working) hand.get();
        }
        return recorder.writes();
    }

    private static Map<Record, Object> all(Neighbourhood here, List<Document> bookings) {
        var all = new HashMap<Record, Object>();
        for (var document : bookings)
            all.put(BookingId.of(document.getString("_id")), BookingDocument.booking(document));
        here.bookings
                .find(exists("block"))
                .map(document -> BlockId.of(document.getString("reference")))
                .forEach(id -> all.put(id, here.blocks().find(id).orElseThrow().block()));
        return all;
    }

    private void act(Neighbourhood here, List<Neighbourhood.Instance> instances, Random random) {
        var instance = instances.get(random.nextInt(instances.size()));
        var desk = instance.bookings();
        var start = at(2, 7 + random.nextInt(12), 15 * random.nextInt(4));
        var therapist = here.therapists.get(random.nextInt(here.therapists.size()));
        if (random.nextInt(6) == 0) {
            blockOrFree(instance.blocks(), therapist, start, random);
            return;
        }
        var id = known.isEmpty() || random.nextInt(3) == 0
                ? null
                : known.stream().skip(random.nextInt(known.size())).findFirst().orElse(null);
        if (id == null) {
            var client = random.nextInt(6) + "@client.example";
            note(book(desk, UUID.randomUUID(), therapist, start, client, random.nextBoolean()));
            return;
        }
        var version = desk.find(id).map(Booking::version).orElse(0L);
        note(
                switch (random.nextInt(10)) {
                    case 0, 1 -> desk.confirm(id, version, null, Answered.BY_ALL, CLIENT);
                    case 2 -> desk.cancel(id, version, null, 0, CLIENT);
                    case 3 -> desk.cancel(id, version, null, 0, CLIENT.because(Reason.GOODWILL));
                    case 4 -> desk.renew(id, version, null, CLIENT);
                    case 5 -> desk.release(id, version, null, CLIENT);
                    case 6 -> desk.changeRoom(id, version, null, 1, Neighbourhood.room(random.nextInt(2)), CLIENT);
                    case 7, 8 -> desk.reschedule(id, version, null, new MoveSession(start, therapist, 0), CLIENT);
                    default -> {
                        desk.expireLapsed();
                        yield new Answer.ClientBusy();
                    }
                });
    }

    private void blockOrFree(BlockDesk desk, TherapistId therapist, Instant start, Random random) {
        var block = random.nextBoolean() ? blocks.poll() : null;
        if (block != null) {
            desk.free(block.id(), therapistOrRoom(block), block.version());
            return;
        }
        var end = start.plus(Duration.ofMinutes(20L + random.nextInt(100)));
        var wanted = random.nextInt(3) == 0
                ? BlockedTime.roomClosed(Neighbourhood.CLINIC, Neighbourhood.room(random.nextInt(2)), start, end)
                : BlockedTime.timeOff(therapist, start, end);
        var key = UUID.randomUUID();
        if (desk.block(new BlockId(key), new Op(key.toString(), "body"), wanted, null)
                instanceof BlockAnswer.Done(var done)) {
            blocks.add(done);
        }
    }

    private static Record therapistOrRoom(Block block) {
        return block.time().therapistId() == null
                ? block.time().roomId()
                : block.time().therapistId();
    }

    private void note(Answer answer) {
        if (!(answer instanceof Done(var booking))) return;
        if (booking.version() == 1) known.add(booking.id());
        acknowledged.merge(booking.id(), booking, (one, other) -> one.version() > other.version() ? one : other);
    }

    private static Map<String, Long> holdsByClient(List<Document> stored) {
        return stored.stream()
                .filter(document -> document.getString("status").equals("HELD"))
                .collect(Collectors.groupingBy(document -> document.getString("clientId"), Collectors.counting()));
    }

    /** The model: each entry applied to what was there before it gives the booking, with no version left out. */
    private static void is_what_its_history_says(Document document) {
        var facts = new TreeMap<String, String>();
        var versions = 0L;
        for (var stored : document.getList("history", Document.class)) {
            var change = ChangeDocument.change(stored);
            assertThat(change.version()).isEqualTo(++versions);
            for (var difference : change.differences()) {
                assertThat(facts.get(difference.field())).isEqualTo(difference.before());
                if (difference.after() == null) facts.remove(difference.field());
                else facts.put(difference.field(), difference.after());
            }
        }
        assertThat(versions).isEqualTo(document.getLong("version"));
        assertThat(facts)
                .containsEntry("status", document.getString("status"))
                .containsEntry("therapistId", document.getString("therapistId"))
                .containsEntry("roomId", document.getString("roomId"))
                .containsEntry("start", document.getDate("start").toInstant().toString());
    }

    private static void has_its_claims_and_every_event(Document document) {
        var booking = BookingDocument.booking(document);
        if (booking.isStanding()) {
            assertThat(new HashSet<>(document.getList("claims", String.class)))
                    .isEqualTo(new HashSet<>(booking.claims().keys()));
        } else {
            assertThat(document).doesNotContainKey("claims");
        }
        assertThat(document.getList("pendingEvents", Document.class).stream().map(e -> e.getLong("version")))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, booking.version()).boxed().toList());
    }
}
