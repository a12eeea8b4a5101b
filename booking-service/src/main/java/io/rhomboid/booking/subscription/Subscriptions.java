package io.rhomboid.booking.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.therapist.TherapistId;

/** All subscriptions. */
public interface Subscriptions {

    record Kept(Subscription subscription, Op op) {}

    Optional<Kept> find(SubscriptionId id);

    /** The oldest first. */
    List<Subscription> of(TherapistId therapist);

    /** False if it is there already. */
    boolean add(Subscription subscription, Op op);

    /** Nothing happens if it has ended meanwhile. */
    void save(Subscription subscription);

    void remove(SubscriptionId id);

    /** Those whose time has come to be read again, the longest due first. */
    List<Subscription> due(Instant now, int most);
}
