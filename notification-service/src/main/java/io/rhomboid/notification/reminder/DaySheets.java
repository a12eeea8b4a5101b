package io.rhomboid.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.message.DaySheet;
import io.rhomboid.notification.message.DaySheet.Session;
import io.rhomboid.notification.message.Occasion.OfDaySheet;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Subject;

/**
 * Tells each therapist in the morning what is booked with them, once a day and clinic: from six on the clinic's wall
 * clock, until noon for what was missed. Every instance looks; the ledger keeps all but one from telling.
 */
public final class DaySheets {

    private static final LocalTime FROM = LocalTime.of(6, 0);
    private static final LocalTime UNTIL = LocalTime.NOON;

    /** Who treats at a clinic as whom, by the id that signs them in. */
    @FunctionalInterface
    public interface Treating {
        Map<String, TherapistId> at(ClinicId clinic);
    }

    private final Directory directory;
    private final Agenda agenda;
    private final Treating treating;
    private final Teller teller;
    private final Clock clock;
    private final Map<ClinicId, LocalDate> done = new HashMap<>();

    public DaySheets(Directory directory, Agenda agenda, Treating treating, Teller teller, Clock clock) {
        this.directory = directory;
        this.agenda = agenda;
        this.treating = treating;
        this.teller = teller;
        this.clock = clock;
    }

    /** Looks once; one thread at a time. */
    public void look() {
        var now = clock.instant();
        directory.clinics().forEach((id, clinic) -> {
            var there = now.atZone(clinic.zone());
            var time = there.toLocalTime();
            if (time.isBefore(FROM)
                    || !time.isBefore(UNTIL)
                    || there.toLocalDate().equals(done.get(id))) return;
            tell(id, clinic, there.toLocalDate(), now);
            done.put(id, there.toLocalDate());
        });
    }

    private void tell(ClinicId id, Clinic clinic, LocalDate day, Instant now) {
        var from = day.atStartOfDay(clinic.zone()).toInstant();
        var until = day.plusDays(1).atStartOfDay(clinic.zone()).toInstant();
        var booked = agenda.between(id, from, until);
        if (booked.isEmpty()) return;
        treating.at(id).forEach((person, therapist) -> {
            var sessions = sessions(booked, therapist);
            if (sessions.isEmpty()) return;
            var reader = Subject.ofPerson(person);
            var sheet = new DaySheet(id, therapist, day, clinic.zone(), sessions, 1, now);
            var stem = "day-sheet:" + id + ":" + therapist + ":" + day;
            teller.tell(new Notice(stem, reader.key(), new OfDaySheet(sheet), reader, now));
        });
    }

    private static List<Session> sessions(List<BookingEvent> booked, TherapistId therapist) {
        var sessions = new ArrayList<Session>();
        for (var event : booked) {
            var booking = event.booking();
            if (booking.therapistId().equals(therapist)) {
                sessions.add(new Session(
                        booking.start(),
                        Duration.between(booking.start(), booking.end()).toMinutes(),
                        booking.treatment(),
                        booking.reference()));
            }
            for (var further : booking.further()) {
                if (!further.therapistId().equals(therapist)) continue;
                sessions.add(new Session(
                        further.start(),
                        Duration.between(further.start(), further.end()).toMinutes(),
                        further.treatment(),
                        booking.reference()));
            }
        }
        sessions.sort((a, b) -> a.start().compareTo(b.start()));
        return sessions;
    }
}
