package io.rhomboid.booking.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RhythmTest {

    /** What follows each rhythm after a session with this much pain, from 0 to 10. */
    @ParameterizedTest
    @CsvSource({
        "TWICE_A_WEEK,      W W W W W W W T T T T",
        "WEEKLY,            2 2 2 2 W W W T T T T",
        "EVERY_TWO_WEEKS,   3 3 2 2 W W W T T T T",
        "EVERY_THREE_WEEKS, M 3 2 2 W W W T T T T",
        "MONTHLY,           M 3 2 2 W W W T T T T"
    })
    void more_pain_is_answered_at_once_and_less_step_by_step(Rhythm rhythm, String next) {
        var expected = next.split(" ");
        for (int pain = 0; pain <= 10; pain++) {
            assertThat(letter(rhythm.after(pain))).as("pain %d", pain).isEqualTo(expected[pain]);
        }
    }

    private static String letter(Rhythm rhythm) {
        return switch (rhythm) {
            case TWICE_A_WEEK -> "T";
            case WEEKLY -> "W";
            case EVERY_TWO_WEEKS -> "2";
            case EVERY_THREE_WEEKS -> "3";
            case MONTHLY -> "M";
        };
    }

    @Test
    void severe_pain_begins_twice_a_week_and_no_pain_once_a_month() {
        assertThat(Rhythm.fitting(10)).isEqualTo(Rhythm.TWICE_A_WEEK);
        assertThat(Rhythm.fitting(7)).isEqualTo(Rhythm.TWICE_A_WEEK);
        assertThat(Rhythm.fitting(6)).isEqualTo(Rhythm.WEEKLY);
        assertThat(Rhythm.fitting(3)).isEqualTo(Rhythm.EVERY_TWO_WEEKS);
        assertThat(Rhythm.fitting(0)).isEqualTo(Rhythm.MONTHLY);
        assertThatThrownBy(() -> Rhythm.fitting(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_longer_the_pause_the_further_down_and_never_more_than_a_month() {
        for (int i = 1; i < Rhythm.values().length; i++) {
            assertThat(Rhythm.values()[i].leastDays()).isGreaterThanOrEqualTo(Rhythm.values()[i - 1].mostDays());
        }
        assertThat(Rhythm.MONTHLY.mostDays()).isEqualTo(31);
    }
}
