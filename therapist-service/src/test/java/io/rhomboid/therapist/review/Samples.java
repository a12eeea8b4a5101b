package io.rhomboid.therapist.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.FurtherSession;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.review.Marks;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** A session that ended at eleven o'clock. */
final class Samples {

    static final Instant ELEVEN_O_CLOCK = Instant.parse("2026-03-02T11:00:00Z");
    static final TherapistId MIRA = new TherapistId(new UUID(1, 1));
    static final Marks GOOD = new Marks(5, 4, 5, 3, 4);
    static final Words WORDS = new Words("My neck turns again.", "Jo");

    private Samples() {}

    static CompletedSession session(TherapistId therapist, Instant end) {
        return new CompletedSession(
                new BookingId(UUID.randomUUID()),
                "RH-7K2M9Q",
                new ClientId(UUID.randomUUID()),
                therapist,
                new ClinicId(new UUID(1, 2)),
                TreatmentCode.of("SWEDISH"),
                end);
    }

    /** What booking-service tells of it. */
    static BookingCompleted completed(CompletedSession session) {
        return new BookingCompleted(
                session.bookingId(),
                3,
                new BookingSnapshot(
                        session.reference(),
                        session.clinicId(),
                        session.therapistId(),
                        new RoomId(new UUID(1, 3)),
                        List.of(),
                        session.clientId(),
                        session.treatment(),
                        session.end().minusSeconds(3600),
                        session.end(),
                        0,
                        15,
                        ZoneId.of("Europe/Berlin"),
                        new Money(89_00, "EUR")),
                session.end());
    }

    /** The same, and half an hour of foot massage after it. */
    static BookingCompleted visit(CompletedSession first) {
        var alone = completed(first).booking();
        var further = new FurtherSession(
                alone.therapistId(),
                alone.roomId(),
                List.of(),
                alone.clientId(),
                TreatmentCode.of("FOOT"),
                alone.end(),
                alone.end().plusSeconds(1800),
                0,
                15,
                new Money(30_00, "EUR"));
        var visit = new BookingSnapshot(
                alone.reference(),
                alone.clinicId(),
                alone.therapistId(),
                alone.roomId(),
                alone.equipmentIds(),
                alone.clientId(),
                alone.treatment(),
                alone.start(),
                alone.end(),
                alone.bufferBeforeMinutes(),
                alone.bufferAfterMinutes(),
                alone.zone(),
                new Money(119_00, "EUR"),
                List.of(further),
                null,
                null);
        return new BookingCompleted(first.bookingId(), 3, visit, first.end());
    }

    static Review review(TherapistId therapist, Marks marks) {
        return accepted(Review.write(session(therapist, ELEVEN_O_CLOCK), marks, WORDS, ELEVEN_O_CLOCK));
    }

    static Review accepted(Decision decision) {
        return ((Decision.Accepted) decision).review();
    }
}
