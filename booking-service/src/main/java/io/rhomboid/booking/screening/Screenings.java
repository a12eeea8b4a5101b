package io.rhomboid.booking.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.ClientId;

/**
 * What those who come to a visit have answered.
 *
 * @param client null if they were not asked yet
 * @param companion null if they were not asked yet, or nobody comes along
 */
public record Screenings(@Nullable Passed client, @Nullable Passed companion) {

    /** Nobody was asked yet. */
    public static final Screenings NONE = new Screenings(null, null);

    /** What the booking keeps; empty if all that was known of one of them was erased. */
    public Optional<List<Screened>> by(ClientId clientId, @Nullable ClientId companionId) {
        var all = new ArrayList<Screened>();
        if (client != null) client.by(clientId).ifPresent(all::add);
        if (companion != null && companionId != null) companion.by(companionId).ifPresent(all::add);
        int asked = (client == null ? 0 : 1) + (companion == null || companionId == null ? 0 : 1);
        return all.size() == asked ? Optional.of(all) : Optional.empty();
    }
}
