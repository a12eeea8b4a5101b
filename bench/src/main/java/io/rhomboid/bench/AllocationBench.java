package io.rhomboid.bench;

import java.io.IOException;
import java.time.Duration;
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

    @Setup
    public void fill() {
        away = ManyTherapists.of(THERAPISTS, 60, Duration.ofDays(ManyTherapists.DAYS)).availability;
        there = ManyTherapists.of(THERAPISTS, 60, Duration.ZERO).availability;
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
        double[][] bytes = new double[2][2];
        for (var result : results) {
            boolean found = result.getParams().getBenchmark().endsWith("withResult");
            boolean longer = result.getParams().getParam("days").equals("56");
            var norm = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (norm == null) throw new IllegalStateException("the profiler has told nothing");
            bytes[found ? 1 : 0][longer ? 1 : 0] = norm.getScore();
            report.remark("- %s, %s days: %,.0f B an answer"
                    .formatted(
                            found ? "with slots" : "all away",
                            result.getParams().getParam("days"),
                            norm.getScore()));
        }
        var bench = new AllocationBench();
        bench.fill();
        var slots = new int[2];
        for (int i = 0; i < 2; i++) {
            bench.days = 28 * (i + 1);
            slots[i] = bench.withResult().slots().size();
        }
        report.add(
                "allocated for each further therapist-day without a result",
                "",
                new double[] {Math.round((bytes[0][1] - bytes[0][0]) / (28 * THERAPISTS) * 1_000) / 1_000.0},
                "B",
                atMost(0),
                Bound.NONE);
        report.add(
                "allocated for each further slot, of which 8 are the result",
                "",
                new double[] {(bytes[1][1] - bytes[1][0]) / (slots[1] - slots[0])},
                "B",
                Bound.NONE,
                Bound.NONE);
        report.write();
    }
}
