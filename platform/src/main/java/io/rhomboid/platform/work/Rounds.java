package io.rhomboid.platform.work;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done in rounds as long as the service runs. What goes wrong in a round is logged, and the next one comes
 * all the same. With several instances each makes its own rounds; what only one may do asks for a lease first.
 */
public final class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    /** The first round is made before anybody would miss it, and not in the way of the start. */
    private static final Duration LONGEST_BEFORE_THE_FIRST = Duration.ofSeconds(20);

    private final String name;
    private final Duration between;
    private final Round round;
    private volatile Thread thread = new Thread();

    /** One round. */
    @FunctionalInterface
    public interface Round {
        void make() throws InterruptedException;
    }

    /**
     * @param name of the work, for example {@code hold-sweep}; in the log and of the thread
     * @param between from the end of a round to the beginning of the next
     */
    public Rounds(String name, Duration between, Round round) {
        this.name = name;
        this.between = between;
        this.round = round;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    private void run() {
        var pause = between.compareTo(LONGEST_BEFORE_THE_FIRST) < 0 ? between : LONGEST_BEFORE_THE_FIRST;
        while (true) {
            try {
                Thread.sleep(pause);
                round.make();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("A round of {} failed, the next comes in {} s: {}", name, between.toSeconds(), e.toString());
            }
            pause = between;
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
