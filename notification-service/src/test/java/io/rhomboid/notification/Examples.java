package io.rhomboid.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.FurtherSession;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesCancelled;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesConfirmed;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.waitlist.OfferedSlot;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;
import io.rhomboid.contracts.waitlist.WaitlistWish;
import io.rhomboid.notification.message.Announcement;
import io.rhomboid.notification.message.Announcement.Named;
import io.rhomboid.notification.message.Links;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.News;

/** A clinic in Berlin, the people in it and their bookings. */
public final class Examples {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final TreatmentCode TRIGGER_POINT = TreatmentCode.of("TRIGGER_POINT");

    /** When everything here was decided. */
    public static final Instant DECIDED = Instant.parse("2026-11-20T12:00:00Z");

    public static final Clinic MITTE = clinic("Rhomboid Mitte", BERLIN);
    public static final Client JO = new Client("Jo Weber", "jo@client.example", "+49 30 5550199", "en");

    /** Each says what it opens. */
    public static final Links LINKS = new Links() {
        @Override
        public URI to(BookingId booking, ClientId client) {
            return URI.create("https://clinic.example/booking#" + booking);
        }

        @Override
        public URI to(SeriesId series, ClientId client) {
            return URI.create("https://clinic.example/series#" + series);
        }

        @Override
        public URI to(WaitlistEntryId place, ClientId client) {
            return URI.create("https://clinic.example/offer#" + place);
        }

        @Override
        public URI toInvitation(UUID invitation) {
            return URI.create("https://clinic.example/invitation#" + invitation);
        }

        @Override
        public URI toUnsubscribe(String person, MessageKind kind) {
            return URI.create("https://clinic.example/opt-outs/" + kind + "/" + person);
        }

        @Override
        public URI toPlan(TreatmentCode treatment, int minutes, ClinicId clinic, @Nullable TherapistId therapist) {
            return URI.create("https://clinic.example/therapists?treatment=" + treatment);
        }

        @Override
        public URI toStaff() {
            return URI.create("https://clinic.example/staff");
        }

        @Override
        public URI toIntake(IntakeCodeId code) {
            return URI.create("https://clinic.example/intake#" + code);
        }

        @Override
        public String toProve(UUID claim) {
            return "proof of " + claim;
        }

        @Override
        public String code(IntakeCodeId code) {
            return "code of " + code;
        }

        @Override
        public String code(VoucherId giftCard, long version) {
            return "GC-" + giftCard + "-" + version;
        }
    };

    public static final Therapist MIRA = new Therapist(
            "Mira Vogel",
            Therapist.Listing.LISTED,
            Therapist.Gender.FEMALE,
            List.of("de", "en"),
            null,
            2012,
            List.of(),
            List.of(),
            List.of(),
            Rota.EMPTY);

    public static final Treatment TRIGGER_POINT_THERAPY = new Treatment(
            "Trigger point therapy",
            "direct pressure on a knot until it releases",
            new Pressure(Pressure.Level.FIRM, Pressure.Level.FIRM, false),
            List.of(),
            List.of(),
            null,
            List.of(30, 60),
            Set.of(),
            Set.of(),
            List.of(),
            List.of());

    private static final LicenceId LICENCE = LicenceId.of("d0000000-0000-4000-8000-000000000001");

    private Examples() {}

    public static Clinic clinic(String name, ZoneId zone) {
        return new Clinic(
                name,
                zone,
                "DE",
                "EUR",
                new Address("Torstraße 1", "10119", "Berlin", null, "DE"),
                new Coordinates(52.5286, 13.4106),
                "+49 30 5550100",
                "mitte@rhomboid.example",
                List.of(),
                List.of(),
                new ClinicPolicy(15, 120, 60, 0, 15, 1440, 50));
    }

