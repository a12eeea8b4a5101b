package io.rhomboid.booking.subscription.mongo;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.subscription.SubscriptionDesk;
import io.rhomboid.platform.outbox.Lease;

/** Has calendars read again when it is time; one instance at a time, so that their servers are not asked twice. */
@Component
class SubscriptionWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_ONCE = 10;

    private final SubscriptionDesk desk;
    private final Lease lease;
    private volatile Thread thread = new Thread();

    SubscriptionWatch(SubscriptionDesk desk, MongoDatabase database, Clock clock) {
        this.desk = desk;
        this.lease = new Lease(database.getCollection("leases"), "subscriptions", Duration.ofMinutes(5), clock);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("subscription-watch").start(this::run);
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(EVERY);
                while (lease.hold() && desk.lookAgain(AT_ONCE) == AT_ONCE) {
                    if (Thread.interrupted()) return;
                }
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                log.warn("Could not look at subscribed calendars, trying again: {}", e.toString());
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
