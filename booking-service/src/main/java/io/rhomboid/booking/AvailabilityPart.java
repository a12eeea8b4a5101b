package io.rhomboid.booking;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.KeptCatalogue;
import io.rhomboid.booking.availability.KeptClaims;

/** Puts availability together. */
@Configuration(proxyBeanMethods = false)
class AvailabilityPart {

    @Bean
    Availability availability() {
        return new Availability();
    }

    @Bean
    MemoryFilling memoryFilling(
            Availability availability, KeptCatalogue catalogue, List<KeptClaims> claims, Clock clock) {
        return new MemoryFilling(availability, catalogue, claims, clock);
    }
}
