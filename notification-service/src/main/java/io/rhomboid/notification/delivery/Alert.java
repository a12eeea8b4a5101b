package io.rhomboid.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.message.Occasion.OfAlert;
import io.rhomboid.notification.recipient.Subject;

/** What staff are told of when somebody else has done it. */
public enum Alert {
    BOOKED,
    MOVED,
    CANCELLED,
    MISSED;

    private static final Duration A_DAY = Duration.ofHours(24);

    /** At the desk they all sit before the same screen. */
    private static final Set<String> DESK = Set.of("DESK", "CLINIC_ADMIN", "PLATFORM_ADMIN");

    /** Of a clinic's staff, who they are and as whom they treat. */
    public interface People {

        /** Those who treat as one of these, by the id that signs them in. */
        List<String> treating(ClinicId clinic, Set<TherapistId> therapists);

        /** The clinic's admins, by the id that signs them in. */
        List<String> admins(ClinicId clinic);

        boolean hearsOnlyWithinADay(Subject reader);
    }

    /** What has happened, as far as staff want to hear of it. */
    public static Optional<Alert> of(BookingEvent event) {
        return switch (event) {
            case BookingConfirmed _ -> Optional.of(BOOKED);
            case BookingRescheduled _ -> Optional.of(MOVED);
            case BookingCancelled cancelled when cancelled.announced() -> Optional.of(CANCELLED);
            case BookingMissed _ -> Optional.of(MISSED);
            default -> Optional.empty();
        };
    }

    /**
     * To the clinic's desk and to who treats, but for who did it.
     *
     * @param role in which it was done, as {@code platform} tells it
     * @param doer who did it, as the sign-in names them; empty if nobody knows
     */
    public static List<Notice> notices(
            BookingEvent event, String role, Optional<String> doer, People people, Instant now) {
        if (of(event).isEmpty()) return List.of();
        var booking = event.booking();
        var readers = new ArrayList<Subject>();
        if (!DESK.contains(role)) readers.add(Subject.of(booking.clinicId()));
        var therapists = new java.util.HashSet<TherapistId>();
        therapists.add(booking.therapistId());
        for (var further : booking.further()) therapists.add(further.therapistId());
        for (var person : people.treating(booking.clinicId(), therapists)) {
            if (!doer.equals(Optional.of(person))) readers.add(Subject.ofPerson(person));
        }
        return readers.stream()
                .filter(reader -> isSoon(event) || !people.hearsOnlyWithinADay(reader))
                .map(reader -> new Notice(stem(event), reader.key(), new OfAlert(event), reader, now))
                .toList();
    }

    /** What all notices of this event begin with. */
    public static String stem(BookingEvent event) {
        return event.bookingId() + ":" + event.version() + ":alert";
    }

    /** Whether the session, or the one that it was, is in the next 24 hours. */
    private static boolean isSoon(BookingEvent event) {
        var soon = event.occurredAt().plus(A_DAY);
        return event.booking().start().isBefore(soon)
                || event instanceof BookingRescheduled moved
                        && moved.previousStart().isBefore(soon);
    }
}
