package io.rhomboid.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import io.rhomboid.bench.Report.Bound;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.When;

import static io.rhomboid.bench.Report.Bound.atLeast;
import static io.rhomboid.bench.Report.Bound.atMost;

/**
 * How many bytes does the kernel need for each day of each therapist? JMH and its profiler of the collector, once for
 * 28 days and once for 56; the difference is what days cost. Time is measured by the way.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms500m", "-Xmx500m"})
@State(Scope.Benchmark)
public class AllocationBench {

    private static final int THERAPISTS = 50;

    @Param({"28", "56"})
    public int days = 28;

    private Availability away = new Availability();
    private Availability there = new Availability();
    private NaiveEngine oracle = new NaiveEngine(ManyTherapists.of(1, 0, Duration.ZERO));

    @Setup
    public void fill() {
        away = ManyTherapists.of(THERAPISTS, 60, Duration.ofDays(ManyTherapists.DAYS)).availability;
        var all = ManyTherapists.of(THERAPISTS, 60, Duration.ZERO);
        there = all.availability;
        oracle = new NaiveEngine(all);
    }

    /** Everybody's hours are looked at, and nothing comes of it. */
    @Benchmark
    public Found withoutResult() {
        return find(away);
    }

    @Benchmark
    public Found withResult() {
        return find(there);
    }

    /** The baseline of {@link EngineBench}, by JMH. */
    @Benchmark
    public int naive() {
        return oracle.starts(THERAPISTS, ManyTherapists.NOW.plus(Duration.ofDays(days)))
                .size();
    }

    private Found find(Availability availability) {
        var search = new SlotSearch(
                ManyTherapists.TRIGGER_POINT,
                ManyTherapists.LENGTH_MINUTES,
                null,
                null,
                new When.Moment(ManyTherapists.NOW),
                new When.Moment(ManyTherapists.NOW.plus(Duration.ofDays(days))),
                1_000_000);
        return availability.freeSlots().find(search, ManyTherapists.NOW);
    }

    static void run() throws RunnerException, IOException {
        var results = new Runner(new OptionsBuilder()
                        .include(AllocationBench.class.getName())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        var report = new Report("allocation");
        var bytes = new HashMap<String, Double>();
        var micros = new HashMap<String, Double>();
        for (var result : results) {
            var norm = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (norm == null) throw new IllegalStateException("the profiler has told nothing");
            var name = result.getPrimaryResult().getLabel() + " "
                    + result.getParams().getParam("days");
            bytes.put(name, norm.getScore());
            micros.put(name, result.getPrimaryResult().getScore());
        }
        new TreeMap<>(bytes)
                .forEach((name, score) -> report.remark("- %s days: %,.0f B and %,.1f µs an answer"
                        .formatted(name, score, micros.getOrDefault(name, 0.0))));
        var bench = new AllocationBench();
        bench.fill();
        var slots = new int[2];
        for (int i = 0; i < 2; i++) {
            bench.days = 28 * (i + 1);
            slots[i] = bench.withResult().slots().size();
        }
        // The profiler counts all that is allocated in the process while it looks, JMH's own too: a byte or two for
        // each
        // answer. What an answer needs comes in eights, as objects do; the nearest of them is what was found.
        double measured = bytes.get("withoutResult 56") - bytes.get("withoutResult 28");
        double bare = 8.0 * Math.round(measured / 8);
        double full = bytes.get("withResult 56") - bytes.get("withResult 28");
        report.add(
                "allocated for each further therapist-day without a result",
                "",
                new double[] {bare / (28 * THERAPISTS)},
                "B",
                atMost(0),
                Bound.NONE);
        report.remark(String.format(
                Locale.ROOT,
                "- 28 further days of %d therapists without a result: %.1f B an answer by the profiler; the least that an"
                        + " object can need is 16 B, and one for each of them would be %,d B",
                THERAPISTS,
                measured,
                16 * 28 * THERAPISTS));
        report.add(
                "allocated for each further slot, of which 8 are the result",
                "",
                new double[] {full / (slots[1] - slots[0])},
                "B",
                Bound.NONE,
                Bound.NONE);
        report.add(
                "50 therapists, 28 days, by JMH: times faster",
                "java.time and lists",
                new double[] {micros.get("naive 28") / micros.get("withResult 28")},
                "x",
                atLeast(40),
                atLeast(80));
        report.write();
    }
}
