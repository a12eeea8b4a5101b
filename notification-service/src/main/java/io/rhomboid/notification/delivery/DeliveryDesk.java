package io.rhomboid.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

import io.rhomboid.notification.delivery.Delivery.State;
import io.rhomboid.notification.delivery.Verdict.Failed;
import io.rhomboid.notification.delivery.Verdict.PutOff;
import io.rhomboid.notification.delivery.Verdict.Sent;
import io.rhomboid.notification.delivery.Verdict.Skipped;
import io.rhomboid.notification.delivery.Verdict.TryAgain;
import io.rhomboid.notification.delivery.Verdict.Wait;
import io.rhomboid.notification.message.Channel;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

/**
 * Takes one delivery in hand and brings it as far as it goes.
 *
 * <ol>
 *   <li>An earlier one to the same recipient along its line, on the same channel, is still open: stands behind it.
 *   <li>Takes the lease by compare-and-set; somebody else was faster: leaves it to them.
 *   <li>Not worth telling any more: skips it. Something is not known yet: lets it wait. Its reader sleeps, and it can
 *       wait: puts it off.
 *   <li>Puts it into words and hands it to the channel's carrier.
 *   <li>Settles what came of it, and calls the next of the line.
 * </ol>
 *
 * <p>Killed between 4 and 5, whoever comes after the lease sends a mail again, with the same Message-ID: a mail can come
 * twice in that one case, and is never lost. What would do harm twice, as a text message, is given up instead.
 */
public final class DeliveryDesk {

