package io.rhomboid.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/**
 * Waits for a line of a container's log, but not for that of a container that has ended: Testcontainers'
 * own way does, for a minute.
 */
final class LogLine extends AbstractWaitStrategy {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String part;

    LogLine(String part) {
        this.part = part;
    }

    @Override
    protected void waitUntilReady() {
        var deadline = System.nanoTime() + startupTimeout.toNanos();
        while (!waitStrategyTarget.getLogs().contains(part)) {
            if (!isRunning(waitStrategyTarget)) {
                throw new ContainerLaunchException("it ended by itself: " + lastLine(waitStrategyTarget));
            }
            if (System.nanoTime() > deadline) {
                throw new ContainerLaunchException("it did not say \"" + part + "\" in time");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isRunning(WaitStrategyTarget container) {
        return Boolean.TRUE.equals(
                container.getCurrentContainerInfo().getState().getRunning());
    }

    private static String lastLine(WaitStrategyTarget container) {
        return container.getLogs().lines().reduce("no word", (_, line) -> line);
    }
}
