package io.rhomboid.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.message.Channel;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Hands the due deliveries of one channel to the {@link DeliveryDesk}, several at a time. What was just written down it is
 * given; for what else is due it looks in the ledger, when it is woken and at every sweep. While its carrier is closed it
 * hands out nothing. Each channel has a worker of its own: one that is slow holds up no other.
 */
public final class DeliveryWorker {

    private static final System.Logger log = System.getLogger(DeliveryWorker.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    /** What is more than that lies in the ledger and is found there. */
    private static final int MOST_GIVEN = 1_000;

    /** @param trail whose part it is */
    private record Given(Delivery delivery, @Nullable Hold hold, Line line, UnaryOperator<Runnable> trail) {}

    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final Carrier carrier;
    private final Duration sweep;
    private final int parallel;
    private final Trail trail;
    private final Clock clock;
    private final Semaphore slots;
    private final Semaphore bell = new Semaphore(0);
    private final Queue<Given> given = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MOST_GIVEN);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean look = true;
    private volatile boolean stopping;
    private long looked = System.nanoTime();
    private volatile Thread thread = new Thread();

    public DeliveryWorker(
            Deliveries deliveries,
            DeliveryDesk desk,
            Carrier carrier,
            Duration sweep,
            int parallel,
            Trail trail,
            Clock clock) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.carrier = carrier;
        this.sweep = sweep;
        this.parallel = parallel;
        this.trail = trail;
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
        } finally {
            letGo();
        }
    }

    /** What was ours and is not begun, others need not wait for. */
    private void letGo() {
        for (var one = given.poll(); one != null; one = given.poll()) {
            room.release();
            try {
                if (one.hold != null) desk.release(one.delivery, one.hold);
            } catch (RuntimeException e) {
                log.log(WARNING, "Delivery {0} is left to whoever comes after its lease: {1}", one.delivery.id(), e);
            }
        }
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    public Channel channel() {
        return carrier.channel();
    }

    /** As {@link Handing} says. */
    public Optional<Hold> hold() {
        var may = carrier.isRepeatable() && carrier.isOpen() && isRunning() && !stopping && room.tryAcquire();
        return may ? Optional.of(desk.hold()) : Optional.empty();
    }

    /** As {@link Handing} says. */
    public void give(Delivery delivery, @Nullable Hold hold, Line line) {
        if (hold == null && !room.tryAcquire()) return;
        given.add(new Given(delivery, hold, line, trail.here()));
        bell.release();
        // Given while the last of it was let go.
        if (stopping) letGo();
    }

    /** As {@link Handing} says. */
    public void drop() {
        room.release();
    }

    /** What was not due may be due now. */
    public void wake() {
        look = true;
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
                    // Nobody rang: it is time to look.
                    if (!bell.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS)) look = true;
                    bell.drainPermits();
                }
                if (System.nanoTime() - looked > sweep.toNanos()) look = true;
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
        int handed = 0;
        while (carrier.isOpen() && !stopping) {
            var one = given.poll();
            if (one == null) break;
            room.release();
            handed += handOut(one);
        }
        if (!look || !carrier.isOpen()) return handed;
        look = false;
        looked = System.nanoTime();
        var due = deliveries.due(carrier.channel(), clock.instant(), BATCH);
        if (due.size() == BATCH) look = true;
        for (var delivery : due) {
            if (stopping || !carrier.isOpen()) {
                look = true;
                break;
            }
            handed += handOut(new Given(delivery, null, new Line(deliveries), UnaryOperator.identity()));
        }
        return handed;
    }

    private int handOut(Given one) throws InterruptedException {
        if (!inHand.add(one.delivery.id())) return 0;
        slots.acquire();
        Thread.ofVirtual().name("delivery").start(one.trail.apply(() -> attend(one)));
        return 1;
    }

    private void attend(Given one) {
        var delivery = one.delivery;
        try {
            var more = one.hold == null
                    ? desk.attend(delivery, UUID.randomUUID().toString())
                    : desk.attend(delivery, one.hold, one.line);
            if (more) look = true;
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
