package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.rhomboid.booking.reservation.Visit.Companion;
import io.rhomboid.booking.reservation.Visit.Further;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.screening.Screened;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** A session of an hour at ten o'clock, for 89 euro. */
final class Samples {

    static final Instant TEN_O_CLOCK = Instant.parse("2026-03-02T10:00:00Z");
    static final BookingId ID = BookingId.of("0b8f7b0e-0000-4000-8000-000000000001");
    static final ClientId CLIENT = new ClientId(new UUID(2, 1));

    /** By the client, who comes alone. */
    static final List<Screened> ANSWERED = List.of(Answered.by(CLIENT));

    static final Money PRICE = new Money(89_00, "EUR");
    static final CancellationPolicy POLICY = new CancellationPolicy(Duration.ofHours(24), 50, 100, false);

    /** Long ago. */
    static final BookingStatus CONFIRMED = new BookingStatus.Confirmed(TEN_O_CLOCK.minus(Duration.ofDays(7)));

    private Samples() {}

    static BookedSession session(Instant start) {
        return new BookedSession(
                new ClinicId(new UUID(1, 1)),
                new TherapistId(new UUID(1, 2)),
                new RoomId(new UUID(1, 3)),
                List.of(new EquipmentId(new UUID(1, 4))),
                TreatmentCode.of("HOT_STONE"),
                TimeSlot.starting(start, Duration.ofMinutes(60)),
                5,
                15,
                ZoneId.of("Europe/Berlin"));
    }

    static Visit visit(Instant start) {
        return Visit.of(session(start));
    }

    static final ClientId COMPANION = new ClientId(new UUID(2, 2));

    /**
     * A couple: hot stones for 60 minutes and then a foot massage for 30 for the one, in room 3; for 159 euro in all.
     * Beside them 90 minutes of Swedish massage with another therapist for the other.
     *
     * @param room of the companion
     */
    static Visit couple(Instant start, RoomId room) {
        return new Visit(
                session(start),
                List.of(
                        new Further(
                                session(start.plusSeconds(3600), "FOOT", 30, 2, new RoomId(new UUID(1, 3))),
                                new Money(20_00, "EUR"),
                                false),
                        new Further(session(start, "SWEDISH", 90, 5, room), new Money(50_00, "EUR"), true)),
                new Companion(COMPANION, "Kim"));
    }

    private static BookedSession session(Instant start, String treatment, int minutes, int therapist, RoomId room) {
        return new BookedSession(
                new ClinicId(new UUID(1, 1)),
                new TherapistId(new UUID(1, therapist)),
                room,
                List.of(),
                TreatmentCode.of(treatment),
                TimeSlot.starting(start, Duration.ofMinutes(minutes)),
                0,
                10,
                ZoneId.of("Europe/Berlin"));
    }

    static Booking booking(BookingStatus status) {
        return new Booking(ID, 1, "RH-7K2M9Q", status, CLIENT, visit(TEN_O_CLOCK), PRICE, POLICY);
    }

    static Booking next(Booking before, BookingStatus status, Visit visit) {
        return new Booking(ID, before.version() + 1, before.reference(), status, CLIENT, visit, PRICE, POLICY);
    }
}
