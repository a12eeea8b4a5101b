package io.rhomboid.notification.delivery.metrics;

import java.util.function.UnaryOperator;

import io.micrometer.context.ContextSnapshotFactory;

import io.rhomboid.notification.delivery.Trail;

/** By Micrometer: the observation of this thread, and with it the trace, goes along. */
public final class ObservedTrail implements Trail {

    private final ContextSnapshotFactory snapshots =
            ContextSnapshotFactory.builder().build();

    @Override
    public UnaryOperator<Runnable> here() {
        return snapshots.captureAll()::wrap;
    }
}
