package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.MongoWriteException;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.BookSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.MoveSession;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Reason;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.Tender;
import io.rhomboid.booking.reservation.mongo.Neighbourhood.Instance;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.voucher.Account;
import io.rhomboid.booking.voucher.Account.Line;
import io.rhomboid.booking.voucher.IssueVoucher;
import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.Voucher.Payment;
import io.rhomboid.booking.voucher.Voucher.Product;
import io.rhomboid.booking.voucher.VoucherAnswer;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.SWEDISH;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A session costs 70 euro; cancelled less than a day before, half of it. */
@Tag("store")
class RedeemingVouchersTest {

    static final int HANDS = 64;
    static final int STEPS = 4;
    /** Whoever would hold one more is refused for that, voucher or not. */
    static final int MOST_HOLDS = 2;

    static final Actor DESK = Actor.some(Actor.Role.DESK);
    static final String JO = "jo@client.example";

    /** Whoever wants to pay with what. */
    record Purse(VoucherId id, Tender tender, String email, boolean inSessions) {}

    private final Queue<BookingId> known = new ConcurrentLinkedQueue<>();
    private final Map<BookingId, Booking> acknowledged = new ConcurrentHashMap<>();
    private final Map<VoucherId, AtomicLong> adjusted = new ConcurrentHashMap<>();

    @Test
    void of_many_rivals_only_as_many_win_as_the_package_has_sessions() throws Exception {
        try (var here = new Neighbourhood(16, 16)) {
            var instances = List.of(here.instance(), here.instance());
            var purse = issue(instances.getFirst(), Kind.PACKAGE, 5, JO);

            var answers = Rivals.atOnce(
                    16,
                    n -> book(
                            instances.get(n % 2).bookings(),
                            here.therapists.get(n),
                            new Request(purse, 2 + n, 9, n < MOST_HOLDS)));

            assertThat(answers).filteredOn(Done.class::isInstance).hasSize(5);
            assertThat(answers)
                    .filteredOn(answer -> !(answer instanceof Done))
                    .hasSize(11)
                    .containsOnly(new No(Refusal.VOUCHER_EMPTY));
            assertThat(account(instances.getFirst(), purse)
                            .balance(Clock.systemUTC().instant()))
                    .isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void sixty_four_hands_never_take_more_than_there_is_nor_lose_what_comes_back(long seed) throws Exception {
        try (var here = new Neighbourhood(12, 12)) {
            run(here, seed);
        }
    }

    @Test
    void it_is_the_index_that_keeps_them_apart() {
        try (var here = new Neighbourhood(1, 1)) {
            var desk = here.instance();
            var purse = issue(desk, Kind.PACKAGE, 1, JO);
            var booked = (Done) book(desk.bookings(), here.therapists.getFirst(), new Request(purse, 2, 9, false));
            var again = here.bookings
                    .find(new Document("_id", booked.booking().id().toString()))
                    .first()
                    .append("_id", UUID.randomUUID().toString())
                    .append("reference", "RH-222222");
            again.remove("claims");
            again.remove("askedAs");

            assertThatThrownBy(() -> here.bookings.insertOne(again)).isInstanceOf(MongoWriteException.class);
            here.bookings.dropIndex("redeemed");
            here.bookings.insertOne(again);
            // And it is noticed when somebody has got past it.
            assertThatThrownBy(() -> account(desk, purse)).isInstanceOf(IllegalStateException.class);
        }
    }

    private void run(Neighbourhood here, long seed) throws Exception {
        var instances = LongStream.of(-3, 0, 3)
                .mapToObj(minutes -> here.instance(
                        Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(minutes)),
                        Duration.ofMinutes(30)))
                .toList();
        var desk = instances.get(1);
        var purses = List.of(
                issue(desk, Kind.GIFT_CARD, 300_00, null),
                issue(desk, Kind.CREDIT, 200_00, JO),
                issue(desk, Kind.PACKAGE, 4, JO));
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int hand = 0; hand < HANDS; hand++) {
                var random = new Random(seed * 1_000 + hand);
                all.add(hands.submit(() -> {
                    for (int step = 0; step < STEPS; step++) act(here, instances, purses, random);
                    // Others are still at it.
                    is_never_below_nothing(account(desk, purses.get(random.nextInt(purses.size()))));
                }));
            }
            for (var hand : all) hand.get();
        }

