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
            boolean later = i > 0;
            // Only the visit as a whole starts on the grid, and what a therapist wishes for a day is asked for it all.
            Predicate<DoesNotFit> mayBe = alone
                    ? waived
                    : why -> StartCheck.WISHES.test(why) || later && why instanceof OffGrid || waived.test(why);
            switch (check.check(starts.get(i), now, mayBe)) {
                case DoesNotFit why -> {
                    return new VisitDoesNotFit(i + 1, why);
                }
                case Fits one -> fits.add(one);
            }
        }
        return alone ? new VisitFits(fits) : together(asked, starts, fits, now, waived);
    }

    private VisitAnswer together(
            AskedVisit asked, List<AskedStart> starts, List<Fits> fits, Instant now, Predicate<DoesNotFit> waived) {
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
        var arrangement = new Arrangement(seats, occupancy);
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
}
