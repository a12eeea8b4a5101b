package io.rhomboid.booking.reservation.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Many who do something at the same moment. */
final class Rivals {

    interface Attempt<A> {
        A by(int n) throws Exception;
    }

    private Rivals() {}

    /** The answer to each of them, in the order of their numbers. */
    static <A> List<A> atOnce(int rivals, Attempt<A> attempt) throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            var futures = IntStream.range(0, rivals)
                    .mapToObj(n -> many.submit(() -> {
                        gate.await();
                        return attempt.by(n);
                    }))
                    .toList();
            gate.countDown();
            var answers = new ArrayList<A>();
            for (var future : futures) answers.add(future.get());
            return answers;
        }
    }
}
