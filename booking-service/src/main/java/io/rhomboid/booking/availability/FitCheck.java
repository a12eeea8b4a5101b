package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Does a session that was booked still fit what clinics and therapists say today?
 *
 * <p>By the same hours and licences as {@link StartCheck}. What only matters while it is being booked – notice, horizon,
 * grid, rules of the diary – is not asked, nor who else is there: claims see to that.
 */
public final class FitCheck {

    private static final int[] NEVER = {};
    private static final int[] ALL_DAY = {0, 86_400};

    private final Catalogue catalogue;

    public FitCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All that no longer fits, of any session of the booking; nothing when all do. */
    public Set<Misfit> misfits(BookingSnapshot booking) {
        var misfits = EnumSet.noneOf(Misfit.class);
        var place = catalogue.place(booking.clinicId());
        if (place == null) misfits.add(Misfit.CLINIC_CLOSED);
        addMisfits(
                misfits,
                place,
                booking.therapistId(),
                booking.treatment(),
                booking.start(),
                booking.end(),
                booking.roomId(),
                booking.equipmentIds());
        for (var further : booking.further()) {
            addMisfits(
                    misfits,
                    place,
                    further.therapistId(),
                    further.treatment(),
                    further.start(),
                    further.end(),
                    further.roomId(),
                    further.equipmentIds());
        }
        return misfits;
    }

    private void addMisfits(
            Set<Misfit> misfits,
            @Nullable Place place,
            TherapistId therapistId,
            TreatmentCode treatment,
            Instant start,
            Instant end,
            RoomId room,
            List<EquipmentId> equipment) {
        var therapist = catalogue.therapist(therapistId);
        if (therapist.map(Therapist::listing).orElse(null) != Therapist.Listing.LISTED) {
            misfits.add(Misfit.THERAPIST_UNLISTED);
        }
        if (place == null) return;
        var clinic = place.clinic();
        long from = CellSet.cellOf(start);
        long to = CellSet.cellFrom(end);
        // Its own: a clinic's calendar ends at its horizon, which may have come nearer since.
        var calendar = new WallCalendar(clinic.zone(), CellSet.MINUTES, start, end);
        var workplace = catalogue.workplace(therapistId, place.id());
        var offering = new Offering(treatment, Math.toIntExact((to - from) * CellSet.MINUTES));
        if (workplace == null || !workplace.offers().containsKey(offering)) misfits.add(Misfit.NOT_OFFERED);
        if (workplace != null && !workplace.hours(calendar, from, to).containsAll(from, to)) {
            misfits.add(Misfit.OUTSIDE_HOURS);
        }
        if (workplace != null && !workplace.licensed(calendar, from, to).containsAll(from, to)) {
            misfits.add(Misfit.LICENCE_MISSING);
        }
        if (!calendar.lay(day -> open(clinic, LocalDate.ofEpochDay(day)), from, to)
                .containsAll(from, to)) {
            misfits.add(Misfit.CLINIC_CLOSED);
        }
        if (clinic.rooms().stream().map(Room::id).noneMatch(room::equals)) misfits.add(Misfit.ROOM_GONE);
        var pieces = clinic.equipment().stream().map(Equipment::id).toList();
        if (!pieces.containsAll(equipment)) misfits.add(Misfit.EQUIPMENT_GONE);
    }

    private static int[] open(Clinic clinic, LocalDate date) {
        for (var closure : clinic.closures()) {
            if (!date.isBefore(closure.from()) && !date.isAfter(closure.until())) return NEVER;
        }
        if (clinic.openingHours().isEmpty()) return ALL_DAY;
        return clinic.openingHours().stream()
                .filter(opening -> opening.day() == date.getDayOfWeek())
                .map(Clinic.OpeningHours::hours)
                .flatMapToInt(hours -> {
                    int to = hours.to().toSecondOfDay();
                    return IntStream.of(hours.from().toSecondOfDay(), to == 0 ? 86_400 : to);
                })
                .toArray();
    }
}
