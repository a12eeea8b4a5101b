package io.rhomboid.notification.message;

import java.time.Instant;
import java.util.UUID;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * We tell one of a clinic's other systems nothing any more: a fact of our own, told to nobody else.
 *
 * @param host of its address, without what may be secret in the rest
 * @param gone whether the system has said itself that it wants nothing any more; else it has failed for days
 */
public record WebhookDisabled(
        UUID endpointId, ClinicId clinicId, String host, boolean gone, long version, Instant occurredAt)
        implements Event {

    @Override
    public String key() {
        return endpointId.toString();
    }
}
