package io.rhomboid.booking.intake.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.intake.Intake;
import io.rhomboid.booking.intake.IntakeAnswer;
import io.rhomboid.booking.intake.Said;
import io.rhomboid.contracts.client.ClientId;

/**
 * An intake as its client, or who treats them, sees it. Times are UTC.
 *
 * @param version for {@code If-Match}; 0 while there is nothing
 * @param draft what is not handed in yet; only to the client
 * @param said what was handed in
 * @param validUntil after that it must be handed in again
 * @param consent version of the words agreed to
 * @param unchangedSince when the client said for this visit that nothing has changed; only beside a visit
 */
record IntakeView(
        ClientId clientId,
        long version,
        @Nullable Said draft,
        @Nullable Said said,
        @Nullable OffsetDateTime handedInAt,
        @Nullable OffsetDateTime validUntil,
        @Nullable String consent,
        @Nullable OffsetDateTime unchangedSince) {

    static IntakeView of(IntakeAnswer.Own own) {
        return of(own.intake(), own.draft(), own.said(), null);
    }

    static IntakeView of(IntakeAnswer.Shown shown) {
        return of(shown.intake(), null, shown.said(), shown.unchanged());
    }

    private static IntakeView of(
            Intake intake, @Nullable Said draft, @Nullable Said said, @Nullable Instant unchanged) {
        var handedIn = intake.handedIn();
        return new IntakeView(
                intake.client(),
                intake.version(),
                draft,
                said,
                handedIn == null ? null : utc(handedIn.at()),
                handedIn == null ? null : utc(handedIn.validUntil()),
                handedIn == null ? null : handedIn.consent(),
                unchanged == null ? null : utc(unchanged));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
