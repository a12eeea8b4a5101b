package io.rhomboid.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.therapist.TherapistId;

/** How long does memory take to say who is free? By JMH, each question in a JVM of its own. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1500m", "-Xmx1500m"})
public class AvailabilityBench {

    private static final Map<String, String> QUESTIONS = Map.of(
            "oneTherapist", "one therapist, all slots, 60 days",
            "earliest", "earliest of 10,000, 60 days",
            "earliestOnTheLastDay", "the same, all away for 58 days");

    /** A booking-service's memory on an ordinary day. */
    @State(Scope.Benchmark)
    public static class OrdinaryDay {

        Availability availability = new Availability();
        int number;

        @Setup
        public void fill() {
            availability = ManyTherapists.filled(Duration.ZERO);
        }

        /** Somebody else each time, so that nobody's hours lie ready in the processor. */
        TherapistId next() {
            number = (number + 4_001) % ManyTherapists.THERAPISTS;
            return ManyTherapists.therapist(number);
        }
    }

    /** The worst case: everything has to be looked at before the first is found. */
    @State(Scope.Benchmark)
    public static class AllAway {

        Availability availability = new Availability();

        @Setup
        public void fill() {
            availability = ManyTherapists.filled(Duration.ofDays(ManyTherapists.DAYS - 2));
        }
    }

    @Benchmark
    public Found oneTherapist(OrdinaryDay day) {
        return find(day.availability, day.next(), 10_000);
    }

    @Benchmark
    public Found earliest(OrdinaryDay day) {
        return find(day.availability, null, 1);
    }

    @Benchmark
    public Found earliestOnTheLastDay(AllAway away) {
        return find(away.availability, null, 1);
    }

    private static Found find(Availability availability, @Nullable TherapistId therapist, int limit) {
        var search = new SlotSearch(
                ManyTherapists.TRIGGER_POINT,
                ManyTherapists.LENGTH_MINUTES,
                therapist,
                null,
                new When.Moment(ManyTherapists.NOW),
                new When.Moment(ManyTherapists.NOW.plus(Duration.ofDays(ManyTherapists.DAYS))),
                limit);
        var found = availability.freeSlots().find(search, ManyTherapists.NOW);
        if (found.slots().isEmpty()) throw new IllegalStateException("found nothing: " + search);
        return found;
    }

    static void run() throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(AvailabilityBench.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println(Timings.HEADING);
        for (var result : results) {
            var label = result.getPrimaryResult().getLabel();
            var times = result.getPrimaryResult().getStatistics();
            System.out.printf(
                    Locale.ROOT,
                    Timings.LINE,
                    QUESTIONS.getOrDefault(label, label),
                    times.getN(),
                    times.getPercentile(50),
                    times.getPercentile(90),
                    times.getPercentile(99),
                    times.getMax());
        }
    }
}
