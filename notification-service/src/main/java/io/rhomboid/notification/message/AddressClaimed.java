package io.rhomboid.notification.message;

import java.time.Instant;
import java.util.UUID;

import io.rhomboid.contracts.Event;

/**
 * Somebody says that an address is theirs: a fact of our own, told to nobody else. The code is reckoned, and not in it.
 *
 * @param channel on which the address is reached, and nowhere else
 * @param language BCP 47
 */
public record AddressClaimed(
        UUID claimId,
        Channel channel,
        String address,
        String language,
        Instant expiresAt,
        long version,
        Instant occurredAt)
        implements Event {

    @Override
    public String key() {
        return claimId.toString();
    }
}
