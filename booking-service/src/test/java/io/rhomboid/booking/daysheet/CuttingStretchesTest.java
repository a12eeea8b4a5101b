package io.rhomboid.booking.daysheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Random stretches, against sets of minutes. */
class CuttingStretchesTest {

    static final int END = 200;

    @RepeatedTest(20)
    void what_is_joined_shared_and_left_is_what_sets_of_minutes_say() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var some = random(random);
            var others = random(random);

            var both = minutes(some);
            both.and(minutes(others));
            var left = minutes(some);
            left.andNot(minutes(others));
            assertThat(Stretch.joined(some)).as("seed %d", seed).isEqualTo(stretches(minutes(some)));
            assertThat(Stretch.inBoth(some, others)).as("seed %d", seed).isEqualTo(stretches(both));
            assertThat(Stretch.without(some, others)).as("seed %d", seed).isEqualTo(stretches(left));
        }
    }

    static List<Stretch> random(Random random) {
        var some = new ArrayList<Stretch>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int from = random.nextInt(END - 1);
            some.add(stretch(from, from + 1 + random.nextInt(END - from - 1)));
        }
        return some;
    }

    static Stretch stretch(int from, int to) {
        return new Stretch(Instant.ofEpochSecond(from * 60L), Instant.ofEpochSecond(to * 60L));
    }

    static BitSet minutes(List<Stretch> some) {
        var set = new BitSet();
        for (var one : some)
            set.set((int) (one.from().getEpochSecond() / 60), (int) (one.to().getEpochSecond() / 60));
        return set;
    }

    static List<Stretch> stretches(BitSet set) {
        var some = new ArrayList<Stretch>();
        for (int from = set.nextSetBit(0); from >= 0; from = set.nextSetBit(set.nextClearBit(from))) {
            some.add(stretch(from, set.nextClearBit(from)));
        }
        return some;
    }
}
