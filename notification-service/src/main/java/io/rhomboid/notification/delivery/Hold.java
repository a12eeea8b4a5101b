package io.rhomboid.notification.delivery;

import java.time.Instant;

/**
 * Whose a delivery is from the moment it is written down, so that it need not be taken first.
 *
 * @param until as of any lease: who died with it in hand keeps it for so long
 */
public record Hold(String owner, Instant until) {}
