package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.InThePast;
import io.rhomboid.booking.availability.StartAnswer.NoEquipment;
import io.rhomboid.booking.availability.StartAnswer.NoLicence;
import io.rhomboid.booking.availability.StartAnswer.NoRoom;
import io.rhomboid.booking.availability.StartAnswer.NotListed;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.availability.StartAnswer.OffGrid;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartAnswer.TimeOff;
import io.rhomboid.booking.availability.StartAnswer.TooShortNotice;
import io.rhomboid.booking.availability.StartAnswer.UnknownClinic;
import io.rhomboid.booking.availability.StartAnswer.UnknownTherapist;
import io.rhomboid.booking.availability.StartAnswer.UnknownTreatment;
import io.rhomboid.booking.availability.StartAnswer.WrongLength;
import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.therapist.Therapist;

/** Can this session start then? Fits exactly when {@link FreeSlots} would offer it, by the same {@link Session}. */
public final class StartCheck {

    private final Catalogue catalogue;
    private final Occupancy occupancy;

    public StartCheck(Catalogue catalogue, Occupancy occupancy) {
        this.catalogue = catalogue;
        this.occupancy = occupancy;
    }

    /** Whether it fits, or the first reason why not. */
    public StartAnswer check(AskedStart asked, Instant now) {
        return check(asked, now, _ -> false);
    }

    /**
     * Whether it fits, or the first reason why not.
     *
     * @param waived reasons that do not count: of notice and hours
     */
    public StartAnswer check(AskedStart asked, Instant now, Predicate<DoesNotFit> waived) {
        var therapist = catalogue.therapist(asked.therapistId());
        if (therapist.isEmpty()) return new UnknownTherapist();
        var place = catalogue.place(asked.clinicId());
        if (place == null) return new UnknownClinic();
        var treatment = catalogue.treatment(asked.treatment());
        if (treatment.isEmpty()) return new UnknownTreatment();
        var allowed = treatment.get().lengthsMinutes();
        if (!allowed.contains(asked.lengthMinutes())) return new WrongLength(allowed);
        var workplace = catalogue.workplace(asked.therapistId(), asked.clinicId());
        if (workplace == null) return new NotOffered(List.of());
        var price = workplace.offers().get(new Offering(asked.treatment(), asked.lengthMinutes()));
        if (price == null) return new NotOffered(offered(workplace, asked, allowed));
        if (therapist.get().listing() != Therapist.Listing.LISTED) return new NotListed();

        var session = new Session(place, treatment.get(), asked.lengthMinutes(), now);
        if (asked.start().isBefore(now)) return new InThePast();
        var soon = new TooShortNotice(session.earliest());
        if (asked.start().isBefore(session.earliest()) && !waived.test(soon)) return soon;
        if (!asked.start().isBefore(session.horizon())) return new BeyondHorizon(place.lastDay(now));
        long start = CellSet.cellOf(asked.start());
        var grid = session.calendar().grid();
        if (!grid.contains(start) || !CellSet.startOf(start).equals(asked.start())) {
            return new OffGrid(CellSet.startOf(grid.previous(start)), CellSet.startOf(grid.next(start + 1)));
        }

        long end = start + session.length();
        var cells = workplace.hours(session.calendar(), start, end);
        var outside = new OutsideHours();
        if (waived.test(outside)) cells.add(start, end);
        if (!isWhole(cells, session, start)) return outside;
        workplace.removeTimeOff(cells);
        if (!isWhole(cells, session, start)) return new TimeOff();
        cells.keepAll(workplace.licensed(session.calendar(), start, end));
        if (!isWhole(cells, session, start)) return new NoLicence();

        if (session.isBlocked(start, occupancy.busy(asked.therapistId()))) return new Busy();
        var rooms = new Candidates<>(session.rooms(), session, start);
        if (rooms.noneFree) return new NoRoom();
        var equipment = new TreeMap<EquipmentKind, List<EquipmentId>>();
        for (var needed : session.equipment().entrySet()) {
            var pieces = new Candidates<>(needed.getValue(), session, start);
            if (pieces.noneFree) return new NoEquipment(needed.getKey());
            equipment.put(needed.getKey(), pieces.freeFirst);
        }
        var clinic = place.clinic();
        return new Fits(CellSet.startOf(end), clinic.zone(), clinic.policy(), price, rooms.freeFirst, equipment);
    }

    private static List<Integer> offered(Workplace workplace, AskedStart asked, List<Integer> allowed) {
        return allowed.stream()
                .filter(minutes -> workplace.offers().containsKey(new Offering(asked.treatment(), minutes)))
                .toList();
    }

    private static boolean isWhole(CellSet cells, Session session, long start) {
        var starts = new CellSet(start, start + session.length());
        starts.addAll(cells);
        session.keepWholeSessions(starts);
        return starts.contains(start);
    }

    /** The resources that would do, those that seem free first. */
    private final class Candidates<T extends Record> {

        private final List<T> freeFirst = new ArrayList<>();
        private final boolean noneFree;

        Candidates(List<T> suitable, Session session, long start) {
            var taken = new ArrayList<T>();
            for (var resource : suitable) {
                boolean blocked = session.isBlocked(start, occupancy.busy(resource));
                (blocked ? taken : freeFirst).add(resource);
            }
            noneFree = freeFirst.isEmpty();
            freeFirst.addAll(taken);
        }
    }
}
