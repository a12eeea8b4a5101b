package io.rhomboid.contracts.staff;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * What therapist-service tells about invitations, on topic {@code invitations}; Kafka key: {@link #invitationId()}.
 * Without their tokens: who may know those can reckon them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface InvitationEvent extends Event {

    UUID invitationId();

    @Override
    default String key() {
        return invitationId().toString();
    }

    /**
     * Somebody is wanted on a clinic's staff.
     *
     * @param mail where they read of it
     * @param expiresAt until when they can accept
     */
    record PersonInvited(
            UUID invitationId,
            long version,
            ClinicId clinicId,
            String mail,
            Set<StaffRole> roles,
            Instant expiresAt,
            Instant occurredAt)
            implements InvitationEvent {

        public PersonInvited {
            roles = Set.copyOf(roles);
        }
    }
}
