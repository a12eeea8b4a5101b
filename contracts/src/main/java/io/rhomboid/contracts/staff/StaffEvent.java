package io.rhomboid.contracts.staff;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What therapist-service tells about who works where, on topic {@code members}; Kafka key: {@link #person()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface StaffEvent extends Event {

    /** As the sign-in names them: the token's {@code sub}. */
    String person();

    @Override
    default String key() {
        return person();
    }

    /**
     * Somebody joined or left a clinic, or is something else there; carries all they are anywhere.
     *
     * @param memberships empty when they belong to no clinic any more
     */
    record MembershipsChanged(String person, long version, List<Membership> memberships, Instant occurredAt)
            implements StaffEvent {

        public MembershipsChanged {
            memberships = List.copyOf(memberships);
        }
    }
}
