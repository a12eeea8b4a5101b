package io.rhomboid.booking.availability;

import java.time.Instant;

/** The bookings or the blocks in the store, as far as they concern the diary. */
public interface KeptClaims {

    /**
     * Tells the diary of everyone that ends after this moment – its claim, or that it has given it back – each
     * with its version. Told again whenever the diary may have missed something.
     */
    void tell(Diary diary, Instant endingAfter);
}
