package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.booking.waitlist.WaitlistDesk;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.work.Rounds;

/** Puts the waitlist together. */
@Configuration(proxyBeanMethods = false)
class WaitlistPart {

    @Bean
    WaitlistDesk waitlistDesk(
            Waitlist waitlist,
            BookingDesk bookings,
            Clients clients,
            Availability availability,
            ClaimsIndex index,
            Clock clock) {
        return new WaitlistDesk(waitlist, bookings, clients, availability, index::isThere, clock);
    }

    /** Offers what has become free. By one instance at a time, though several would do no harm. */
    @Bean
    Rounds waitlistRounds(WaitlistDesk desk, MongoDatabase database, Clock clock) {
        var alone = new Lease(database.getCollection("leases"), "waitlist", Duration.ofSeconds(10), clock);
        return new Rounds("waitlist", Duration.ofSeconds(1), () -> {
            if (alone.hold()) desk.roundIfDue();
        });
    }
}
