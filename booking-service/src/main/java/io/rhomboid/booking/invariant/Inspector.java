package io.rhomboid.booking.invariant;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** Looks through all that is stored, at most once at a time, and keeps what the last look has found. */
public final class Inspector {

    private static final int MOST_TOLD = 100;

    /** @param took from its begin to its end */
    public record Finished(Report report, Duration took) {}

    private final Archive archive;
    private final BooleanSupplier indexed;
    private final Duration patience;
    private final Clock clock;

    private @Nullable CompletableFuture<Finished> running;
    private volatile @Nullable Finished last;

    /**
     * @param indexed whether the store refuses a claim that somebody has
     * @param patience how long an event may wait to be told
     */
    public Inspector(Archive archive, BooleanSupplier indexed, Duration patience, Clock clock) {
        this.archive = archive;
        this.indexed = indexed;
        this.patience = patience;
        this.clock = clock;
    }

    /** What the last look has found; empty before the first has ended. */
    public Optional<Finished> last() {
        return Optional.ofNullable(last);
    }

    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Begins a look unless one is under way, and waits so long for it to end; a fault of the store's is thrown. */
    public void look(Duration wait) throws InterruptedException {
        try {
            begin().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // It goes on without us.
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Finished> begin() {
        if (running != null) return running;
        var begun = new CompletableFuture<Finished>();
        running = begun;
        Thread.ofVirtual().name("invariants").start(() -> run(begun));
        return begun;
    }

    private void run(CompletableFuture<Finished> begun) {
        try {
            var at = clock.instant();
            var report = new Inspection(archive, patience, MOST_TOLD, at).run(indexed.getAsBoolean());
            var finished = new Finished(report, Duration.between(at, clock.instant()));
            last = finished;
            ended();
            begun.complete(finished);
        } catch (RuntimeException e) {
            ended();
            begun.completeExceptionally(e);
        }
    }

    private synchronized void ended() {
        running = null;
    }
}
