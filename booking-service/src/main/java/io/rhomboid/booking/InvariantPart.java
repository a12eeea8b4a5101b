package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.invariant.Archive;
import io.rhomboid.booking.invariant.Inspector;
import io.rhomboid.booking.invariant.metrics.InvariantWatch;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.work.Rounds;

/** Puts the checker together. */
@Configuration(proxyBeanMethods = false)
class InvariantPart {

    @Bean
    Inspector inspector(
            Archive archive,
            ClaimsIndex index,
            @Value("${rhomboid.booking.invariants.patience}") Duration patience,
            Clock clock) {
        return new Inspector(archive, index::isThere, patience, clock);
    }

    @Bean
    InvariantWatch invariantWatch(
            Inspector inspector,
            MongoDatabase database,
            @Value("${rhomboid.booking.invariants.every}") Duration every,
            MeterRegistry meters,
            Clock clock) {
        // Twice as long, so that the same instance goes on unless it dies.
        var lease = new Lease(database.getCollection("leases"), "invariants", every.multipliedBy(2), clock);
        return new InvariantWatch(inspector, lease, meters, clock);
    }

    @Bean
    Rounds invariantRounds(InvariantWatch watch, @Value("${rhomboid.booking.invariants.every}") Duration every) {
        return new Rounds("invariant-watch", every, watch::look);
    }
}
