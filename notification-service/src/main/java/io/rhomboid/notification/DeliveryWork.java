package io.rhomboid.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.DeliveryWorker;
import io.rhomboid.notification.delivery.Handing;
import io.rhomboid.notification.delivery.Hold;
import io.rhomboid.notification.delivery.Line;
import io.rhomboid.notification.message.Channel;

/** The workers of all channels: start with the application, and stop before the store goes away. */
final class DeliveryWork implements SmartLifecycle, Handing {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<DeliveryWorker> workers;

    DeliveryWork(List<DeliveryWorker> workers) {
        this.workers = List.copyOf(workers);
    }

    @Override
    public Optional<Hold> hold(Channel channel) {
        return of(channel).flatMap(DeliveryWorker::hold);
    }

    @Override
    public void give(Delivery delivery, @Nullable Hold hold, Line line) {
        of(delivery.channel()).ifPresent(worker -> worker.give(delivery, hold, line));
    }

    @Override
    public void drop(Channel channel) {
        of(channel).ifPresent(DeliveryWorker::drop);
    }

    private Optional<DeliveryWorker> of(Channel channel) {
        return workers.stream().filter(worker -> worker.channel() == channel).findFirst();
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
