package io.rhomboid.booking.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.calendar.FeedId;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.booking.series.mongo.MongoSeriesBook;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Belonging;

/** The kinds of things that rules of this service name. */
@Configuration(proxyBeanMethods = false)
class Owners {

    private final Clients clients;

    Owners(Clients clients) {
        this.clients = clients;
    }

    /** A booking is its client's, its therapist's and its clinic's; and a guest's whose pass names it and its client. */
    @Bean
    Belonging ownBookings(MongoDatabase database) {
        var stored = database.getCollection(MongoBookings.COLLECTION);
        return Belonging.of("booking", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("clientId", client.toString())));
            if (reach.guest() != null) {
                whose.add(Filters.and(
                        Filters.eq("_id", reach.guest().booking().toString()),
                        Filters.eq("clientId", reach.guest().client().toString())));
            }
            if (!reach.therapists().isEmpty()) {
                var therapists = texts(reach.therapists());
                whose.add(Filters.in("therapistId", therapists));
                whose.add(Filters.in("further.therapistId", therapists));
            }
            if (!reach.clinics().isEmpty()) whose.add(Filters.in("clinicId", texts(reach.clinics())));
            var booking = BookingId.of(id).toString();
            return !whose.isEmpty()
                    && stored.find(Filters.and(Filters.eq("_id", booking), Filters.or(whose)))
                                    .projection(Projections.include("_id"))
                                    .first()
                            != null;
        });
    }

    /** A series is its client's, its clinic's, and of those who treat in it. */
    @Bean
    Belonging ownSeries(MongoDatabase database) {
        var stored = database.getCollection(MongoSeriesBook.COLLECTION);
        return Belonging.of("series", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("clientId", client.toString())));
            whose.add(Filters.in("visits.therapistId", texts(reach.therapists())));
            whose.add(Filters.in("clinicId", texts(reach.clinics())));
            return stored.find(Filters.and(Filters.eq("_id", SeriesId.of(id).toString()), Filters.or(whose)))
                            .projection(Projections.include("_id"))
                            .first()
                    != null;
        });
    }

    /** A voucher is its client's and its clinic's. */
    @Bean
    Belonging ownVouchers(MongoDatabase database) {
        var stored = database.getCollection(MongoBookings.COLLECTION);
        return Belonging.of("voucher", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("voucher.clientId", client.toString())));
            whose.add(Filters.in("voucher.clinicId", texts(reach.clinics())));
            return stored.find(Filters.and(Filters.eq("_id", "voucher/" + VoucherId.of(id)), Filters.or(whose)))
                            .projection(Projections.include("_id"))
                            .first()
                    != null;
        });
    }

    /** A client is who has their mail address. */
    @Bean
    Belonging oneself() {
        return Belonging.of(
                "client",
                (id, reach) ->
                        client(reach.mail()).filter(ClientId.of(id)::equals).isPresent());
    }

    /** A feed is of whom it shows. */
    @Bean
    Belonging ownCalendars(MongoDatabase database) {
        var stored = database.getCollection("calendars");
        return Belonging.of("calendar", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(owned(Whose.Kind.CLIENT, List.of(client))));
            whose.add(owned(Whose.Kind.THERAPIST, reach.therapists()));
            whose.add(owned(Whose.Kind.CLINIC, reach.clinics()));
            return stored.find(Filters.and(Filters.eq("_id", FeedId.of(id).toString()), Filters.or(whose)))
                            .first()
                    != null;
        });
    }

    private static Bson owned(Whose.Kind kind, Collection<?> owners) {
        return Filters.and(Filters.eq("kind", kind.name()), Filters.in("owner", texts(owners)));
    }

    /** A clinic's are those who work there, as far as this service was told. */
    @Bean
    Belonging ownTherapists(Availability availability) {
        return Belonging.of(
                "therapist",
                (id, reach) -> availability
                        .catalogue()
                        .therapist(TherapistId.of(id))
                        .filter(therapist -> reach.clinics().stream().anyMatch(therapist::worksAt))
                        .isPresent());
    }

    private Optional<ClientId> client(@Nullable String mail) {
        return mail == null ? Optional.empty() : clients.known(mail);
    }

    private static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
