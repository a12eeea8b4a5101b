package io.rhomboid.therapist.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

/**
 * Keeps the index like the store: all of it at the start, what has changed from then on.
 *
 * <ol>
 *   <li>A sweep asks the store for the version of every record, and for those that are newer than what the index has;
 *       and for everybody's rating.
 *   <li>There is one right after each write of this instance, and one a second for what others wrote. So a change is
 *       found a moment after it was made here, and within about a second elsewhere, whether or not Kafka is there.
 *   <li>While the store is away searches go on with what is known; the first sweep after that makes up for it.
 * </ol>
 *
 * <p>The service is not ready before the first sweep.
 */
final class Following implements ApplicationRunner, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** More than this and it is quicker to read all. */
    private static final int MANY = 100;

    private final TherapistIndex index;
    private final KeptRatings ratings;
    private final Duration every;
    private final List<Source<?, ?>> sources;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch filled = new CountDownLatch(1);
    private volatile boolean closed;
    private final Thread sweeping =
            Thread.ofPlatform().name("search-following").daemon().unstarted(this::follow);

    Following(
            TherapistIndex index,
            Records<ClinicId, Clinic> clinics,
            Records<TreatmentCode, Treatment> treatments,
            Records<TherapistId, Therapist> therapists,
            KeptRatings ratings,
            Duration every) {
        this.index = index;
        this.ratings = ratings;
        this.every = every;
        // What therapists name comes before them, so that nobody is indexed twice at the start.
        this.sources = List.of(
                new Source<>(clinics, index::keep, index::forget),
                new Source<>(treatments, index::keep, index::forget),
                new Source<>(therapists, index::keep, index::forget));
        clinics.whenWritten(wake::release);
        treatments.whenWritten(wake::release);
        therapists.whenWritten(wake::release);
    }

    /** Begins to follow and returns when the index is filled. */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        sweeping.start();
        filled.await();
    }

    boolean isFilled() {
        return filled.getCount() == 0;
    }

    private void follow() {
        try {
            while (!closed) {
                var pause = sweptAll() ? every : PAUSE;
                // However many have written meanwhile, one sweep sees all of it.
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private boolean sweptAll() {
        try {
            for (var source : sources) source.sweep();
            ratings.tell(index);
            index.refresh();
            filled.countDown();
            return true;
        } catch (RuntimeException e) {
            if (closed) return false;
            log.warn("The search could not look into the store, trying again: {}", e.toString());
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        sweeping.interrupt();
        sweeping.join();
    }

    /** One kind of record, and which versions of it the index has. */
    private record Source<I, S>(Records<I, S> records, BiConsumer<I, S> keep, Consumer<I> forget, Map<I, Long> known) {

        Source(Records<I, S> records, BiConsumer<I, S> keep, Consumer<I> forget) {
            this(records, keep, forget, new HashMap<>());
        }

        void sweep() {
            var versions = records.versions();
            known.keySet().removeIf(id -> {
                if (versions.containsKey(id)) return false;
                forget.accept(id);
                return true;
            });
            var news = versions.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(known.get(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            if (news.size() > MANY) records.all().forEach(this::keep);
            else news.forEach(id -> records.find(id).ifPresent(this::keep));
        }

        private void keep(Kept<I, S> kept) {
            var before = known.put(kept.id(), kept.version());
            if (before == null || before != kept.version()) keep.accept(kept.id(), kept.state());
        }
    }
}