        var stored = here.bookings
                .find(new Document("voucher", new Document("$exists", false)))
                .into(new ArrayList<>());
        for (var purse : purses) {
            var account = account(desk, purse);
            is_never_below_nothing(account);
            assertThat(account.balance(Clock.systemUTC().instant()))
                    .as("what is left of %s, seed %s", purse, seed)
                    .isEqualTo(naivelyLeft(purse, stored));
            assertThat(account.statement(Clock.systemUTC().instant()).getLast().balance())
                    .isEqualTo(account.balance(Clock.systemUTC().instant()));
        }
        var versions = new ConcurrentHashMap<String, Long>();
        for (var document : stored) versions.put(document.getString("_id"), document.getLong("version"));
        assertThat(acknowledged)
                .allSatisfy((id, booking) ->
                        assertThat(versions.get(id.toString())).isGreaterThanOrEqualTo(booking.version()));
        assertThat(stored)
                .as("bookings that something was paid of with a voucher")
                .anyMatch(document -> document.containsKey("redemptions"));
        assertThat(here.overlaps()).isEmpty();
    }

    private static void is_never_below_nothing(Account account) {
        assertThat(account.statement(Clock.systemUTC().instant()))
                .extracting(Line::balance)
                .allSatisfy(balance -> assertThat(balance).isNotNegative());
        var numbers = IntStream.concat(
                        account.voucher().entries().stream().mapToInt(entry -> entry.number()),
                        account.bookings().stream()
                                .flatMap(booking -> booking.redemptions().stream())
                                .filter(it ->
                                        it.voucherId().equals(account.voucher().id()))
                                .mapToInt(it -> it.number()))
                .sorted()
                .toArray();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.length).toArray());
    }

    /** As somebody with paper and pencil would have it, from what lies in the store. */
    private long naivelyLeft(Purse purse, List<Document> stored) {
        long left = adjusted.get(purse.id()).get();
        for (var document : stored) {
            long owed = document.containsKey("feeCents") ? document.getLong("feeCents") : 0;
            for (var redemption : document.getList("redemptions", Document.class, List.of())) {
                if (redemption.containsKey("givenBackAt")) continue;
                long cents = redemption.getLong("cents");
                int sessions = redemption.getInteger("sessions");
                boolean cancelled = document.getString("status").equals("CANCELLED");
                long pays = !cancelled ? cents : sessions > 0 ? (owed >= cents ? cents : 0) : Math.min(cents, owed);
                if (cancelled) owed -= pays;
                if (document.getString("status").equals("EXPIRED")) pays = 0;
                if (!redemption.getString("voucherId").equals(purse.id().toString())) continue;
                left -= sessions > 0 ? (pays > 0 ? sessions : 0) : pays;
            }
        }
        return left;
    }

    private void act(Neighbourhood here, List<Instance> instances, List<Purse> purses, Random random) {
        var instance = instances.get(random.nextInt(instances.size()));
        var desk = instance.bookings();
        var purse = purses.get(random.nextInt(purses.size()));
        var therapist = here.therapists.get(random.nextInt(here.therapists.size()));
        var ids = List.copyOf(known);
        var id = ids.isEmpty() || random.nextInt(3) == 0 ? null : ids.get(random.nextInt(ids.size()));
        int day = random.nextInt(4) == 0 ? 1 : 2 + random.nextInt(20);
        int hour = 6 + random.nextInt(17);
        if (id == null) {
            note(book(desk, therapist, new Request(purse, day, hour, random.nextInt(4) == 0)));
            return;
        }
        long version = desk.find(id).map(Booking::version).orElse(0L);
        switch (random.nextInt(9)) {
            case 0 -> note(desk.confirm(id, version, null, Answered.BY_ALL, CLIENT));
            case 1, 2 -> note(desk.cancel(id, version, null, 70_00, CLIENT));
            case 3 -> note(desk.cancel(id, version, null, 0, CLIENT.because(Reason.GOODWILL)));
            case 4 -> note(desk.takeVouchersOff(id, version, null, CLIENT));
            case 5 -> note(desk.payWith(id, version, null, purse.tender(), CLIENT));
            case 6 ->
                note(desk.reschedule(id, version, null, new MoveSession(at(day, hour, 0), therapist, 70_00), CLIENT));
            default -> {
                long most = purse.inSessions() ? 2 : 100_00;
                long change = random.nextLong(-most, most + 1);
                var op = new Op(UUID.randomUUID().toString(), "adjust");
                if (instance.vouchers().adjust(purse.id(), op, change, null, "a test", DESK)
                        instanceof VoucherAnswer.Done) {
                    adjusted.get(purse.id()).addAndGet(change);
                }
            }
        }
    }

    private void note(Answer answer) {
        if (!(answer instanceof Done(var booking))) return;
        if (booking.version() == 1) known.add(booking.id());
        acknowledged.merge(booking.id(), booking, (one, other) -> one.version() > other.version() ? one : other);
    }

    private record Request(Purse purse, int day, int hour, boolean hold) {}

    private static Answer book(BookingDesk desk, TherapistId therapist, Request wanted) {
        var key = UUID.randomUUID();
        return desk.book(
                new BookingId(key),
                new Op(key.toString(), "same"),
                new BookSession(
                        new AskedStart(therapist, CLINIC, SWEDISH, 60, at(wanted.day(), wanted.hour(), 0)),
                        new Client("Jo", wanted.purse().email(), null, "en"),
                        wanted.hold(),
                        wanted.purse().tender(),
                        Answered.BY_ALL),
                CLIENT);
    }

    private Purse issue(Instance instance, Kind kind, long worth, String email) {
        var id = new VoucherId(UUID.randomUUID());
        var answer = instance.vouchers()
                .issue(
                        id,
                        new Op(id.toString(), "issue"),
                        new IssueVoucher(
                                kind,
                                CLINIC,
                                email == null ? null : new Client("Jo", email, null, "en"),
                                kind == Kind.PACKAGE ? new Product(null, SWEDISH, 60) : null,
                                worth,
                                worth,
                                Payment.CARD,
                                LocalDate.now(Neighbourhood.BERLIN).plusYears(1),
                                null,
                                null,
                                null),
                        DESK);
        var done = (VoucherAnswer.Done) answer;
        adjusted.put(id, new AtomicLong(worth));
        var tender = done.code() == null
                ? new Tender.Own(id)
                : new Tender.Code(done.code().value());
        var payer = email == null ? "bearer@client.example" : email;
        return new Purse(id, tender, payer, kind == Kind.PACKAGE);
    }

    private static Account account(Instance instance, Purse purse) {
        return instance.vouchers().find(purse.id()).orElseThrow();
    }
}
