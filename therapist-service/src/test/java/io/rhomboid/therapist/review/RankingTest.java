package io.rhomboid.therapist.review;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RankingTest {

    static final Tally ONE_OF_FIVE = stars(0, 0, 0, 0, 1);
    static final Tally TWO_HUNDRED_OF_4_9 = stars(0, 0, 0, 20, 180);

    @Test
    void one_review_of_five_stars_does_not_beat_two_hundred_of_4_9() {
        var ranking = Ranking.among(List.of(ONE_OF_FIVE, TWO_HUNDRED_OF_4_9, stars(10, 20, 30, 60, 40)));

        assertThat(ranking.of(ONE_OF_FIVE)).isLessThan(ranking.of(TWO_HUNDRED_OF_4_9));
    }

    @Test
    void but_lifts_its_therapist_above_the_mean() {
        var ranking = new Ranking(4.0);

        assertThat(ranking.of(ONE_OF_FIVE)).isEqualTo((10 * 4.0 + 5) / 11, within(1e-9));
        assertThat(ranking.of(ONE_OF_FIVE)).isGreaterThan(ranking.of(Tally.NONE));
        assertThat(ranking.of(stars(1, 0, 0, 0, 0))).isLessThan(ranking.of(Tally.NONE));
    }

    @Test
    void many_reviews_speak_for_themselves() {
        assertThat(new Ranking(3.0).of(TWO_HUNDRED_OF_4_9)).isEqualTo(4.9, within(0.1));
    }

    @Test
    void the_mean_of_all_counts_each_review_once() {
        assertThat(Ranking.among(List.of(ONE_OF_FIVE, stars(3, 0, 0, 0, 0))).overall())
                .isEqualTo(2.0);
    }

    @Test
    void is_from_one_to_five_also_without_any_review() {
        assertThat(Ranking.among(List.of()).of(Tally.NONE)).isBetween(1.0, 5.0);
    }

    private static Tally stars(int one, int two, int three, int four, int five) {
        return new Tally(List.of(one, two, three, four, five), 0, 0, 0, 0);
    }
}
