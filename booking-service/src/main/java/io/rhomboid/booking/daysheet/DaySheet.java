package io.rhomboid.booking.daysheet;

import java.time.LocalDate;
import java.util.List;

import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * One date, as clocks at the clinics show it.
 *
 * @param sessions that begin on it, by start; cancelled ones too, lapsed holds not
 * @param shifts when who works where, time off taken away, by therapist and start
 * @param gaps what is left of the shifts between sessions and their buffers, by therapist and start
 */
public record DaySheet(LocalDate date, List<Sitting> sessions, List<Shift> shifts, List<Shift> gaps) {

    public DaySheet {
        sessions = List.copyOf(sessions);
        shifts = List.copyOf(shifts);
        gaps = List.copyOf(gaps);
    }

    /** One session of a booking. */
    public record Sitting(Booking booking, Part part) {

        public BookedSession session() {
            return part.session();
        }

        /** On the clinic's wall. */
        LocalDate date() {
            return LocalDate.ofInstant(session().slot().start(), session().zone());
        }
    }

    /** A stretch of one therapist's time at one clinic. */
    public record Shift(TherapistId therapistId, ClinicId clinicId, Stretch time) {}
}