    private static final System.Logger log = System.getLogger(DeliveryDesk.class.getName());
    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);

    private final Deliveries deliveries;
    private final Scribe scribe;
    private final Map<Channel, Carrier> carriers;
    private final Patience patience;
    private final Duration lease;
    private final DeliveryWatch watch;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliveryDesk(
            Deliveries deliveries,
            Scribe scribe,
            List<Carrier> carriers,
            Patience patience,
            Duration lease,
            DeliveryWatch watch,
            Clock clock,
            RandomGenerator random) {
        this.deliveries = deliveries;
        this.scribe = scribe;
        this.carriers = carriers.stream().collect(toUnmodifiableMap(Carrier::channel, identity()));
        this.patience = patience;
        this.lease = lease;
        this.watch = watch;
        this.clock = clock;
        this.random = random;
    }

    /**
     * True when others may be due now that were not.
     *
     * @param owner another one for every call, so that who lost the lease can't settle for who has it now
     */
    public boolean attend(Delivery delivery, String owner) throws InterruptedException {
        var now = clock.instant();
        return deliveries.take(delivery, owner, now, now.plus(lease)) && attend(delivery, owner, new Line(deliveries));
    }

    /** Of one that is held from the start. */
    Hold hold() {
        return new Hold(UUID.randomUUID().toString(), clock.instant().plus(lease));
    }

    /**
     * As the other, of one that was written down as ours. What waited for its turn too long is left to whoever comes after
     * the hold.
     */
    boolean attend(Delivery delivery, Hold hold, Line line) throws InterruptedException {
        var late = hold.until().minus(lease.dividedBy(2));
        return clock.instant().isBefore(late) && attend(delivery, hold.owner(), line);
    }

    /** Lets go of what is held and was not begun. */
    void release(Delivery delivery, Hold hold) {
        deliveries.settle(delivery, hold.owner(), new PutOff(clock.instant()));
    }

    private boolean attend(Delivery delivery, String owner, Line line) throws InterruptedException {
        var now = clock.instant();
        var siblings = siblings(delivery, line);
        var verdict = judge(delivery, siblings, now);
        if (verdict instanceof PutOff && siblings.stream().anyMatch(one -> delivery.isAfter(one) && one.isOpen())) {
            // Whoever stood before us may be done by now, and would not know to call us.
            siblings = siblings(delivery, new Line(deliveries));
            verdict = judge(delivery, siblings, now);
        }
        settle(delivery, owner, verdict);
        return switch (verdict) {
            case Sent _, Failed _, Skipped _ -> {
                // Who comes to stand behind us only now waits for a moment, and not for a turn.
                var others = siblings.stream().anyMatch(one -> one.isAfter(delivery) && one.isOpen());
                if (others) deliveries.nextInLine(delivery.occasion().line(), clock.instant());
                yield others;
            }
            // Somebody may have filled the gap between our look and our note that we wait for it.
            case Wait wait -> {
                var missing = scribe.missing(delivery);
                for (var subject : wait.missing()) {
                    if (!missing.contains(subject)) deliveries.arrived(subject, clock.instant());
                }
                yield !missing.containsAll(wait.missing());
            }
            case TryAgain _, PutOff _ -> false;
        };
    }

    /** What else this recipient is told along the same line on the same channel. */
    private static List<Delivery> siblings(Delivery delivery, Line line) {
        return line.of(delivery).stream()
                .filter(one -> one.recipient().equals(delivery.recipient()) && one.channel() == delivery.channel())
                .toList();
    }

    private Verdict judge(Delivery delivery, List<Delivery> siblings, Instant now) {
        var tooLate = delivery.occasion().tooLate(now);
        if (tooLate.isPresent()) return new Skipped(tooLate.get());
        var needless = scribe.needless(delivery);
        if (needless.isPresent()) return new Skipped(needless.get());
        for (var sibling : siblings) {
            if (delivery.isAfter(sibling) && sibling.isOpen()) {
                var turn = sibling.nextAttemptAt().isAfter(now) ? sibling.nextAttemptAt() : now;
                return new PutOff(turn.plus(BEHIND));
            }
            if (sibling.isAfter(delivery) && isSuperseded(delivery, sibling, now)) {
                return new Skipped("there is newer news of this booking");
            }
        }
        var missing = scribe.missing(delivery);
        if (!missing.isEmpty()) return new Wait(missing, now.plus(patience.recheck()));
        var awake = scribe.notBefore(delivery, now);
        if (awake.isAfter(now)) return new PutOff(awake);
        var carrier = carriers.get(delivery.channel());
        if (carrier == null)
            return new Skipped("nothing is sent by " + delivery.channel().key() + " here");
        if (delivery.abandoned() && !carrier.isRepeatable()) return new Failed("nobody knows whether it was sent");
        try {
            return switch (carrier.carry(delivery, scribe.contact(delivery), scribe.say(delivery, siblings, now))) {
                case Receipt.Accepted(var to, var providerId) -> new Sent(clock.instant(), to, providerId);
                case Receipt.Refused(var reason) -> new Failed(reason);
                case Receipt.Deferred(var reason) -> later(delivery, clock.instant(), reason);
                case Receipt.Closed(var forAbout) -> new PutOff(clock.instant().plus(forAbout));
                case Receipt.Unreachable(var reason) -> new Skipped(reason);
            };
        } catch (RuntimeException e) {
            // A fault of ours that the next release may not have: the news is kept until it is too old.
            log.log(ERROR, "Could not put together the message of delivery " + delivery.id(), e);
            return later(delivery, clock.instant(), "could not be put together");
        }
    }

    /** Never say the older after the newer; and after a long outage, say only the newest. */
    private boolean isSuperseded(Delivery delivery, Delivery newer, Instant now) {
        return newer.state() == State.SENT
                || !now.isBefore(delivery.recordedAt().plus(patience.superseded()));
    }

    private Verdict later(Delivery delivery, Instant now, String reason) {
        var failed = delivery.attempts() + 1;
        return patience.isExhausted(failed, delivery.recordedAt(), now)
                ? new Failed("given up: " + reason)
                : new TryAgain(now.plus(patience.pause(failed, random)), reason);
    }

    /** What was sent must be written down, or it is sent again: holds on until the lease is over. */
    private void settle(Delivery delivery, String owner, Verdict verdict) throws InterruptedException {
        var until = clock.instant().plus(lease);
        while (true) {
            try {
                if (deliveries.settle(delivery, owner, verdict)) watch.settled(delivery, verdict);
                return;
            } catch (RuntimeException e) {
                if (!(verdict instanceof Sent) || clock.instant().isAfter(until)) throw e;
                log.log(WARNING, "Delivery {0} is sent but not written down, trying again: {1}", delivery.id(), e);
                Thread.sleep(BETWEEN_WRITES);
            }
        }
    }
}
