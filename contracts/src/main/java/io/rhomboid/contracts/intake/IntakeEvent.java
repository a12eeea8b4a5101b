package io.rhomboid.contracts.intake;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;

/** What booking-service tells about intakes, on topic {@code intake-codes}; Kafka key: {@link #codeId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface IntakeEvent extends Event {

    IntakeCodeId codeId();

    @Override
    default String key() {
        return codeId().toString();
    }

    /**
     * Somebody without an account wants at their intake: a code is to go to their mail address. The code itself is
     * reckoned, and in no event.
     *
     * @param clientId whose intake it is: of who booked, or of who comes along
     * @param bookingId the visit for which it is wanted
     * @param expiresAt after that the code is worth nothing
     */
    record IntakeCodeAsked(
            IntakeCodeId codeId,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            BookingId bookingId,
            Instant expiresAt,
            Instant occurredAt)
            implements IntakeEvent {}
}
