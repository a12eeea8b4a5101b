package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.rhomboid.booking.availability.Arrangement.Seat;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.OffGrid;
import io.rhomboid.booking.availability.VisitAnswer.VisitDoesNotFit;
import io.rhomboid.booking.availability.VisitAnswer.VisitFits;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;

/**
 * Can this visit start then? Each session is asked about like one by itself, by {@link StartCheck}, and then all
 * together, by {@link Arrangement}: so it fits exactly when {@link FreeVisits} would offer it.
 */
public final class VisitCheck {

    private final Catalogue catalogue;
    private final Occupancy occupancy;

    public VisitCheck(Catalogue catalogue, Occupancy occupancy) {
        this.catalogue = catalogue;
        this.occupancy = occupancy;
    }

    /**
     * Whether it fits, or the first reason why not.
     *
     * @param waived reasons that do not count
     */
    public VisitAnswer check(AskedVisit asked, Instant now, Predicate<DoesNotFit> waived) {
        var check = new StartCheck(catalogue, occupancy);
        var starts = asked.starts();
        boolean alone = starts.size() == 1;
        var fits = new ArrayList<Fits>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            int index = i;
            Predicate<DoesNotFit> mayBe = alone ? waived : why -> isOfAll(index, why) || waived.test(why);
            switch (check.check(starts.get(i), now, mayBe)) {
                case DoesNotFit why -> {
                    return new VisitDoesNotFit(i + 1, why);
                }
                case Fits one -> fits.add(one);
            }
        }
        return alone ? new VisitFits(fits) : together(asked, starts, fits, now, waived);
    }

    /**
     * Everything that speaks against it; nothing exactly when it fits. What speaks against the sessions together is asked
     * only when nothing speaks against each by itself.
     */
    public List<VisitDoesNotFit> reasons(AskedVisit asked, Instant now) {
        var check = new StartCheck(catalogue, occupancy);
        var starts = asked.starts();
        var all = new ArrayList<VisitDoesNotFit>();
        for (int i = 0; i < starts.size(); i++) {
            for (var why : check.reasons(starts.get(i), now)) {
                if (starts.size() == 1 || !isOfAll(i, why)) all.add(new VisitDoesNotFit(i + 1, why));
            }
        }
        return all.isEmpty() && starts.size() > 1
                ? arrangement(asked, starts, now).reasons(asked.oneRoom())
                : List.copyOf(all);
    }

    /** Only the visit as a whole starts on the grid, and what a therapist wishes for a day is asked for it all. */
    private static boolean isOfAll(int index, DoesNotFit why) {
        return StartCheck.WISHES.test(why) || index > 0 && why instanceof OffGrid;
    }

    private VisitAnswer together(
            AskedVisit asked, List<AskedStart> starts, List<Fits> fits, Instant now, Predicate<DoesNotFit> waived) {
        var arrangement = arrangement(asked, starts, now);
        var against = arrangement.against(waived);
        if (against != null) return against;
        var premises = arrangement.premises(asked.oneRoom());
        if (premises == null) return arrangement.withoutPremises(asked.oneRoom());
        var together = new ArrayList<Fits>(fits.size());
        for (int i = 0; i < fits.size(); i++) {
            var one = fits.get(i);
            var equipment = new TreeMap<EquipmentKind, List<EquipmentId>>();
            premises.equipment().get(i).forEach((kind, piece) -> equipment.put(kind, List.of(piece)));
            together.add(new Fits(
                    one.end(),
                    one.zone(),
                    one.policy(),
                    one.price(),
                    one.bufferBeforeMinutes(),
                    one.bufferAfterMinutes(),
                    List.of(premises.rooms().get(i)),
                    equipment,
                    Optional.ofNullable(arrangement.day(i))));
        }
        return new VisitFits(together);
    }

    private Arrangement arrangement(AskedVisit asked, List<AskedStart> starts, Instant now) {
        var seats = new ArrayList<Seat>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var workplace = Objects.requireNonNull(catalogue.workplace(start.therapistId(), start.clinicId()));
            var treatment = catalogue.treatment(start.treatment()).orElseThrow();
            seats.add(new Seat(
                    new Session(workplace.place(), start.treatment(), treatment, start.lengthMinutes(), now),
                    workplace,
                    CellSet.cellOf(start.start()),
                    asked.sessions().get(i).companions()));
        }
        return new Arrangement(seats, occupancy);
    }
}
