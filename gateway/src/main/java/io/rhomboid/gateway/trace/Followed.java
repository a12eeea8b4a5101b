package io.rhomboid.gateway.trace;

import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Which requests are followed: those that their sender follows, and a share of those that begin here. It is decided before
 * anything is done with a request, for to follow one costs half as much again as all else the gateway does with it.
 */
@Component
class Followed implements ObservationPredicate {

    private final double share;

    /**
     * @param share of 1
     * @param collector where traces go; without one nobody could look at what begins here
     */
    Followed(
            @Value("${management.tracing.sampling.probability}") double share,
            @Value("${management.opentelemetry.tracing.export.otlp.endpoint:}") String collector) {
        this.share = collector.isEmpty() ? 0 : share;
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        if (!(context instanceof ServerRequestObservationContext request)) return true;
        var shown = Trace.shownIn(request.getCarrier().getHeaders());
        return shown == null ? ThreadLocalRandom.current().nextDouble() < share : shown.isFollowed();
    }
}
