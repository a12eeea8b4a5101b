package io.rhomboid.booking.invariant;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AHalfSeriesTest {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CONFIRMED; CONFIRMED,CONFIRMED; false",
                "CONFIRMED; COMPLETED,CANCELLED; false",
                "CONFIRMED; CONFIRMED,HELD; true",
                "CONFIRMED; CONFIRMED; true",
                "CONFIRMED; CONFIRMED,EXPIRED; true",
                "CANCELLED; CANCELLED,CANCELLED; false",
                "CANCELLED; CANCELLED,CONFIRMED; true",
                "RELEASED; CANCELLED,CANCELLED; false",
                "RELEASED; CANCELLED,HELD; true",
                "EXPIRED; EXPIRED,CONFIRMED; true",
                "LOST; CANCELLED; false",
                "LOST; HELD; true"
            })
    void is_one_whose_visits_are_not_all_as_it_has_decided(String status, String visits, boolean half) {
        var series = new StoredSeries("id", status, null, 2, List.of(visits.split(",")));
        assertThat(series.half(NOW).isPresent()).isEqualTo(half);
    }

    @Test
    void is_none_as_long_as_somebody_may_still_be_carrying_it_out() {
        var visits = List.of("CONFIRMED", "HELD");
        assertThat(new StoredSeries("id", "CONFIRMED", NOW.minusSeconds(59), 2, visits).half(NOW))
                .isEmpty();
        assertThat(new StoredSeries("id", "CONFIRMED", NOW.minusSeconds(61), 2, visits).half(NOW))
                .isPresent();
        assertThat(new StoredSeries("id", "HOLDING", NOW, 2, List.of("HELD")).half(NOW))
                .isEmpty();
        assertThat(new StoredSeries("id", "HOLDING", NOW.minusSeconds(61), 2, List.of("HELD")).half(NOW))
                .isPresent();
    }

    @Test
    void held_it_has_all_its_visits_until_its_time_is_over() {
        var both = List.of("HELD", "HELD");
        assertThat(new StoredSeries("id", "HELD", NOW.plusSeconds(60), 2, both).half(NOW))
                .isEmpty();
        assertThat(new StoredSeries("id", "HELD", NOW.plusSeconds(60), 2, List.of("HELD")).half(NOW))
                .isPresent();
        assertThat(new StoredSeries("id", "HELD", NOW.minusSeconds(61), 2, both).half(NOW))
                .isPresent();
    }
}
