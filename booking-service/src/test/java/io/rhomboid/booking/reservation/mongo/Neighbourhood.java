package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.AskedVisit.AskedSession;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.block.mongo.MongoBlocks;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookSession;
import io.rhomboid.booking.reservation.BookSession.Guest;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.MoveSession;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.booking.reservation.References;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.series.SeriesBook;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.series.mongo.MongoSeriesBook;
import io.rhomboid.booking.voucher.GiftCode;
import io.rhomboid.booking.voucher.VoucherDesk;
import io.rhomboid.booking.voucher.mongo.MongoVouchers;
import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.DiaryRules;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.outbox.OutboxSettings;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.testing.RealStore;

import static com.mongodb.client.model.Filters.in;
import static org.awaitility.Awaitility.await;

/**
 * A clinic with some therapists and rooms, the first room a double one, open from six to midnight every day, on a database of its own; and as many
 * desks as a test wants, each with a memory of its own, as instances of the service have. Nothing is relayed.
 */
public final class Neighbourhood implements AutoCloseable {

    public static final ClinicId CLINIC = new ClinicId(new UUID(1, 1));
    public static final TreatmentCode SWEDISH = TreatmentCode.of("SWEDISH");
    public static final Cause CLIENT = new Cause(Actor.some(Actor.Role.CLIENT), Cause.Channel.API, null, null);
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final MongoClient client = MongoClients.create(RealStore.uri());
    public final MongoDatabase database =
            client.getDatabase(RealStore.newDatabase()).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    final MongoCollection<Document> bookings = database.getCollection(MongoBookings.COLLECTION);
    final ClaimsIndex index = new ClaimsIndex(database);
    public final List<TherapistId> therapists;
    private final int rooms;
    private Optional<LocalDate> licensedUntil = Optional.empty();
    private final @Nullable Integer dailyCap;
    private final Map<String, ClientId> clients = new ConcurrentHashMap<>();
    private final DefaultKafkaProducerFactory<String, byte[]> nowhere = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", "127.0.0.1:1"), new StringSerializer(), new ByteArraySerializer());

    public Neighbourhood(int therapists, int rooms) {
        this(therapists, rooms, null);
    }

    Neighbourhood(int therapists, int rooms, @Nullable Integer dailyCap) {
        this.therapists = IntStream.range(0, therapists)
                .mapToObj(n -> new TherapistId(new UUID(2, n)))
                .toList();
        this.rooms = rooms;
        this.dailyCap = dailyCap;
        index.start();
        await().atMost(Duration.ofSeconds(20)).until(index::isThere);
    }

    BookingDesk desk(Clock clock, Duration hold) {
        return instance(clock, hold).bookings();
    }

    /** What instances hear from now on: no licence covers a day after this one. */
    void endLicences(Instant lastDay) {
        licensedUntil = Optional.of(LocalDate.ofInstant(lastDay, BERLIN));
    }

    /** One instance of the service, with a memory of its own. */
    record Instance(BookingDesk bookings, BlockDesk blocks, VoucherDesk vouchers, Availability availability) {}

    Instance instance(Clock clock, Duration hold) {
        return instance(clock, hold, new Recorder());
    }

    /** One whose writes are noted. */
    Instance instance(Clock clock, Duration hold, Recorder recorder) {
        var stored = blocks();
        var bookings = recorder.noting(bookings());
        var blocks = recorder.noting(stored);
        var availability = availability();
        var vouchers = vouchers(bookings, availability, clock);
        var desk = new BookingDesk(bookings, stored, recognition(), vouchers, availability, () -> true, hold, clock);
        return new Instance(
                desk, new BlockDesk(blocks, bookings, desk, availability, () -> true, clock), vouchers, availability);
    }

    Instance instance() {
        return instance(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(10));
    }

    BookingDesk desk() {
        return desk(Clock.tickMillis(ZoneOffset.UTC), Duration.ofMinutes(10));
    }

    /** What decides about series at an instance of its own, whose writes all go a certain way. */
    SeriesDesk series(Clock clock, Duration hold, Detour detour) {
        var stored = blocks();
        var bookings = detour.of(Bookings.class, bookings());
        var availability = availability();
        var vouchers = vouchers(bookings, availability, clock);
        var desk = new BookingDesk(bookings, stored, recognition(), vouchers, availability, () -> true, hold, clock);
        var book = new MongoSeriesBook(database, outboxes(), new JsonDocuments(EventJson.mapper()));
        return new SeriesDesk(detour.of(SeriesBook.class, book), desk, recognition(), availability, hold, clock);
    }

