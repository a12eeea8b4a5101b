package io.rhomboid.notification;

import java.time.Duration;
import java.util.List;

import org.springframework.context.SmartLifecycle;

import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.DeliveryWorker;

/** The workers of all channels: start with the application, and stop before the store goes away. */
final class DeliveryWork implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<DeliveryWorker> workers;

    DeliveryWork(List<DeliveryWorker> workers) {
        this.workers = List.copyOf(workers);
    }

    /** It has just been written down, and is due. */
    void take(Delivery delivery) {
        workers.forEach(worker -> worker.take(delivery));
    }

    /** What was not due may be due now. */
    void wake() {
        workers.forEach(DeliveryWorker::wake);
    }

    @Override
    public void start() {
        workers.forEach(DeliveryWorker::start);
    }

    @Override
    public void stop() {
        workers.parallelStream().forEach(worker -> worker.stop(PATIENCE));
    }

    @Override
    public boolean isRunning() {
        return workers.stream().anyMatch(DeliveryWorker::isRunning);
    }
}
