package io.rhomboid.booking.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.plan.PlanEvent;
import io.rhomboid.contracts.plan.PlanId;

/** All plans. A change and its event are kept by one write, or neither is. */
public interface Plans {

    /** A plan and the request that made it. */
    record Kept(Plan plan, Op madeBy) {}

    Optional<Kept> find(PlanId id);

    /** Of one client, the newest first. */
    List<Plan> of(ClientId client);

    /** Keeps a plan that was just made; false if there is one of that id. */
    boolean add(Plan made, Op op, Instant lookAt);

    /** Keeps a change; false if it is not the very next one. */
    boolean save(Plan changed, @Nullable PlanEvent event);

    /** Nobody need look at this plan before. */
    void lookAgain(Plan plan, Instant at);

    /** Those that somebody has to look at by now and that have not ended, the most urgent first. */
    List<Plan> toLookAt(Instant now, int limit);
}