    public VoucherDesk vouchers(Bookings bookings, Availability availability, Clock clock) {
        return new VoucherDesk(
                new MongoVouchers(database, bookings(), new JsonDocuments(EventJson.mapper())),
                bookings,
                recognition(),
                availability,
                () -> true,
                RandomGenerator.getDefault(),
                (voucher, _) -> GiftCode.parse("GC" + References.signs(28, new Random(voucher.hashCode())))
                        .orElseThrow(),
                clock);
    }

    /** What a store's calls go through. */
    interface Detour {
        <S> S of(Class<S> type, S store);

        static Detour none() {
            return new Detour() {
                @Override
                public <S> S of(Class<S> type, S store) {
                    return store;
                }
            };
        }
    }

    public Outboxes outboxes() {
        return new Outboxes(
                database,
                new KafkaTemplate<>(nowhere),
                EventJson.mapper(),
                new OutboxSettings(Duration.ofSeconds(10), Duration.ofSeconds(1), 200),
                "/booking-service",
                () -> null,
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    public MongoBookings bookings() {
        return new MongoBookings(database, outboxes());
    }

    public MongoBlocks blocks() {
        return new MongoBlocks(database, bookings());
    }

    Optional<ClientId> clientOf(String email) {
        return Optional.ofNullable(clients.get(email));
    }

    public Recognition recognition() {
        return new Recognition() {
            @Override
            public ClientId recognise(Client client) {
                var email = client.email() == null ? UUID.randomUUID().toString() : client.email();
                return clients.computeIfAbsent(email, _ -> new ClientId(UUID.randomUUID()));
            }

            @Override
            public Optional<ClientId> known(Client client) {
                return Optional.ofNullable(clients.get(client.email()));
            }
        };
    }

    /** The start at this hour of the clinic's clock, so many days from now. */
    public static Instant at(int days, int hour, int minute) {
        return LocalDate.now(BERLIN)
                .plusDays(days)
                .atTime(hour, minute)
                .atZone(BERLIN)
                .toInstant();
    }

    public static RoomId room(int n) {
        return new RoomId(new UUID(3, n));
    }

    /** To this start, with the same therapist, at no fee. */
    static MoveSession to(Instant start) {
        return new MoveSession(start, null, 0);
    }

    /** Somebody new books; each with a key of their own. */
    static Answer book(BookingDesk desk, TherapistId therapist, Instant start, boolean hold) {
        var key = UUID.randomUUID();
        return book(desk, key, therapist, start, key + "@client.example", hold);
    }

    static Answer book(BookingDesk desk, UUID key, TherapistId therapist, Instant start, String email, boolean hold) {
        return desk.book(
                new BookingId(key),
                new Op(key.toString(), therapist + " " + start),
                new BookSession(
                        new AskedStart(therapist, CLINIC, SWEDISH, 60, start),
                        new Client("Jo", email, null, "en"),
                        hold,
                        hold ? Screenings.NONE : Answered.BY_ALL),
                CLIENT);
    }

    /** A session of a visit; the first of each person begins with it. */
    static AskedSession session(TherapistId therapist, boolean companions) {
        return new AskedSession(therapist, SWEDISH, 60, companions);
    }

    /** Somebody new books a visit; each with a key of their own. A companion, if any, leaves no mail address. */
    static Answer book(BookingDesk desk, Instant start, boolean oneRoom, AskedSession... sessions) {
        var key = UUID.randomUUID();
        return book(desk, key, key + "@client.example", null, start, oneRoom, sessions);
    }

    static Answer book(
            BookingDesk desk,
            UUID key,
            String email,
            @Nullable String companion,
            Instant start,
            boolean oneRoom,
            AskedSession... sessions) {
        var asked = new AskedVisit(CLINIC, start, List.of(sessions), oneRoom);
        var kim = new Guest("Kim", companion == null ? null : new Client("Kim", companion, null, "en"));
        return desk.book(
                new BookingId(key),
                new Op(key.toString(), asked.toString()),
                new BookSession(
                        asked,
                        new Client("Jo", email, null, "en"),
                        asked.sessions().getLast().companions() ? kim : null,
                        false,
                        null,
                        Answered.BY_ALL),
                CLIENT);
    }

    public Availability availability() {
        var availability = new Availability();
        tell(availability, therapists, rooms, dailyCap);
        licensedUntil.ifPresent(last -> therapists.forEach(id -> availability.tell(id, 2, therapist(last, dailyCap))));
        return availability;
    }

    /** What the topics would tell. */
    public static void tell(Availability availability, List<TherapistId> therapists, int rooms) {
        tell(availability, therapists, rooms, null);
    }

    private static void tell(
            Availability availability, List<TherapistId> therapists, int rooms, @Nullable Integer dailyCap) {
        var table = RoomFeature.of("TABLE");
        availability.tell(
                CLINIC,
                1,
                new Clinic(
                        "Mitte",
                        BERLIN,
                        "DE",
                        "EUR",
                        new Address("Torstraße 1", null, "Berlin", null, "DE"),
                        new Coordinates(52.5, 13.4),
                        "+49 30 5550100",
                        "mitte@rhomboid.example",
                        IntStream.range(0, rooms)
                                .mapToObj(n -> new Room(
                                        room(n),
                                        "Room " + n,
                                        n == 0 ? Set.of(table, RoomFeature.DOUBLE) : Set.of(table)))
                                .toList(),
                        List.of(),
                        new ClinicPolicy(15, 0, 60, 0, 15, 1440, 50, 80, false, List.of())));
        availability.tell(
                SWEDISH,
                1,
                new Treatment(
                        "Swedish",
                        "how",
                        new Treatment.Pressure(Treatment.Pressure.Level.LIGHT, Treatment.Pressure.Level.FIRM, false),
                        List.of(),
                        List.of(),
                        null,
                        List.of(60),
                        Set.of(table),
                        Set.of(),
                        List.of(
                                rule("FEVER", Contraindication.Level.STOP),
                                rule("PREGNANCY", Contraindication.Level.ASK_DOCTOR),
                                rule("DIABETES", Contraindication.Level.NOT_THIS_TECHNIQUE)),
                        List.of()));
        for (var id : therapists) availability.tell(id, 1, therapist(LocalDate.of(2099, 12, 31), dailyCap));
        availability.catalogueIsComplete();
        availability.diaryIsComplete();
    }

    private static Contraindication rule(String code, Contraindication.Level level) {
        return new Contraindication(
                ContraindicationCode.of(code), level, "with " + code, "Turn to a doctor.", "002-upper-back");
    }

    private static Therapist therapist(LocalDate licensedUntil, @Nullable Integer dailyCap) {
        var hours = new Hours(LocalTime.of(6, 0), LocalTime.MIDNIGHT);
        return new Therapist(
                "Mira",
                Therapist.Listing.LISTED,
                Therapist.Gender.FEMALE,
                List.of("de"),
                null,
                2012,
                List.of(),
                List.of(new Licence(
                        new LicenceId(new UUID(4, 1)),
                        "1",
                        "authority",
                        "DE",
                        LocalDate.of(2020, 1, 1),
                        licensedUntil,
                        Licence.Status.VERIFIED)),
                List.of(new Offer(CLINIC, SWEDISH, 60, new Money(70_00, "EUR"))),
                new Rota(
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new WeeklyHours(CLINIC, day, hours, null, null))
                                .toList(),
                        List.of(),
                        List.of(),
                        new DiaryRules(dailyCap, null, null, false, false, 0)));
    }

    /** Pairs of standing bookings that share a therapist, room or client at the same time; by their times alone. */
    List<String> overlaps() {
        var standing = bookings.find(in("status", "HELD", "CONFIRMED"))
                .map(BookingDocument::booking)
                .into(new ArrayList<>());
        var overlaps = new ArrayList<String>();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = standing.get(i);
                var other = standing.get(j);
                for (var a : one.parts()) {
                    for (var b : other.parts()) if (cross(a, b)) overlaps.add(one + " and " + other);
                }
            }
        }
        return overlaps;
    }

    private static boolean cross(Part one, Part other) {
        var a = one.session();
        var b = other.session();
        boolean buffered = meet(
                a.slot().start(),
                a.slot().end().plusSeconds(900),
                b.slot().start(),
                b.slot().end().plusSeconds(900));
        boolean plain = meet(
                a.slot().start(), a.slot().end(), b.slot().start(), b.slot().end());
        return buffered
                        && (a.therapistId().equals(b.therapistId())
                                || a.roomId().equals(b.roomId()))
                || plain && one.clientId().equals(other.clientId());
    }

    private static boolean meet(Instant from, Instant to, Instant otherFrom, Instant otherTo) {
        return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }

    @Override
    public void close() {
        index.stop();
        nowhere.destroy();
        database.drop();
        client.close();
    }
}
