package io.rhomboid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * The engine alone, on one core: against a naive one, how it grows, what it allocates and keeps.
 *
 * <p>Ratios are of two sides in turn, A B B A, seven rounds; the median counts. A round that began while the machine
 * was busy with something else is told as such: its times are worth little, its ratio something.
 */
final class EngineBench {

    private static final int ROUNDS = 7;
    private static final int MONTH = 31;

    /** Of all cores; above it somebody else is at work. */
    private static final double BUSY = 1.5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is asked keeps its answer here, so that nobody optimises it away. */
    private static volatile long kept;

    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, double value, String unit, String must, double least, double most) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"name\": \"%s\", \"median\": %.4g, \"least\": %.4g, \"most\": %.4g, \"unit\": \"%s\","
                            + " \"must\": \"%s\"}",
                    name,
                    value,
                    least,
                    most,
                    unit,
                    must);
        }
    }

    static void run() throws IOException {
        double loadBefore = load();
        var bench = new EngineBench();
        bench.againstNaive();
        bench.oneTherapist();
        bench.earliest();
        bench.growth();
        bench.allocation();
        bench.memory();
        bench.changes();
        bench.report(loadBefore);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void againstNaive() {
        var fifty = ManyTherapists.of(50, 60, Duration.ZERO);
        var naive = new NaiveEngine(fifty);
        var until = ManyTherapists.NOW.plus(Duration.ofDays(MONTH));
        var due = naive.starts(50, until).stream().sorted().toList();
        var found = find(fifty.availability, null, MONTH, 1_000_000).slots();
        if (!found.stream().map(slot -> slot.start()).toList().equals(due)) {
            throw new IllegalStateException("the two do not agree");
        }
        LongSupplier engine =
                () -> find(fifty.availability, null, MONTH, 1_000_000).slots().size();
        LongSupplier oracle = () -> naive.starts(50, until).size();
        var ratios = new double[ROUNDS];
        warmUp(engine, 300);
        warmUp(oracle, 3);
        for (int i = 0; i < ROUNDS; i++) {
            double a1 = nanos(oracle, 1);
            double b1 = nanos(engine, 50);
            double b2 = nanos(engine, 50);
            double a2 = nanos(oracle, 1);
            ratios[i] = (a1 + a2) / (b1 + b2);
        }
        add("50 therapists, 31 days: times faster than java.time", ratios, "x", "at least 40");
    }

    private void oneTherapist() {
        // About half of the hours of forty a week.
        var one = ManyTherapists.of(1, 110, Duration.ZERO);
        LongSupplier question = () -> find(one.availability, ManyTherapists.therapist(0), MONTH, 1_000)
                .slots()
                .size();
        add("one therapist, 31 days, half booked", rounds(question, 2_000, 20_000), "us", "at most 5");
    }

    private void earliest() {
        var many = ManyTherapists.of(10_000, 60, Duration.ZERO);
        LongSupplier question = () ->
                find(many.availability, null, ManyTherapists.DAYS, 1).slots().size();
        add("earliest of 10,000 therapists, 60 days", rounds(question, 200, 300), "us", "at most 5000");
        var away = ManyTherapists.of(10_000, 60, Duration.ofDays(ManyTherapists.DAYS - 2));
        LongSupplier late = () ->
                find(away.availability, null, ManyTherapists.DAYS, 1).slots().size();
        add("the same, all away for 58 days", rounds(late, 100, 100), "us", "");
    }

    private void growth() {
        int[] therapists = {1, 10, 100, 1_000, 10_000, 100_000};
        add(
                "growth with therapists, 1 to 100,000: slope of the earliest",
                slope(therapists, n -> {
                    var some = ManyTherapists.of(n, n > 10_000 ? 2 : 20, Duration.ZERO).availability;
                    LongSupplier question = () ->
                            find(some, null, ManyTherapists.DAYS, 1).slots().size();
                    return (long) median(rounds(question, 50, Math.max(20, 200_000 / n)));
                }),
                "",
                "at most 1.1");
        var fifty = ManyTherapists.of(50, 60, Duration.ZERO).availability;
        add(
                "growth with days, 7 to 60: slope of a search for all",
                slope(new int[] {7, 15, 30, 60}, days -> {
                    LongSupplier question =
                            () -> find(fifty, null, days, 1_000_000).slots().size();
                    return (long) median(rounds(question, 100, 100));
                }),
                "",
                "at most 1.1");
    }

    /** How much each day of each therapist adds: the same question over twice the days, of people who are all away. */
    private void allocation() {
        var away = ManyTherapists.of(50, 60, Duration.ofDays(ManyTherapists.DAYS)).availability;
        double shorter = bytes(() -> find(away, null, 28, 1_000).slots().size());
        double longer = bytes(() -> find(away, null, 56, 1_000).slots().size());
        add(
                "allocated for each further therapist-day without a result",
                new double[] {(longer - shorter) / (28 * 50)},
                "B",
                "0");
    }

    private static double bytes(LongSupplier question) {
        warmUp(question, 20_000);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) kept = question.getAsLong();
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / 1_000.0;
    }

    private void memory() {
        for (int sessions : new int[] {0, 60}) {
            long before = used();
            var availability = new Availability[] {ManyTherapists.of(10_000, sessions, Duration.ZERO).availability};
            kept = find(availability[0], null, ManyTherapists.DAYS, 1).slots().size();
            double each = (used() - before) / 10_000.0 / 1024;
            kept = availability[0].catalogue().size();
            add(
                    "memory of a therapist with " + sessions + " sessions in 60 days",
                    new double[] {each},
                    "KiB",
                    "at most 3");
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void changes() {
        var many = ManyTherapists.of(10_000, 60, Duration.ZERO);
        var random = new Random(7);
        LongSupplier booking = () -> {
            var start = ManyTherapists.NOW.plus(Duration.ofMinutes(15L * random.nextInt(5_000)));
            int number = random.nextInt(10_000);
            return many.availability
                            .diary()
                            .claim(
                                    new BookingId(new UUID(random.nextLong(), random.nextLong())),
                                    1,
                                    new Claim(
                                            Set.of(ManyTherapists.therapist(number)),
                                            Set.of(new RoomId(new UUID(3, number / 10 * 4L))),
                                            Set.of(),
                                            start,
                                            start.plusSeconds(4_500)))
                    ? 1
                    : 0;
        };
        add("applying one booking event", rounds(booking, 20_000, 10_000), "us", "at most 5");
        kept = many.availability.catalogue().size();
        var version = new long[] {1};
        LongSupplier change = () -> {
            int number = random.nextInt(10_000);
            many.availability.tell(ManyTherapists.therapist(number), ++version[0], many.therapists.get(number));
            return many.availability.catalogue().size();
        };
        add("news of one of 10,000 therapists, to the next catalogue", rounds(change, 300, 200), "us", "");
    }

    private static Found find(Availability availability, @Nullable TherapistId therapist, int days, int limit) {
        var search = new SlotSearch(
                ManyTherapists.TRIGGER_POINT,
                ManyTherapists.LENGTH_MINUTES,
                therapist,
                null,
                new When.Moment(ManyTherapists.NOW),
                new When.Moment(ManyTherapists.NOW.plus(Duration.ofDays(days))),
                limit);
        return availability.freeSlots().find(search, ManyTherapists.NOW);
    }

    /** Microseconds each, by round. */
    private static double[] rounds(LongSupplier question, int warmUp, int times) {
        warmUp(question, warmUp);
        var micros = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) micros[i] = nanos(question, times) / 1_000;
        return micros;
    }

    private static void warmUp(LongSupplier question, int times) {
        for (int i = 0; i < times; i++) kept = question.getAsLong();
    }

    private static double nanos(LongSupplier question, int times) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) kept = question.getAsLong();
        return (double) (System.nanoTime() - began) / times;
    }

    /** Of the logarithms, by least squares. */
    private static double[] slope(int[] sizes, IntToLongFunction nanos) {
        double n = sizes.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int size : sizes) {
            double x = Math.log(size);
            double y = Math.log(Math.max(1, nanos.applyAsLong(size)));
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        return new double[] {(n * sxy - sx * sy) / (n * sxx - sx * sx)};
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void add(String name, double[] values, String unit, String must) {
        rows.add(new Row(
                name,
                median(values),
                unit,
                must,
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow()));
        System.err.println("measured: " + name);
    }

    private void report(double loadBefore) throws IOException {
        boolean busy = loadBefore > BUSY;
        System.out.println("| what | median | least to most | must |\n|---|---|---|---|");
        for (var row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.4g %s | %.4g to %.4g | %s |%n",
                    row.name,
                    row.value,
                    row.unit,
                    row.least,
                    row.most,
                    row.must);
        }
        System.out.printf(
                Locale.ROOT,
                "Load before %.1f, after %.1f%s%n",
                loadBefore,
                load(),
                busy ? ": the machine was busy, these times do not count" : "");
        var json = Path.of("bench/target/engine.json");
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(
                json,
                String.format(
                        Locale.ROOT,
                        "{\"busy\": %s, \"load\": %.1f, \"rows\": [%n  %s%n]}%n",
                        busy,
                        loadBefore,
                        String.join(",\n  ", rows.stream().map(Row::json).toList())));
    }
}
