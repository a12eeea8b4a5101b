package io.rhomboid.booking;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.erasure.ErasureDesk;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.platform.migration.AfterRestore;
import io.rhomboid.platform.migration.Migration;

/**
 * What becomes of stored documents with a new version, in the order of the names; and after the database was brought back
 * from a backup: first those are forgotten who were, then everybody hears once more what is true now.
 */
@Configuration(proxyBeanMethods = false)
class StoredPart {

    @Bean
    Migration terms(MongoBookings bookings) {
        return new Migration("2026-11-22-terms", bookings::noteWhatWasNotAgreed);
    }

    @Bean
    Migration formerIndexes(ClaimsIndex indexes) {
        return new Migration("2026-11-22-former-indexes", indexes::dropFormer);
    }

    @Bean
    AfterRestore forgettingAgain(ErasureDesk desk) {
        return new AfterRestore("1-forget", _ -> desk.forgetAgain());
    }

    @Bean
    AfterRestore tellingClientsAgain(Clients clients) {
        return new AfterRestore("2-clients", restored -> clients.tellAgain(restored.epoch()));
    }

    @Bean
    AfterRestore tellingBookingsAgain(MongoBookings bookings, Clock clock) {
        return new AfterRestore("3-bookings", restored -> bookings.tellAgain(restored.epoch(), clock.instant()));
    }
}
