package io.rhomboid.notification.address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.recipient.Subject;

/**
 * Somebody says that an address is theirs. Born with the code on its way to the address; ends proved by that code, or over.
 *
 * @param whose they are a client, one of the staff, or both
 * @param channel {@code MAIL} or {@code SMS}
 * @param address a mail address, or a phone number with its country's code
 */
public record Claim(UUID id, List<Subject> whose, Channel channel, String address, Instant expiresAt) {

    static final Duration LASTS = Duration.ofMinutes(30);

    /** Of a hundred million codes. */
    public static final int TRIES = 5;

    /** At a time, of one person and for one address: nobody fills anybody's mailbox. */
    static final int MOST = 4;

    public Claim {
        whose = List.copyOf(whose);
    }
}
