package io.rhomboid.therapist.store;

import java.util.Map;

/**
 * A record as it stood when it was read.
 *
 * @param version 1 when it was created, one more with every change
 * @param additions what was lately added to it under an idempotency key: key and the hash of the request
 */
public record Kept<I, S>(I id, long version, S state, Map<String, String> additions) {

    public Kept {
        additions = Map.copyOf(additions);
    }
}
