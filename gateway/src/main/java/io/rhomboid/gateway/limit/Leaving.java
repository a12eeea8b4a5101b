package io.rhomboid.gateway.limit;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes without losing a request, as the services do. From the signal to stop on, for {@code LEAVING}, everything is still
 * answered, and each answer ends its connection ({@link KeptAlive}); readiness says no from the same moment. Whoever spreads
 * visitors over several gateways has let go of this one by the time its port closes.
 */
@Component
class Leaving implements SmartLifecycle {

    private final Duration length;
    private volatile boolean running;
    private volatile boolean begun;

    Leaving(@Value("${rhomboid.gateway.leaving}") Duration length) {
        this.length = length;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        begun = true;
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before all else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
