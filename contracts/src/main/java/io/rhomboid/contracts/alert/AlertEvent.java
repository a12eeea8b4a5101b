package io.rhomboid.contracts.alert;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/** What booking-service tells a clinic's admins to look at, on topic {@code alerts}; Kafka key: {@link #alertId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface AlertEvent extends Event {

    AlertId alertId();

    ClinicId clinicId();

    @Override
    default String key() {
        return alertId().toString();
    }

    /**
     * Somebody reads, for an hour, what they otherwise may not, because somebody's health asked for it. Why is in the
     * client's record of readings, and not here.
     *
     * @param reference of the booking whose clients it is about, as people say it on the phone
     * @param by the id that signs them in
     * @param name as their account calls them; absent if it does not
     * @param therapistId as whom they treat in this clinic; absent if they treat nobody there
     * @param until when it is over
     */
    record GlassBroken(
            AlertId alertId,
            long version,
            ClinicId clinicId,
            BookingId bookingId,
            String reference,
            String by,
            @Nullable String name,
            @Nullable TherapistId therapistId,
            Instant until,
            Instant occurredAt)
            implements AlertEvent {}
}
