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
import io.rhomboid.booking.plan.mongo.MongoPlans;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.booking.series.mongo.MongoSeriesBook;
import io.rhomboid.booking.waitlist.mongo.MongoWaitlist;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.platform.identity.Belonging;
import io.rhomboid.platform.identity.Reach;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.Guest.Thing;

/** The kinds of things that rules of this service name. */
@Configuration(proxyBeanMethods = false)
class Owners {

    private final Clients clients;

    Owners(Clients clients) {
        this.clients = clients;
    }

    /**
     * A booking is its client's, its therapist's and its clinic's; and a guest's whose pass names it, or the series of
     * which it is a visit, and its client.
     */
    @Bean
    Belonging ownBookings(MongoDatabase database) {
        var stored = database.getCollection(MongoBookings.COLLECTION);
        return Belonging.of("booking", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("clientId", client.toString())));
            guest(Thing.BOOKING, "_id", reach).ifPresent(whose::add);
            guest(Thing.SERIES, "seriesId", reach).ifPresent(whose::add);
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

    /** A series is its client's, its clinic's, and of those who treat in it; and a guest's whose pass names it. */
    @Bean
    Belonging ownSeries(MongoDatabase database) {
        var stored = database.getCollection(MongoSeriesBook.COLLECTION);
        return Belonging.of("series", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("clientId", client.toString())));
            guest(Thing.SERIES, "_id", reach).ifPresent(whose::add);
            whose.add(Filters.in("visits.therapistId", texts(reach.therapists())));
            whose.add(Filters.in("clinicId", texts(reach.clinics())));
            return stored.find(Filters.and(Filters.eq("_id", SeriesId.of(id).toString()), Filters.or(whose)))
                            .projection(Projections.include("_id"))
                            .first()
                    != null;
        });
    }

    /** A plan is its client's, and of who treats by it. */
    @Bean
    Belonging ownPlans(MongoDatabase database) {
        var stored = database.getCollection(MongoPlans.COLLECTION);
        return Belonging.of("plan", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("clientId", client.toString())));
            whose.add(Filters.in("therapistId", texts(reach.therapists())));
            return stored.find(Filters.and(Filters.eq("_id", PlanId.of(id).toString()), Filters.or(whose)))
                            .projection(Projections.include("_id"))
                            .first()
                    != null;
        });
    }

    /** A place on the waitlist is its client's and its clinic's; and a guest's whose pass names it. */
    @Bean
    Belonging ownPlaces(MongoDatabase database) {
        var stored = database.getCollection(MongoWaitlist.COLLECTION);
        return Belonging.of("entry", (id, reach) -> {
            var whose = new ArrayList<Bson>();
            client(reach.mail()).ifPresent(client -> whose.add(Filters.eq("clientId", client.toString())));
            guest(Thing.PLACE, "_id", reach).ifPresent(whose::add);
            whose.add(Filters.in("clinicId", texts(reach.clinics())));
            return stored.find(Filters.and(
                                    Filters.eq("_id", WaitlistEntryId.of(id).toString()), Filters.or(whose)))
                            .projection(Projections.include("_id"))
                            .first()
                    != null;
        });
    }

    /** @param field that has the id which the pass names */
    private static Optional<Bson> guest(Thing thing, String field, Reach reach) {
        return Optional.ofNullable(reach.guest())
                .filter(guest -> guest.thing() == thing)
                .map(guest -> Filters.and(
                        Filters.eq(field, guest.id().toString()),
                        Filters.eq("clientId", guest.client().toString())));
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

    /** A client is who has their mail address; their intake is also a guest's whose pass names it. */
    @Bean
    Belonging oneself() {
        return Belonging.of(
                "client",
                (id, reach) ->
                        client(reach.mail()).filter(ClientId.of(id)::equals).isPresent()
                                || reach.guest() != null && reach.guest().equals(Guest.ofIntake(ClientId.of(id))));
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
