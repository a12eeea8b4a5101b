package io.rhomboid.booking.screening;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.rhomboid.contracts.client.ClientId;

/** What those answer whom nothing speaks against. */
public final class Answered {

    private static final Passed CLEAR = client -> Optional.of(by(client));

    /** All who come. */
    public static final Screenings BY_ALL = new Screenings(CLEAR, CLEAR);

    private Answered() {}

    /** So lately that it counts whatever the test's clock says. */
    public static Screened by(ClientId client) {
        return Screened.clear(client, Instant.parse("2099-01-01T00:00:00Z"), Map.of());
    }
}
