package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.DiaryFilling;
import io.rhomboid.booking.availability.KeptCatalogue;
import io.rhomboid.booking.availability.KeptClaims;

/**
 * Fills availability's memory from the store when the service starts, before anybody is served and without asking
 * Kafka. A start does not wait long for a store that is away; it goes on trying in the background.
 */
final class MemoryFilling implements SmartLifecycle, DiaryFilling {

    private static final Logger log = LoggerFactory.getLogger(MemoryFilling.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FORGETTING = Duration.ofHours(1);

    /** A session that is over may still be told of; only after this long it is nobody's business any more. */
    private static final Duration PAST = Duration.ofDays(1);

    private final Availability availability;
    private final KeptCatalogue catalogue;
    private final List<KeptClaims> claims;
    private final Clock clock;

    /** Two at once would each take twice as long, and who starts waits for the first. */
    private final Lock filling = new ReentrantLock();

    private final AtomicBoolean asked = new AtomicBoolean();

    private volatile boolean running;
    private volatile Thread housekeeping = new Thread();

    MemoryFilling(Availability availability, KeptCatalogue catalogue, List<KeptClaims> claims, Clock clock) {
        this.availability = availability;
        this.catalogue = catalogue;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        var filled = new CountDownLatch(2);
        Thread.ofVirtual().name("catalogue").start(() -> {
            untilItWorks(() -> catalogue.tell(availability));
            filled.countDown();
        });
        Thread.ofVirtual().name("filling").start(() -> {
            oneAtATime(() -> untilItWorks(this::tellClaims));
            filled.countDown();
        });
        housekeeping = Thread.ofVirtual().name("forgetting").start(this::forgetThePast);
        try {
            filled.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void fill() {
        asked.set(true);
        Thread.ofVirtual()
                .name("filling")
                .start(() -> oneAtATime(() -> {
                    // Who asked meanwhile is told the same, for it is begun after they asked.
                    if (asked.getAndSet(false)) untilItWorks(this::tellClaims);
                }));
    }

    private void oneAtATime(Runnable work) {
        filling.lock();
        try {
            work.run();
        } finally {
            filling.unlock();
        }
    }

    private void tellClaims() {
        for (var kept : claims) kept.tell(availability.diary(), clock.instant());
        availability.diaryIsComplete();
    }

    private void untilItWorks(Runnable telling) {
        while (running) {
            try {
                telling.run();
                return;
            } catch (RuntimeException e) {
                log.warn("Could not fill the memory from the store, trying again: {}", e.toString());
            }
            if (!pause(PAUSE)) return;
        }
    }

    private void forgetThePast() {
        while (running && pause(FORGETTING))
            availability.diary().forgetBefore(clock.instant().minus(PAST));
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        housekeeping.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the consumers, which come last of all. */
    @Override
    public int getPhase() {
        return 0;
    }
}
