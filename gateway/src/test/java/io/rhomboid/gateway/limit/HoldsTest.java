package io.rhomboid.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoldsTest {

    static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    AtomicLong nanos = new AtomicLong();
    Holds holds = new Holds(2, TEN_MINUTES, 100, nanos::get);

    void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    boolean hold(String visitor, String booking) {
        if (!holds.take(visitor, "request")) return false;
        holds.becomes(visitor, "request", booking);
        return true;
    }

    @Test
    void are_so_many_for_one_visitor_and_no_more() {
        assertThat(hold("a", "1")).isTrue();
        assertThat(hold("a", "2")).isTrue();
        assertThat(hold("a", "3")).isFalse();
        assertThat(hold("b", "4")).isTrue();
    }

    @Test
    void that_are_asked_for_all_at_once_are_no_more_than_in_turn() {
        var granted = IntStream.range(0, 200)
                .parallel()
                .filter(i -> holds.take("a", "request " + i))
                .count();

        assertThat(granted).isEqualTo(2);
    }

    @Test
    void that_end_make_room() {
        hold("a", "1");
        hold("a", "2");
        holds.giveBack("a", "1");

        assertThat(hold("a", "3")).isTrue();
        assertThat(hold("a", "4")).isFalse();
    }

    @Test
    void that_nobody_ends_end_by_themselves() {
        hold("a", "1");
        pass(Duration.ofMinutes(5));
        hold("a", "2");
        pass(Duration.ofMinutes(5));

        assertThat(hold("a", "3")).isTrue();
        assertThat(hold("a", "4")).isFalse();
    }

    @Test
    void that_are_renewed_last_once_more() {
        hold("a", "1");
        hold("a", "2");
        pass(Duration.ofMinutes(9));
        holds.renew("a", "1");
        pass(Duration.ofMinutes(1));

        assertThat(hold("a", "3")).isTrue();
        assertThat(hold("a", "4")).isFalse();
    }

    @Test
    void that_are_answered_twice_are_one() {
        hold("a", "1");
        hold("a", "1");

        assertThat(hold("a", "2")).isTrue();
    }

    @Test
    void are_not_ended_by_somebody_else() {
        hold("a", "1");
        hold("a", "2");
        holds.giveBack("b", "1");

        assertThat(hold("a", "3")).isFalse();
    }
}
