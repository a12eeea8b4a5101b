package io.rhomboid.notification.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.rhomboid.contracts.clinic.ClinicId;

/** The endpoints of all clinics. */
public interface Endpoints {

    /** @param bodyHash of the request that made it */
    record Kept(Endpoint endpoint, String bodyHash) {}

    Optional<Kept> find(EndpointId id);

    /** The oldest first. */
    List<Endpoint> of(ClinicId clinic);

    /** By whomever, in any order. */
    List<Endpoint> disabledSince(Instant at);

    /** False when there is one with this id. */
    boolean add(Endpoint endpoint, String bodyHash);

    /** False unless the one that is there is the version before. */
    boolean save(Endpoint endpoint);

    /** False unless that is its version. */
    boolean remove(EndpointId id, long version);

    /** Notes when it first failed, if it was well. */
    void failing(EndpointId id, Instant at);

    void well(EndpointId id);

    /** Whether it is one of these clinics'. */
    boolean belongs(EndpointId id, Collection<ClinicId> clinics);
}
