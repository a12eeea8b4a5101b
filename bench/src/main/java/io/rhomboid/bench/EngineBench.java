package io.rhomboid.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

import io.rhomboid.bench.Report.Bound;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.bench.Report.Bound.atMost;

/**
 * The engine alone, on one core: against a naive one, how it grows, what it allocates and keeps.
 */
final class EngineBench {

    private static final int ROUNDS = Report.ROUNDS;
    private static final int MONTH = 31;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is asked keeps its answer here, so that nobody optimises it away. */
    private static volatile long kept;

    private final Report report = new Report("engine");

    static void run() throws Exception {
        var bench = new EngineBench();
        bench.againstNaive();
        bench.oneTherapist();
        bench.earliest();
        bench.growth();
        bench.memory();
        bench.changes();
        bench.report.remark(
                "One thread; microseconds by its own processor clock, which a neighbour stretches less than a wall clock.");
        bench.report.write();
    }

    private void againstNaive() throws Exception {
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
        warmUp(engine, 2_000);
        warmUp(oracle, 5);
        var rounds = Rounds.of(() -> nanos(engine, 200), () -> nanos(oracle, 2));
        report.add(
                "50 therapists, 31 days: times faster",
                "java.time and lists",
                rounds,
                "x",
                Bound.atLeast(40),
                Bound.atLeast(80));
    }

    private void oneTherapist() {
        // About half of the hours of forty a week.
        var one = ManyTherapists.of(1, 110, Duration.ZERO);
        LongSupplier question = () -> find(one.availability, ManyTherapists.therapist(0), MONTH, 1_000)
                .slots()
                .size();
        add("one therapist, 31 days, half booked", rounds(question, 50_000, 20_000), "µs", atMost(5), atMost(1));
    }

    private void earliest() {
        var many = ManyTherapists.of(10_000, 60, Duration.ZERO);
        LongSupplier question = () ->
                find(many.availability, null, ManyTherapists.DAYS, 1).slots().size();
        add("earliest of 10,000 therapists, 60 days", rounds(question, 500, 300), "µs", atMost(5_000), atMost(500));
        var away = ManyTherapists.of(10_000, 60, Duration.ofDays(ManyTherapists.DAYS - 2));
        LongSupplier late = () ->
                find(away.availability, null, ManyTherapists.DAYS, 1).slots().size();
        add("the same, all away for 58 days", rounds(late, 300, 200), "µs", Bound.NONE, Bound.NONE);
    }

    private void growth() {
        var sizes = new int[] {1, 10, 100, 1_000, 10_000, 100_000};
        var worlds = Arrays.stream(sizes)
                .mapToObj(n -> ManyTherapists.of(n, n > 10_000 ? 2 : 20, Duration.ZERO).availability)
                .toList();
        add(
                "growth of the earliest with therapists who match, 1 to 100,000: slope",
                slopes(
                        sizes,
                        200,
                        i -> find(worlds.get(i), null, ManyTherapists.DAYS, 1)
                                .slots()
                                .size()),
                "",
                atMost(1.1),
                Bound.NONE);
        var there = new ClinicId(new UUID(2, 0));
        add(
                "growth with therapists elsewhere, of a month at one clinic, 10 to 100,000: slope",
                slopes(
                        Arrays.copyOfRange(sizes, 1, sizes.length),
                        2_000,
                        i -> find(worlds.get(i + 1), null, there, MONTH, 1_000)
                                .slots()
                                .size()),
                "",
                atMost(0.05),
                Bound.NONE);
        var fifty = ManyTherapists.of(50, 90, Duration.ZERO, 90).availability;
        var days = new int[] {7, 15, 30, 60, 90};
        add(
                "growth of a search for all of 50 therapists with days, 7 to 90: slope",
                slopes(
                        days,
                        500,
                        i -> find(fifty, null, days[i], 1_000_000).slots().size()),
                "",
                atMost(1.1),
                Bound.NONE);
    }

    private void memory() {
        double bare = memory(0);
        double full = memory(60);
        add("read model: a therapist with 60 sessions in 60 days", new double[] {full}, "KiB", atMost(3), Bound.NONE);
        add("of it, what has nothing to do with sessions", new double[] {bare}, "KiB", Bound.NONE, Bound.NONE);
    }

    private static double memory(int sessions) {
        long before = used();
        var availability = ManyTherapists.of(10_000, sessions, Duration.ZERO).availability;
        kept = find(availability, null, ManyTherapists.DAYS, 1).slots().size();
        long after = used();
        // Must be there until it has been counted.
        kept = availability.catalogue().size();
        return (after - before) / 10_000.0 / 1024;
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
        add("applying one booking event", rounds(booking, 50_000, 20_000), "µs", atMost(5), Bound.NONE);
        kept = many.availability.catalogue().size();
        var version = new long[] {1};
        LongSupplier change = () -> {
            int number = random.nextInt(10_000);
            many.availability.tell(ManyTherapists.therapist(number), ++version[0], many.therapists.get(number));
            return many.availability.catalogue().size();
        };
        add(
                "news of one of 10,000 therapists, to the next catalogue",
                rounds(change, 300, 200),
                "µs",
                Bound.NONE,
                Bound.NONE);
    }

    private static Found find(Availability availability, @Nullable TherapistId therapist, int days, int limit) {
        return find(availability, therapist, null, days, limit);
    }

    private static Found find(
            Availability availability,
            @Nullable TherapistId therapist,
            @Nullable ClinicId clinic,
            int days,
            int limit) {
        var search = new SlotSearch(
                ManyTherapists.TRIGGER_POINT,
                ManyTherapists.LENGTH_MINUTES,
                therapist,
                clinic,
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
        long began = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) kept = question.getAsLong();
        return (double) (THREADS.getCurrentThreadCpuTime() - began) / times;
    }

    /** Of the logarithms, by least squares; once for each round, in which every size has its turn. */
    private static double[] slopes(int[] sizes, int warmUp, IntToLongFunction question) {
        for (int i = 0; i < sizes.length; i++) {
            int size = i;
            warmUp(() -> question.applyAsLong(size), warmUp);
        }
        var slopes = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var nanos = new double[sizes.length];
            for (int i = 0; i < sizes.length; i++) {
                int size = i;
                nanos[i] = nanos(() -> question.applyAsLong(size), 100);
            }
            slopes[round] = Report.slope(sizes, nanos);
        }
        return slopes;
    }

    private void add(String what, double[] values, String unit, Bound must, Bound aim) {
        report.add(what, "", values, unit, must, aim);
    }
}
