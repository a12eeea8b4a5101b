package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.platform.outbox.Lease;

/** Frees the slots of lapsed holds every second; one instance at a time, for the sake of the store. */
@Component
class HoldSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HoldSweep.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final BookingDesk desk;
    private final Lease lease;
    private volatile Thread thread = new Thread();

    HoldSweep(BookingDesk desk, MongoDatabase database, Clock clock) {
        this.desk = desk;
        this.lease = new Lease(database.getCollection("leases"), "holds", Duration.ofSeconds(10), clock);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("hold-sweep").start(this::run);
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(EVERY);
                if (lease.hold()) desk.expireLapsed();
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                log.warn("Could not free lapsed holds, trying again: {}", e.toString());
            }
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
