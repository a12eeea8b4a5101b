package io.rhomboid.notification.inbox;

import java.util.Set;

import io.rhomboid.notification.recipient.Subject;

/**
 * Somebody who reads an inbox.
 *
 * @param person as the sign-in names them
 * @param as whose messages are theirs: as a client, as therapists, and of the clinics to whose desk they belong
 */
public record Reader(String person, Set<Subject> as) {

    public Reader {
        as = Set.copyOf(as);
    }
}
