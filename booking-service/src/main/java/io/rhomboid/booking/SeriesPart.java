package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.series.SeriesBook;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.work.Rounds;

/** Puts series together. */
@Configuration(proxyBeanMethods = false)
class SeriesPart {

    @Bean
    SeriesDesk seriesDesk(
            SeriesBook book,
            BookingDesk bookings,
            Clients clients,
            Availability availability,
            @Value("${rhomboid.booking.hold}") Duration hold,
            Clock clock) {
        return new SeriesDesk(book, bookings, clients, availability, hold, clock);
    }

    /** Has visits follow what was decided, where whoever decided it has not come to it, and lets lapsed series go. */
    @Bean
    Rounds seriesRounds(SeriesDesk desk, MongoDatabase database, Clock clock) {
        var alone = new Lease(database.getCollection("leases"), "series", Duration.ofSeconds(10), clock);
        return new Rounds("series-rounds", Duration.ofSeconds(1), () -> {
            if (alone.hold()) desk.lookAfterIfDue();
        });
    }
}