    /** Who takes part in one booking, each with an id of their own. */
    public record Cast(
            BookingId booking, ClinicId clinic, TherapistId therapist, ClientId client, Instant start, ZoneId zone) {

        public static Cast at(LocalDateTime start, ZoneId zone) {
            return new Cast(
                    new BookingId(UUID.randomUUID()),
                    new ClinicId(UUID.randomUUID()),
                    new TherapistId(UUID.randomUUID()),
                    new ClientId(UUID.randomUUID()),
                    start.atZone(zone).toInstant(),
                    zone);
        }

        public BookingSnapshot snapshot(Instant from) {
            return new BookingSnapshot(
                    "RH-7K2M9Q",
                    clinic,
                    therapist,
                    new RoomId(UUID.randomUUID()),
                    List.of(),
                    client,
                    TRIGGER_POINT,
                    from,
                    from.plusSeconds(3600),
                    0,
                    15,
                    zone,
                    new Money(89_00, "EUR"));
        }

        /** A couple: half an hour with somebody else after the first session, and 90 minutes beside both. */
        public BookingConfirmed couple(long version) {
            var one = snapshot(start);
            var visit = new BookingSnapshot(
                    one.reference(),
                    one.clinicId(),
                    one.therapistId(),
                    one.roomId(),
                    one.equipmentIds(),
                    one.clientId(),
                    one.treatment(),
                    one.start(),
                    one.end(),
                    one.bufferBeforeMinutes(),
                    one.bufferAfterMinutes(),
                    one.zone(),
                    new Money(209_00, "EUR"),
                    List.of(
                            further(client, start.plusSeconds(3600), 30),
                            further(new ClientId(UUID.randomUUID()), start, 90)),
                    null,
                    null);
            return new BookingConfirmed(booking, version, visit, DECIDED.plusSeconds(version));
        }

        private FurtherSession further(ClientId who, Instant from, int minutes) {
            return new FurtherSession(
                    new TherapistId(UUID.randomUUID()),
                    new RoomId(UUID.randomUUID()),
                    List.of(),
                    who,
                    TRIGGER_POINT,
                    from,
                    from.plusSeconds(minutes * 60L),
                    0,
                    15,
                    new Money(60_00, "EUR"));
        }

        public BookingConfirmed paidWith(long version, long voucherCents) {
            var plain = snapshot(start);
            var covered = new BookingSnapshot(
                    plain.reference(),
                    plain.clinicId(),
                    plain.therapistId(),
                    plain.roomId(),
                    plain.equipmentIds(),
                    plain.clientId(),
                    plain.treatment(),
                    plain.start(),
                    plain.end(),
                    plain.bufferBeforeMinutes(),
                    plain.bufferAfterMinutes(),
                    plain.zone(),
                    plain.price(),
                    plain.further(),
                    plain.seriesId(),
                    new Money(voucherCents, "EUR"));
            return new BookingConfirmed(booking, version, covered, DECIDED.plusSeconds(version));
        }

        public BookingConfirmed confirmed(long version) {
            return new BookingConfirmed(booking, version, snapshot(start), DECIDED.plusSeconds(version));
        }

        /** This visit and one a week later, the second with a fee if the series is cancelled. */
        public List<SeriesEvent.Visit> visits(long version, long feeCents) {
            return List.of(
                    new SeriesEvent.Visit(booking, version, of(series(), start), new Money(0, "EUR")),
                    new SeriesEvent.Visit(
                            new BookingId(new UUID(booking.value().getMostSignificantBits(), 2)),
                            version,
                            of(series(), start.plus(Duration.ofDays(7))),
                            new Money(feeCents, "EUR")));
        }

        private BookingSnapshot of(SeriesId series, Instant from) {
            var alone = snapshot(from);
            return new BookingSnapshot(
                    alone.reference(),
                    clinic,
                    therapist,
                    alone.roomId(),
                    List.of(),
                    client,
                    TRIGGER_POINT,
                    from,
                    alone.end(),
                    0,
                    15,
                    zone,
                    alone.price(),
                    List.of(),
                    series,
                    null);
        }

        public SeriesConfirmed seriesConfirmed(long version) {
            return new SeriesConfirmed(series(), version, client, visits(2, 0), DECIDED);
        }

        public SeriesCancelled seriesCancelled(long version, long feeCents) {
            return new SeriesCancelled(series(), version, client, visits(3, feeCents), DECIDED.plusSeconds(60));
        }

        public SeriesId series() {
            return new SeriesId(new UUID(booking.value().getMostSignificantBits(), 1));
        }

        public BookingRescheduled moved(long version, Instant to) {
            return moved(version, to, 0);
        }

        public BookingRescheduled moved(long version, Instant to, long feeCents) {
            return new BookingRescheduled(
                    booking,
                    version,
                    snapshot(to),
                    start,
                    start.plusSeconds(3600),
                    new Money(feeCents, "EUR"),
                    DECIDED.plusSeconds(version));
        }

        public BookingCancelled cancelled(long version, long feeCents) {
            return new BookingCancelled(
                    booking,
                    version,
                    snapshot(start),
                    new Money(feeCents, "EUR"),
                    true,
                    false,
                    DECIDED.plusSeconds(version));
        }
    }

    /** The announcements of all visits that an event of that cast leads to. */
    public static List<Announcement> announcements(SeriesEvent event, Client client, Clinic clinic) {
        return event.visits().stream()
                .map(visit -> new Announcement(
                        visit.bookingId(),
                        visit.version(),
                        event.occurredAt(),
                        event instanceof SeriesCancelled ? new News.Cancelled(visit.fee()) : new News.Confirmed(),
                        visit.booking(),
                        client,
                        clinic,
                        MIRA.name(),
                        TRIGGER_POINT_THERAPY.name(),
                        List.of()))
                .toList();
    }

    public static LicenceExpiring licenceEnds(long version, LocalDate lastDay, int daysLeft, List<ClinicId> clinics) {
        return new LicenceExpiring(
                LICENCE,
                version,
                new TherapistId(UUID.randomUUID()),
                "BE-4711",
                "DE",
                lastDay,
                daysLeft,
                clinics,
                DECIDED);
    }

    /** An offer to that cast's client, on the waitlist. */
    public static OfferMade offerMade(Cast cast, long version, Instant until) {
        var wish = new WaitlistWish(
                cast.client(),
                cast.clinic(),
                TRIGGER_POINT,
                List.of(60),
                null,
                LocalDate.ofInstant(cast.start(), cast.zone()),
                LocalDate.ofInstant(cast.start(), cast.zone()));
        var offer = new OfferedSlot(
                cast.booking(),
                cast.therapist(),
                cast.start(),
                cast.start().plusSeconds(3600),
                cast.zone(),
                new Money(89_00, "EUR"),
                until);
        return new OfferMade(entry(cast), version, wish, offer, DECIDED);
    }

    public static WaitlistEntryId entry(Cast cast) {
        return new WaitlistEntryId(cast.booking().value());
    }

    /** The announcement that an event of that cast leads to. */
    public static Announcement announcement(BookingEvent event, Client client, Clinic clinic) {
        return new Announcement(
                event.bookingId(),
                event.version(),
                event.occurredAt(),
                News.of(event).orElseThrow(),
                event.booking(),
                client,
                clinic,
                MIRA.name(),
                TRIGGER_POINT_THERAPY.name(),
                event.booking().further().stream()
                        .map(further -> new Named(further, "Noa <Stern>", "Swedish massage"))
                        .toList());
    }
}
