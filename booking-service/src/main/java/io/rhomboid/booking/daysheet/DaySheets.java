package io.rhomboid.booking.daysheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.daysheet.DaySheet.Shift;
import io.rhomboid.booking.daysheet.DaySheet.Sitting;
import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/** Writes day sheets: what is booked beside who works. */
public final class DaySheets {

    private final Timetable timetable;
    private final Blocks blocks;
    private final Supplier<Catalogue> catalogue;

    public DaySheets(Timetable timetable, Blocks blocks, Supplier<Catalogue> catalogue) {
        this.timetable = timetable;
        this.blocks = blocks;
        this.catalogue = catalogue;
    }

    /** A clinic's sheets, one for each date from the first to the last; of all who work there, or of one. */
    public List<DaySheet> ofClinic(ClinicId clinic, @Nullable TherapistId therapist, LocalDate first, LocalDate last) {
        var known = catalogue.get();
        var therapists = therapist == null ? known.therapistsAt(clinic) : List.of(therapist);
        return write(
                new Whose.OfClinic(clinic),
                session -> therapist == null || session.therapistId().equals(therapist),
                therapists.stream().map(it -> new Post(it, clinic)).toList(),
                first,
                last);
    }

    /** A therapist's sheets, wherever they work. */
    public List<DaySheet> ofTherapist(TherapistId therapist, LocalDate first, LocalDate last) {
        return write(
                new Whose.OfTherapist(therapist),
                session -> session.therapistId().equals(therapist),
                catalogue.get().clinicsOf(therapist).stream()
                        .map(it -> new Post(therapist, it))
                        .toList(),
                first,
                last);
    }

    private record Post(TherapistId therapist, ClinicId clinic) {}

    private List<DaySheet> write(
            Whose whose, Predicate<BookedSession> wanted, List<Post> posts, LocalDate first, LocalDate last) {
        var byDate = new HashMap<LocalDate, List<Sitting>>();
        // The date is the one on the clinic's wall: from the first place on earth where it begins to the last.
        var from = first.atStartOfDay(ZoneOffset.MAX).toInstant();
        var to = last.plusDays(1).atStartOfDay(ZoneOffset.MIN).toInstant();
        read(timetable, whose, from, to, sitting -> {
            if (sitting.booking().status() instanceof Expired || !wanted.test(sitting.session())) return;
            byDate.computeIfAbsent(sitting.date(), _ -> new ArrayList<>()).add(sitting);
        });
        byDate.values()
                .forEach(sittings -> sittings.sort(
                        Comparator.comparing(sitting -> sitting.session().slot().start())));
        var away = new HashMap<TherapistId, List<Stretch>>();
        for (var post : posts) away.computeIfAbsent(post.therapist(), it -> away(blocks, it, from, to));
        return first.datesUntil(last.plusDays(1))
                .map(date -> sheet(date, byDate.getOrDefault(date, List.of()), posts, away))
                .toList();
    }

    /** Hands over each session of each booking; of a visit that began before this time, too. */
    static void read(Timetable timetable, Whose whose, Instant from, Instant to, Consumer<Sitting> reader) {
        timetable.read(whose, from.minus(Visit.LONGEST), to, line -> {
            for (var part : line.booking().parts()) reader.accept(new Sitting(line.booking(), part));
        });
    }

    private DaySheet sheet(
            LocalDate date, List<Sitting> sessions, List<Post> posts, Map<TherapistId, List<Stretch>> away) {
        Map<TherapistId, List<Stretch>> taken = new HashMap<>();
        for (var sitting : sessions) {
            if (!sitting.booking().isStanding()) continue;
            var session = sitting.session();
            taken.computeIfAbsent(session.therapistId(), _ -> new ArrayList<>())
                    .add(new Stretch(session.takenFrom(), session.takenUntil()));
        }
        var shifts = new ArrayList<Shift>();
        var gaps = new ArrayList<Shift>();
        for (var post : posts) {
            var hours = Stretch.without(
                    hours(catalogue.get(), post.therapist(), post.clinic(), date), away.get(post.therapist()));
            for (var stretch : hours) shifts.add(new Shift(post.therapist(), post.clinic(), stretch));
            for (var gap : Stretch.without(hours, taken.getOrDefault(post.therapist(), List.of()))) {
                gaps.add(new Shift(post.therapist(), post.clinic(), gap));
            }
        }
        return new DaySheet(date, sessions, shifts, gaps);
    }

    /** When a therapist can't be booked at all. */
    static List<Stretch> away(Blocks blocks, TherapistId therapist, Instant from, Instant to) {
        return blocks.standing(therapist, from, to).stream()
                .map(block -> new Stretch(block.time().start(), block.time().end()))
                .toList();
    }

    /** By rota and opening hours. */
    static List<Stretch> hours(Catalogue known, TherapistId therapistId, ClinicId clinicId, LocalDate date) {
        var therapist = known.therapist(therapistId);
        var clinic = known.clinic(clinicId);
        return therapist.isEmpty() || clinic.isEmpty()
                ? List.of()
                : WorkingHours.of(therapist.get(), clinicId, clinic.get(), date);
    }
}
