package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Cashier;
import io.rhomboid.booking.reservation.OtherClaims;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.subscription.ForeignCalendars;
import io.rhomboid.booking.subscription.SubscriptionDesk;
import io.rhomboid.booking.subscription.Subscriptions;
import io.rhomboid.booking.subscription.http.HttpCalendars;
import io.rhomboid.booking.subscription.ical.BusyTimes;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.work.Rounds;

/** Puts the desks together. */
@Configuration(proxyBeanMethods = false)
class ReservationPart {

    @Bean
    BookingDesk bookingDesk(
            Bookings bookings,
            OtherClaims others,
            Clients clients,
            Cashier cashier,
            Availability availability,
            ClaimsIndex index,
            @Value("${rhomboid.booking.hold}") Duration hold,
            Clock clock) {
        return new BookingDesk(bookings, others, clients, cashier, availability, index::isThere, hold, clock);
    }

    @Bean
    BlockDesk blockDesk(
            Blocks blocks,
            Bookings bookings,
            BookingDesk holds,
            Availability availability,
            ClaimsIndex index,
            Clock clock) {
        return new BlockDesk(blocks, bookings, holds, availability, index::isThere, clock);
    }

    @Bean
    HttpCalendars foreignCalendars(@Value("${rhomboid.booking.internal-calendars}") boolean inside) {
        return new HttpCalendars(inside);
    }

    @Bean
    SubscriptionDesk subscriptionDesk(
            Subscriptions subscriptions,
            ForeignCalendars calendars,
            BlockDesk blocks,
            Availability availability,
            Clock clock) {
        return new SubscriptionDesk(subscriptions, calendars, new BusyTimes(), blocks, availability, clock);
    }

    /** Frees the slots of lapsed holds. */
    @Bean
    Rounds holdSweep(BookingDesk desk, MongoDatabase database, Clock clock) {
        var alone = lease(database, "holds", Duration.ofSeconds(10), clock);
        return new Rounds("hold-sweep", Duration.ofSeconds(1), () -> {
            if (alone.hold()) desk.expireLapsed();
        });
    }

    /** Has calendars read again when it is time. */
    @Bean
    Rounds subscriptionWatch(SubscriptionDesk desk, MongoDatabase database, Clock clock) {
        var alone = lease(database, "subscriptions", Duration.ofMinutes(5), clock);
        return new Rounds("subscription-watch", Duration.ofSeconds(20), () -> {
            // Interrupted between two, for each asks a server that may be slow.
            while (alone.hold() && desk.lookAgain(1) > 0) Thread.sleep(Duration.ZERO);
        });
    }

    private static Lease lease(MongoDatabase database, String name, Duration length, Clock clock) {
        return new Lease(database.getCollection("leases"), name, length, clock);
    }
}
