package io.rhomboid.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Hands the due deliveries of one channel to the {@link DeliveryDesk}, several at a time; woken when there is something new, and by itself
 * at every sweep. While its carrier is closed
 * it hands out nothing. Each channel has a worker of its own: one that is slow holds up no other.
 */
public final class DeliveryWorker {

    private static final System.Logger log = System.getLogger(DeliveryWorker.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final Carrier carrier;
    private final Duration sweep;
    private final int parallel;
    private final Clock clock;
    private final Semaphore slots;
    private final Semaphore bell = new Semaphore(0);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Thread thread = new Thread();

    public DeliveryWorker(
            Deliveries deliveries, DeliveryDesk desk, Carrier carrier, Duration sweep, int parallel, Clock clock) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.carrier = carrier;
        this.sweep = sweep;
        this.parallel = parallel;
        this.clock = clock;
        this.slots = new Semaphore(parallel);
    }

    public void start() {
        stopping = false;
        thread =
                Thread.ofVirtual().name("deliveries-" + carrier.channel().key()).start(this::run);
    }

    /** Lets what is in hand come to its end, for a while; what does not is taken up by others after its lease. */
    public void stop(Duration patience) {
        stopping = true;
        bell.release();
        try {
            if (thread.join(patience) && !slots.tryAcquire(parallel, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.log(WARNING, "Stopped with {0} deliveries in hand", inHand.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** There is something new. */
    public void wake() {
        bell.release();
    }

    private void run() {
        var pause = Duration.ZERO;
        var prepared = false;
        while (!stopping) {
            try {
                Thread.sleep(pause);
                if (!prepared) {
                    deliveries.prepare();
                    prepared = true;
                }
                if (handOut() == 0) {
                    bell.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                }
                pause = Duration.ZERO;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pause = longer(pause);
                log.log(WARNING, "Could not look for due deliveries, trying again in {0} ms: {1}", pause.toMillis(), e);
            }
        }
    }

    private int handOut() throws InterruptedException {
        if (!carrier.isOpen()) return 0;
        int handed = 0;
        for (var delivery : deliveries.due(carrier.channel(), clock.instant(), BATCH)) {
            if (stopping || !carrier.isOpen()) break;
            if (!inHand.add(delivery.id())) continue;
            slots.acquire();
            Thread.ofVirtual().name("delivery").start(() -> attend(delivery));
            handed++;
        }
        return handed;
    }

    private void attend(Delivery delivery) {
        try {
            desk.attend(delivery, UUID.randomUUID().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.log(WARNING, "Delivery {0} is left to whoever comes after its lease: {1}", delivery.id(), e);
        } finally {
            inHand.remove(delivery.id());
            slots.release();
            bell.release();
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2).plusMillis(100);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
