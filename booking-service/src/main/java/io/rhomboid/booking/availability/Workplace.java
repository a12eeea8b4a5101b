package io.rhomboid.booking.availability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.therapist.DiaryRules;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota.TimeOff;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** One therapist at one clinic: what they offer there, and the hours they can give it, laid onto cells once and kept. */
final class Workplace {

    /** A treatment of one length. */
    record Offering(TreatmentCode treatment, int lengthMinutes) {}

    /** The cells in which this therapist may treat here, on the calendar that they were laid out on; never changed. */
    private record Laid(WallCalendar calendar, CellSpans cells) {}

    private final TherapistId therapistId;
    private final Versioned<Therapist> told;
    private final Place place;
    private final Map<Offering, Money> offers;
    private volatile @Nullable Laid laid;

    Workplace(TherapistId therapistId, Versioned<Therapist> told, Place place) {
        this.therapistId = therapistId;
        this.told = told;
        this.place = place;
        var offers = new HashMap<Offering, Money>();
        for (Offer offer : therapist().offers()) {
            if (offer.clinicId().equals(place.id())) {
                offers.put(new Offering(offer.treatment(), offer.lengthMinutes()), offer.price());
            }
        }
        // Takes less room than what it was collected in.
        this.offers = Map.copyOf(offers);
    }

    TherapistId therapistId() {
        return therapistId;
    }

    Versioned<Therapist> told() {
        return told;
    }

    Therapist therapist() {
        return told.state();
    }

    Place place() {
        return place;
    }

    Map<Offering, Money> offers() {
        return offers;
    }

    /** What a session of this technique needs around it: what the clinic asks for, or this therapist if that is more. */
    Buffers buffers(TreatmentCode treatment) {
        var rules = rules();
        var here = place.buffers(treatment);
        if (rules.bufferBeforeMinutes() == null && rules.bufferAfterMinutes() == null) return here;
        return here.atLeast(Buffers.ofMinutes(
                Objects.requireNonNullElse(rules.bufferBeforeMinutes(), 0),
                Objects.requireNonNullElse(rules.bufferAfterMinutes(), 0)));
    }

    DiaryRules rules() {
        return therapist().rota().rules();
    }

    /** The cells that the shortest session which this therapist gives here takes, buffers included. */
    int shortest() {
        int shortest = Integer.MAX_VALUE;
        for (var offer : offers.entrySet()) {
            var offering = offer.getKey();
            var around = buffers(offering.treatment());
            int takes = around.before() + offering.lengthMinutes() / CellSet.MINUTES + around.after();
            shortest = Math.min(shortest, takes);
        }
        return shortest;
    }

    /** The cells in which this therapist may treat here: at work, the clinic open, not away, and licensed. */
    CellSpans treatable(WallCalendar calendar) {
        var known = laid;
        if (known != null && known.calendar == calendar) return known.cells;
        long from = calendar.firstCell();
        long to = calendar.endCell();
        var cells = calendar.lay(
                day -> covered(day) && place.closure(day).isEmpty() ? hoursOf(day) : WallCalendar.NO_HOURS, from, to);
        if (place.hasOpeningHours()) cells.keepAll(opening(calendar, from, to));
        removeTimeOff(cells);
        var spans = calendar.shared(new CellSpans(cells, from));
        laid = new Laid(calendar, spans);
        return spans;
    }

    /** The cells in which the clinic's door is open, closures not considered. */
    CellSet opening(WallCalendar calendar, long from, long to) {
        return calendar.lay(place::openingOf, from, to);
    }

    /** The cells of days on which the clinic is not closed altogether. */
    CellSet notClosed(WallCalendar calendar, long from, long to) {
        return calendar.lay(
                day -> place.closure(day).isEmpty() ? WallCalendar.WHOLE_DAY : WallCalendar.NO_HOURS, from, to);
    }

    /** The cells that the rota has as working hours, time off not considered. */
    CellSet hours(WallCalendar calendar, long from, long to) {
        return calendar.lay(this::hoursOf, from, to);
    }

    private int[] hoursOf(long epochDay) {
        var date = LocalDate.ofEpochDay(epochDay);
        for (var override : therapist().rota().overrides()) {
            if (override.date().equals(date) && override.clinicId().equals(place.id())) {
                return WallCalendar.pairs(override.hours());
            }
        }
        int[] all = WallCalendar.NO_HOURS;
        for (WeeklyHours hours : therapist().rota().weekly()) {
            if (!applies(hours, date)) continue;
            var pairs = WallCalendar.pairs(List.of(hours.hours()));
            all = all.length == 0 ? pairs : joined(all, pairs);
        }
        return all;
    }

    private boolean applies(WeeklyHours hours, LocalDate date) {
        return hours.day() == date.getDayOfWeek()
                && hours.clinicId().equals(place.id())
                && (hours.validFrom() == null || !date.isBefore(hours.validFrom()))
                && (hours.validUntil() == null || !date.isAfter(hours.validUntil()));
    }

    private static int[] joined(int[] some, int[] more) {
        var all = new int[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private void removeTimeOff(CellSet cells) {
        for (TimeOff away : therapist().rota().timeOff()) {
            cells.remove(CellSet.cellOf(away.start()), CellSet.cellFrom(away.end()));
        }
    }

    boolean isAway(long from, long to) {
        for (TimeOff away : therapist().rota().timeOff()) {
            if (CellSet.cellOf(away.start()) < to && from < CellSet.cellFrom(away.end())) return true;
        }
        return false;
    }

    /** The cells whose date, on the clinic's calendar, a licence covers. */
    CellSet licensed(WallCalendar calendar, long from, long to) {
        return calendar.lay(day -> covered(day) ? WallCalendar.WHOLE_DAY : WallCalendar.NO_HOURS, from, to);
    }

    private boolean covered(long epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        for (Licence licence : therapist().licences()) {
            if (licence.covers(day, place.clinic().jurisdiction())) return true;
        }
        return false;
    }
}
