package io.rhomboid.booking.intake;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;

/**
 * That a code went to a client by mail, which lets them at their intake once; not the code itself.
 *
 * @param bookingId the visit for which it is wanted
 */
public record Code(IntakeCodeId id, ClientId client, BookingId bookingId, Instant expiresAt) {

    static final Duration LASTS = Duration.ofMinutes(30);

    /** Of a hundred million. */
    public static final int TRIES = 5;

    /** At a time, for one visit: nobody fills anybody's mailbox. */
    static final int MOST = 4;

    /** All that were sent. */
    public interface Codes {

        /** Keeps it, and has it told by the same write; false if it is there. */
        boolean add(Code code, IntakeCodeAsked event);

        /** How many others for this visit are not over. */
        long others(IntakeCodeId apartFrom, BookingId booking, Instant now);

        /** Counts a try; null once it is used, over, or tried too often. */
        @Nullable
        Code tryOnce(IntakeCodeId id, Instant now);

        /** Nobody can use it again; false if somebody has. */
        boolean use(IntakeCodeId id);
    }
}
