package io.rhomboid.booking;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.calendar.CalendarWriter;
import io.rhomboid.booking.calendar.Calendars;
import io.rhomboid.booking.calendar.FeedDesk;
import io.rhomboid.booking.calendar.Feeds;
import io.rhomboid.booking.calendar.ical.Ical4jFeeds;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;

/** Puts the feeds together. */
@Configuration(proxyBeanMethods = false)
class CalendarPart {

    @Bean
    FeedDesk feedDesk(Feeds feeds, Availability availability, Clients clients, Clock clock) {
        return new FeedDesk(
                feeds,
                whose -> switch (whose) {
                    case Whose.OfClient(var id) -> !clients.find(Set.of(id)).isEmpty();
                    case Whose.OfTherapist(var id) ->
                        availability.catalogue().therapist(id).isPresent();
                    case Whose.OfClinic(var id) ->
                        availability.catalogue().clinic(id).isPresent();
                },
                new SecureRandom(),
                clock);
    }

    @Bean
    Calendars calendars(
            Feeds feeds,
            Timetable timetable,
            Blocks blocks,
            Availability availability,
            Clients clients,
            @Value("${rhomboid.booking.calendar-domain}") String domain,
            Clock clock) {
        return new Calendars(feeds, timetable, blocks, availability::catalogue, clients::find, domain, clock);
    }

    @Bean
    CalendarWriter calendarWriter() {
        return new Ical4jFeeds();
    }
}
