package io.rhomboid.booking.session;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.booking.reservation.TimeSlot;

import static org.assertj.core.api.Assertions.assertThat;

class SayingHowMuchItHurtsTest {

    static final TimeSlot AT_TEN = TimeSlot.starting(Instant.parse("2026-03-02T10:00:00Z"), Duration.ofMinutes(60));

    @ParameterizedTest
    @CsvSource({
        "BEFORE, 2026-03-01T10:00:00Z, 2026-03-02T11:00:00Z",
        "AFTER, 2026-03-02T10:00:00Z, 2026-03-09T11:00:00Z"
    })
    void it_can_be_said_as_long_as_one_knows(Moment moment, Instant from, Instant until) {
        assertThat(moment.from(AT_TEN)).isEqualTo(from);
        assertThat(moment.until(AT_TEN)).isEqualTo(until);
    }
}
