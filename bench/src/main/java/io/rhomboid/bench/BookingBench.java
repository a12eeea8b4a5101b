package io.rhomboid.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;

import io.rhomboid.bench.Report.Bound;
import io.rhomboid.testing.RealStore;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.bench.Report.Bound.atLeast;
import static io.rhomboid.bench.Report.Bound.atMost;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Bookings over HTTP: booking-service alone, against a bare durable insert of the same document on the same store. */
final class BookingBench implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int SECONDS = Report.SECONDS;

    /** A hundred clinics; only so many of each one's therapists are booked as it has rooms. */
    private static final int THERAPISTS = 1_000;

    private static final int BOOKED = 4;

    /** Where much is stored, only a tenth of them is booked any more. */
    private static final int MANY_THERAPISTS = 10_000;

    private static final int STARTS = 3;

    /** For filling the store; the engine can be slow on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final List<LocalTime> TIMES = List.of(
            LocalTime.of(9, 0),
            LocalTime.of(10, 15),
            LocalTime.of(11, 30),
            LocalTime.of(14, 0),
            LocalTime.of(15, 15),
            LocalTime.of(16, 30));

    private final Report report;
    private final String name = ServerProcess.newDatabase();
    private final ServerProcess server;
    private final com.mongodb.client.MongoClient client = MongoClients.create(RealStore.uri());
    private final MongoDatabase database =
            client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    private final String token = Issuer.platformAdmin();
    private final List<String> bodies = bodies();
    private final Path file = Files.write(Files.createTempFile("rhomboid-bench", ".bodies"), bodies);
    private final Path script = Files.createTempFile("rhomboid-bench", ".lua");
    private int used;

    /** One that was asked for, after which others are made. */
    private Document first = new Document();

    /** Seconds from the last answer of a run until all its events were told. */
    private double longestBacklog;

    private BookingBench(String part, int therapists, String... more) throws IOException {
        report = new Report(part);
        report.remark(
                "The store is the engine that the tests use (see ../shared/mongo): PostgreSQL with DocumentDB, one"
                        + " node, each write on disk when it is acknowledged. Its timings, under contention above all, are its"
                        + " own and not MongoDB's.");
        server = ServerProcess.start(
                name,
                Stream.concat(Stream.of(Integer.toString(therapists), "0"), Stream.of(more))
                        .toArray(String[]::new));
        try (var text = BookingBench.class.getResourceAsStream("/post.lua")) {
            Files.write(script, text.readAllBytes());
        }
    }

    /** What a booking costs, and what one that is refused. */
    static void run() throws Exception {
        try (var bench = new BookingBench("bookings", THERAPISTS)) {
            bench.report.writeAfter(() -> {
                bench.warmUp();
                bench.hotSlot();
                if (Wrk.isThere()) bench.capacity();
                else bench.report.remark("wrk is not on this machine, so capacity was not measured.");
            });
        }
    }

    /** What becomes of booking and listing when there is much in the store. */
    static void runGrowth(int most) throws Exception {
        try (var bench = new BookingBench("growth", MANY_THERAPISTS, "keep")) {
            bench.report.writeAfter(() -> {
                bench.warmUp();
                int there = bench.stored(most);
                bench.history();
                bench.coldStarts(there);
            });
        }
    }

    /**
     * Each an hour that is free with a therapist who has a room. Each therapist has one client, who is never wanted in
     * two places at once and soon known.
     */
    static List<String> bodies() {
        var all = new ArrayList<String>();
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        for (int day = 0; day < ManyTherapists.DAYS - 4; day++) {
            var date = first.plusDays(day);
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) continue;
            for (var time : TIMES) {
                for (int i = 0; i < THERAPISTS; i++) {
                    if (i % ManyTherapists.PER_CLINIC >= BOOKED) continue;
                    all.add(body(
                            i,
                            date.atTime(time).atZone(ManyTherapists.zoneOf(i)).toOffsetDateTime()));
                }
            }
        }
        Collections.shuffle(all, new Random(1));
        return all;
    }

    private static String body(int therapist, OffsetDateTime start) {
        return """
                {"treatment":"TRIGGER_POINT","lengthMinutes":60,"therapistId":"%s","clinicId":"%s","start":"%s",\
                "client":{"name":"Jo Sample","email":"%s@client.example"},"screening":{"has":[]}}""".formatted(
                        ManyTherapists.therapist(therapist),
                        ManyTherapists.clinic(therapist / ManyTherapists.PER_CLINIC),
                        start,
                        therapist);
    }

    private String next() {
        mustBeFree(used + 1);
        return bodies.get(used++);
    }

    /** What is booked twice is refused, and would be measured as something else. */
    private void mustBeFree(int upTo) {
        if (upTo > bodies.size()) throw new IllegalStateException("all hours are booked");
    }

    private void warmUp() throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) book();
        // One as it was stored: its event has not gone out yet.
        Document stored = null;
        for (int i = 0; i < 300 && stored == null; i++) {
            book();
            stored = bookings().find(Filters.gt("pendingEvents.id", "")).first();
        }
        first = Objects.requireNonNull(stored, "each event was told before it could be seen");
        waitForOutbox();
    }

    private MongoCollection<Document> bookings() {
        return database.getCollection("bookings");
    }

    /** How long it took, in nanoseconds. */
    private double book() throws IOException, InterruptedException {
        var body = next().getBytes(UTF_8);
        long began = System.nanoTime();
        var answer = server.send(
                "POST",
                "/api/v1/bookings",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        long took = System.nanoTime() - began;
        if (answer.statusCode() != 201)
            throw new IOException(answer.statusCode() + " " + new String(answer.body(), UTF_8));
        return took;
    }

    private void capacity() throws Exception {
        var bookings = URI.create(server.address() + "/api/v1/bookings");
        var inserts = URI.create(server.address() + "/api/v1/bench/insert");
        var bare = database.getCollection("bare");
        Callable<Double> subject = () -> booked(bookings);
        Callable<Double> direct = () -> inserted(bare, first);
        Callable<Double> served = () -> posted(inserts).perSecond();
        for (int i = 0; i < 2; i++) {
            subject.call();
            direct.call();
            served.call();
        }
        var rounds = Rounds.of(direct, subject);
        report.add(
                "POST /bookings: durable, with claims, idempotency and outbox",
                "a bare durable insert of the same document by the driver, both a second",
                rounds,
                "x",
                atLeast(0.4),
                atLeast(0.6));
        report.add(
                "the same: bookings a second, " + CONNECTIONS + " at once",
                "",
                Report.toArray(rounds.subjects()),
                "/s",
                Bound.NONE,
                Bound.NONE);
        report.add(
                "POST /bookings",
                "the same insert behind an operation of the same server",
                Rounds.of(served, subject),
                "x",
                Bound.NONE,
                Bound.NONE);
        var indexed = likeBookings();
        report.add(
                "POST /bookings",
                "the same insert into a collection with the same indexes",
                Rounds.of(() -> inserted(indexed, first), subject),
                "x",
                Bound.NONE,
                Bound.NONE);
        report.remark(String.format(
                Locale.ROOT,
                "Every run of bookings is let go out to Kafka before the next one begins; the last event of the slowest was"
                        + " told %.1f s after its last answer.",
                longestBacklog));
    }

    /** An empty collection with all indexes of bookings: what they cost alone. */
    private MongoCollection<Document> likeBookings() {
        var indexes = bookings().listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> !index.getString("name").equals("_id_"))
                .peek(index ->
                        index.keySet().retainAll(List.of("key", "name", "unique", "sparse", "partialFilterExpression")))
                .toList();
        database.createCollection("indexed");
        database.runCommand(new Document("createIndexes", "indexed").append("indexes", indexes));
        return database.getCollection("indexed");
    }

    /** Bookings that nobody has asked for before, and then waits until all was told. */
    private double booked(URI bookings) throws IOException {
        var run = posted(bookings);
        // Some were sent that were not answered any more.
        used += run.answered() + 2 * CONNECTIONS;
        mustBeFree(used);
        waitForOutbox();
        return run.perSecond();
    }

    private Wrk.Run posted(URI url) throws IOException {
        return Wrk.run(
                url,
                CONNECTIONS,
                SECONDS,
                script.toString(),
                "--",
                file.toString(),
                Integer.toString(used),
                UUID.randomUUID().toString().substring(0, 13));
    }

    private static double inserted(MongoCollection<Document> bare, Document first) throws Exception {
        long began = System.nanoTime();
        long end = began + SECONDS * 1_000_000_000L;
        int count = 0;
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(() -> {
                    int done = 0;
                    for (; System.nanoTime() < end; done++) bare.insertOne(StoredBookings.another(first));
                    return done;
                }));
            }
            for (var one : all) count += one.get();
        }
        return count / ((System.nanoTime() - began) / 1e9);
    }

    /** Relaying goes on after the answer, and must not be measured with what comes next. */
    private void waitForOutbox() {
        long began = System.nanoTime();
        long end = began + 60_000_000_000L;
        while (System.nanoTime() < end
                && bookings().find(Filters.gt("pendingEvents.id", "")).first() != null) {
            Machine.pause(Duration.ofMillis(20));
        }
        longestBacklog = Math.max(longestBacklog, (System.nanoTime() - began) / 1e9);
    }

    private void hotSlot() throws Exception {
        var hot = next();
        server.send(
                "POST",
                "/api/v1/bookings",
                hot.getBytes(UTF_8),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var other = hot.replaceAll("[^\"]+@client", "other@client");
        var lines = new ArrayList<String>();
        int perSecond = 40;
        int seconds = 20 * SECONDS;
        for (int i = 0; i < perSecond * seconds / 4 + 10; i++) {
            lines.add("booked\t201\tPOST\t/api/v1/bookings\t" + next());
            lines.add("refused\t409\tPOST\t/api/v1/bookings\t" + other);
            lines.add("refused\t409\tPOST\t/api/v1/bookings\t" + other);
            lines.add("booked\t201\tPOST\t/api/v1/bookings\t" + next());
        }
        var told = Latencies.of(server.address(), lines, perSecond, seconds);
        report.add(
                "p99 of the 409s on one hot slot",
                "p99 of an uncontended booking",
                told.ratios("refused", "booked", 99),
                "x",
                atMost(2),
                atMost(1),
                told.note("booked"));
        report.remark(told.told("refused", "409", "booked", "booked"));
    }

    /** Past bookings of one clinic's therapists, month by month, and how long lists of one of them take. */
    private void history() throws Exception {
        var months = new int[] {1, 3, 12, 36};
        var today = LocalDate.now(ZoneOffset.UTC);
        var therapist = "&therapistId=" + ManyTherapists.therapist(7);
        // From memory the one, from the store the other.
        var free = "/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=60&limit=1000&view=starts&from="
                + today.plusDays(1) + "&to=" + today.plusDays(31) + therapist;
        var week = "/api/v1/weeks?week="
                + DateTimeFormatter.ISO_WEEK_DATE.format(today.minusWeeks(1)).substring(0, 8) + therapist;
        for (int i = 0; i < 1_000; i++) listed(free);
        for (int i = 0; i < 1_000; i++) listed(week);
        var slots = new double[months.length][Report.ROUNDS];
        var weeks = new double[months.length][Report.ROUNDS];
        for (int i = 0; i < months.length; i++) {
            int before = i == 0 ? 0 : months[i - 1];
            var start = Instant.now().minusSeconds(86_400L * 30 * months[i]);
            // Twenty a month for each of ten.
            StoredBookings.fill(
                    bookings(), first, 200 * before, 200 * months[i], 10, start, 30 * (months[i] - before), PATIENCE);
            for (int round = 0; round < Report.ROUNDS; round++) {
                slots[i][round] = median(() -> listed(free), 100);
                weeks[i][round] = median(() -> listed(week), 100);
            }
        }
        report.add(
                "growth of listing time with past bookings, 1 to 36 months, a therapist's week from the store: slope",
                "",
                slopes(months, weeks),
                "",
                atMost(0.05),
                Bound.NONE);
        report.add(
                "the same, a therapist's free month: slope", "", slopes(months, slots), "", atMost(0.05), Bound.NONE);
    }

    private double listed(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = server.send("GET", path, new byte[0], "Authorization", "Bearer " + token);
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        return System.nanoTime() - began;
    }

    /** How many are stored then. */
    private int stored(int most) throws Exception {
        var sizes = new int[] {most / 100, most / 10, most};
        var times = new double[sizes.length][Report.ROUNDS];
        int there = Math.toIntExact(bookings().countDocuments());
        for (int i = 0; i < sizes.length; i++) {
            long began = System.nanoTime();
            there = StoredBookings.fill(
                    bookings(),
                    first,
                    there,
                    sizes[i],
                    MANY_THERAPISTS,
                    Instant.now().plusSeconds(86_400),
                    55,
                    PATIENCE);
            sizes[i] = there;
            System.err.printf("%,d bookings are stored (%d s)%n", there, (System.nanoTime() - began) / 1_000_000_000);
            median(this::book, 100);
            for (int round = 0; round < Report.ROUNDS; round++) times[i][round] = median(this::book, 60);
            there += 100 + 60 * Report.ROUNDS;
            report.remark(String.format(
                    Locale.ROOT,
                    "- %,d bookings stored: a booking takes %.1f ms",
                    sizes[i],
                    Report.median(times[i]) / 1e6));
        }
        report.add(
                String.format(
                        Locale.ROOT,
                        "growth of booking time with bookings stored, %,d to %,d: slope",
                        sizes[0],
                        sizes[2]),
                "",
                slopes(sizes, times),
                "",
                atMost(0.1),
                Bound.NONE);
        return there;
    }

    /** The service that has filled the store has ended before. */
    private void coldStarts(int bookings) throws Exception {
        server.close();
        var seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (var again = ServerProcess.start(name, "0", "0")) {
                seconds[i] = again.start().toMillis() / 1_000.0;
            }
        }
        report.add(
                String.format(
                        Locale.ROOT,
                        "cold start with 10,000 therapists and %,d future bookings, from the process to its first answer",
                        bookings),
                "",
                seconds,
                "s",
                atMost(15),
                Bound.NONE);
        report.remark("The cold start is that of the plain class path, without a cache; the store is warm.");
    }

    private static double[] slopes(int[] sizes, double[][] times) {
        var slopes = new double[Report.ROUNDS];
        for (int round = 0; round < slopes.length; round++) {
            var ofRound = new double[sizes.length];
            for (int i = 0; i < sizes.length; i++) ofRound[i] = times[i][round];
            slopes[round] = Report.slope(sizes, ofRound);
        }
        return slopes;
    }

    private static double median(Callable<Double> question, int times) throws Exception {
        var all = new double[times];
        for (int i = 0; i < times; i++) all[i] = question.call();
        return Report.median(all);
    }

    @Override
    public void close() throws IOException {
        server.close();
        database.drop();
        client.close();
        Files.delete(file);
        Files.delete(script);
    }
}
