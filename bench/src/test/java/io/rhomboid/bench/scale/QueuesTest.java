package io.rhomboid.bench.scale;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.bench.scale.Queues.Kind;
import io.rhomboid.bench.scale.Queues.Station;
import io.rhomboid.bench.scale.Queues.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against what queueing theory (Erlang C) says of one station. */
class QueuesTest {

    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.8", "2, 0.7", "4, 0.6", "8, 0.9"})
    void who_comes_stays_as_long_as_erlang_says(int servers, double busy) {
        double mean = 5;
        double perSecond = busy * servers * 1000 / mean;

        var seen = Queues.run(
                List.of(new Station("one", servers)),
                List.of(new Kind("all", perSecond, List.of(new Step(0, mean)))),
                200_000 / perSecond,
                20_261_121L);

        assertThat(seen.busy()[0]).isCloseTo(busy, within(0.02));
        double expected = mean + erlangC(servers, busy * servers) * mean / (servers * (1 - busy));
        assertThat(seen.mean(0)).isCloseTo(expected, within(expected * 0.08));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.6", "0.5, 0.5"})
    void two_stations_in_a_row_add_up(double first, double second) {
        double perSecond = 100;

        var seen = Queues.run(
                List.of(new Station("first", 1), new Station("second", 1)),
                List.of(new Kind("all", perSecond, List.of(new Step(0, first * 10), new Step(1, second * 10)))),
                2_000,
                7L);

        double expected = first * 10 / (1 - first) + second * 10 / (1 - second);
        assertThat(seen.mean(0)).isCloseTo(expected, within(expected * 0.08));
        assertThat(seen.percentile(0, 0.99)).isGreaterThan(seen.percentile(0, 0.5));
    }

    /** That somebody who comes has to wait. */
    private static double erlangC(int servers, double load) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < servers; k++) {
            term *= load / k;
            sum += term;
        }
        double all = term * load / servers / (1 - load / servers);
        return all / (sum + all);
    }
}
