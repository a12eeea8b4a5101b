package io.rhomboid.notification.address;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Verified;

/** The addresses that were proved, and the claims that are still to be. */
public interface Addresses extends Verified {

    /** Indexes; safe to repeat. */
    void prepare();

    /** False when it is there. */
    boolean add(Claim claim);

    /** How many others of this person, or for this address, are not over. */
    long others(Claim claim, Instant now);

    /** Counts a try; empty once it is used, over, tried too often, or somebody else's. */
    Optional<Claim> tryOnce(UUID id, List<Subject> whose, Instant now);

    /** Nobody can use it again; false if somebody has. */
    boolean use(UUID id);

    /** In place of the one before. */
    void keep(Subject whose, Channel channel, String address, Instant at);

    /** Again changes nothing. */
    void remove(Subject whose, Channel channel);

    void erase(Subject whose);

    /** Claims that were over by then name addresses for nothing. */
    long forgetClaimsBefore(Instant at);
}
