package io.rhomboid.notification.webhook;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Hands due messages to the {@link WebhookDesk}, several at a time and few for each endpoint: one that is slow or away
 * never holds up the others, and one that comes back is not flooded.
 */
public final class WebhookWorker {

    private static final System.Logger log = System.getLogger(WebhookWorker.class.getName());

    private final WebhookDesk desk;
    private final Messages messages;
    private final Receiver receiver;
    private final int forEach;
    private final Semaphore slots;
    private final Clock clock;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean prepared;

    /**
     * @param parallel messages in hand at once
     * @param forEach of these for one endpoint; no more than the receiver bears
     */
    public WebhookWorker(
            WebhookDesk desk, Messages messages, Receiver receiver, int parallel, int forEach, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.receiver = receiver;
        this.forEach = forEach;
        this.slots = new Semaphore(parallel);
        this.clock = clock;
    }

    /** Hands out what is due and waits for none of it; answers how many. */
    public int handOut() {
        if (!prepared) {
            messages.prepare();
            prepared = true;
        }
        var handed = 0;
        for (var endpoint : messages.waiting(clock.instant())) {
            if (!receiver.mayBeAsked(endpoint)) continue;
            for (var message : messages.due(endpoint, clock.instant(), forEach)) {
                if (!inHand.add(message.id())) continue;
                if (!slots.tryAcquire()) {
                    inHand.remove(message.id());
                    return handed;
                }
                Thread.ofVirtual().name("webhook").start(() -> attend(message));
                handed++;
            }
        }
        return handed;
    }

    private void attend(Message message) {
        try {
            desk.attend(message, UUID.randomUUID().toString());
        } catch (RuntimeException e) {
            log.log(WARNING, "Message {0} is left to whoever comes after its lease: {1}", message.id(), e);
        } finally {
            inHand.remove(message.id());
            slots.release();
        }
    }
}
