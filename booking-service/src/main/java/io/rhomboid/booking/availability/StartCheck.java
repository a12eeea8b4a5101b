package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.CappedDay;
import io.rhomboid.booking.availability.StartAnswer.Closed;
import io.rhomboid.booking.availability.StartAnswer.Contact;
import io.rhomboid.booking.availability.StartAnswer.DayFull;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.HeldBack;
import io.rhomboid.booking.availability.StartAnswer.InBuffer;
import io.rhomboid.booking.availability.StartAnswer.InThePast;
import io.rhomboid.booking.availability.StartAnswer.NoEquipment;
import io.rhomboid.booking.availability.StartAnswer.NoLicence;
import io.rhomboid.booking.availability.StartAnswer.NoRoom;
import io.rhomboid.booking.availability.StartAnswer.NotListed;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.availability.StartAnswer.OffGrid;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartAnswer.OutsideOpeningHours;
import io.rhomboid.booking.availability.StartAnswer.Protected;
import io.rhomboid.booking.availability.StartAnswer.TimeOff;
import io.rhomboid.booking.availability.StartAnswer.TooShortNotice;
import io.rhomboid.booking.availability.StartAnswer.UnknownClinic;
import io.rhomboid.booking.availability.StartAnswer.UnknownTherapist;
import io.rhomboid.booking.availability.StartAnswer.UnknownTreatment;
import io.rhomboid.booking.availability.StartAnswer.WrongLength;
import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.treatment.Treatment;

/** Can this session start then? Fits exactly when {@link FreeSlots} would offer it, by the same {@link Session}. */
public final class StartCheck {

    /** What a therapist would rather not have, and the staff may book all the same. */
    public static final Predicate<DoesNotFit> WISHES = why -> why instanceof Protected || why instanceof HeldBack;

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
     * @param waived reasons that do not count; without a therapist, a room, or a price there is no session all the same
     */
    public StartAnswer check(AskedStart asked, Instant now, Predicate<DoesNotFit> waived) {
        var reasons = new Reasons(asked, now);
        for (var why : reasons.all) {
            if (!waived.test(why)) return why;
        }
        return reasons.fits();
    }

    /**
     * Every reason why the start is not offered; none means that it is. A start that is over or too far ahead has no
     * other reason that has to do with the time of day: nobody plans for such days.
     */
    public List<DoesNotFit> reasons(AskedStart asked, Instant now) {
        return List.copyOf(new Reasons(asked, now).all);
    }

    /** One start, asked for everything that could speak against it. */
    private final class Reasons {

        private final AskedStart asked;
        private final List<DoesNotFit> all = new ArrayList<>();
        private final List<RoomId> rooms = new ArrayList<>();
        private final TreeMap<EquipmentKind, List<EquipmentId>> equipment = new TreeMap<>();
        private @Nullable Workplace workplace;
        private Optional<CappedDay> day = Optional.empty();

        Reasons(AskedStart asked, Instant now) {
            this.asked = asked;
            var place = catalogue.place(asked.clinicId());
            var treatment = catalogue.treatment(asked.treatment());
            if (catalogue.therapist(asked.therapistId()).isEmpty()) all.add(new UnknownTherapist());
            else if (place == null) all.add(new UnknownClinic());
            else if (treatment.isEmpty()) all.add(new UnknownTreatment());
            else offered(place, treatment.get(), now);
        }

        private void offered(Place place, Treatment treatment, Instant now) {
            var allowed = catalogue.lengths(asked.treatment(), asked.clinicId());
            workplace = catalogue.workplace(asked.therapistId(), asked.clinicId());
            if (!allowed.contains(asked.lengthMinutes())) {
                all.add(new WrongLength(allowed));
            } else if (workplace == null) {
                all.add(new NotOffered(List.of()));
            } else {
                if (!workplace.offers().containsKey(offering())) all.add(new NotOffered(offered(workplace, allowed)));
                if (workplace.therapist().listing() != Therapist.Listing.LISTED) all.add(new NotListed());
                within(new Session(place, asked.treatment(), treatment, asked.lengthMinutes(), now), workplace, now);
            }
        }

        private List<Integer> offered(Workplace workplace, List<Integer> allowed) {
            return allowed.stream()
                    .filter(minutes -> workplace.offers().containsKey(new Offering(asked.treatment(), minutes)))
                    .toList();
        }

        private Offering offering() {
            return new Offering(asked.treatment(), asked.lengthMinutes());
        }

        private void within(Session session, Workplace workplace, Instant now) {
            if (asked.start().isBefore(now)) {
                all.add(new InThePast());
            } else if (!asked.start().isBefore(session.horizon())) {
                all.add(new BeyondHorizon(session.place().lastDay(now)));
            } else {
                if (asked.start().isBefore(session.earliest())) {
                    all.add(new TooShortNotice(
                            session.earliest(), contact(session.place().clinic())));
                }
                long start = CellSet.cellOf(asked.start());
                boolean onGrid = onGrid(session, start);
                boolean atWork = atWork(session, workplace, start);
                taken(session, workplace, start);
                day = session.cappedDay(start, workplace, occupancy.busy(asked.therapistId()));
                day.filter(capped -> capped.sessions() >= capped.cap()).ifPresent(full -> all.add(new DayFull(full)));
                if (onGrid && atWork) wished(session, workplace, start);
            }
        }

        private static Optional<Contact> contact(Clinic clinic) {
            return clinic.policy().contactInsideNotice()
                    ? Optional.of(new Contact(clinic.phone(), clinic.email()))
                    : Optional.empty();
        }

        private boolean onGrid(Session session, long start) {
            var grid = session.calendar().grid();
            if (grid.contains(start) && CellSet.startOf(start).equals(asked.start())) return true;
            all.add(new OffGrid(CellSet.startOf(grid.previous(start)), CellSet.startOf(grid.next(start + 1))));
            return false;
        }

        private boolean atWork(Session session, Workplace workplace, long start) {
            int before = all.size();
            var calendar = session.calendar();
            long end = start + session.length();
            if (!workplace.hours(calendar, start, end).containsAll(start, end)) all.add(new OutsideHours());
            if (!workplace.opening(calendar, start, end).containsAll(start, end)) all.add(new OutsideOpeningHours());
            var notClosed = workplace.notClosed(calendar, start, end);
            if (!notClosed.containsAll(start, end)) {
                var closure = session.place().closure(calendar.dayOf(notClosed.nextAbsent(start)));
                all.add(new Closed(closure.map(Closure::reason).orElse(null)));
            }
            if (workplace.isAway(start, end)) all.add(new TimeOff());
            if (!workplace.licensed(calendar, start, end).containsAll(start, end)) all.add(new NoLicence());
            return all.size() == before;
        }

        private void taken(Session session, Workplace workplace, long start) {
            var busy = occupancy.busy(asked.therapistId());
            var buffers = session.buffers(workplace);
            if (session.isBlocked(start, new Buffers(0, 0), busy)) {
                all.add(new Busy());
            } else if (session.isBlocked(start, buffers, busy)) {
                all.add(new InBuffer(buffers.before() * CellSet.MINUTES, buffers.after() * CellSet.MINUTES));
            }
            if (!addFreeFirst(rooms, session.rooms(), session, buffers, start)) all.add(new NoRoom());
            session.equipment().forEach((kind, pieces) -> {
                var sorted = equipment.computeIfAbsent(kind, _ -> new ArrayList<>());
                if (!addFreeFirst(sorted, pieces, session, buffers, start)) all.add(new NoEquipment(kind));
            });
        }

        /** Adds all, those that seem free first; whether there is one that does. */
        private <T extends Record> boolean addFreeFirst(
                List<T> into, List<T> suitable, Session session, Buffers buffers, long start) {
            var taken = new ArrayList<T>();
            for (var resource : suitable) {
                boolean blocked = session.isBlocked(start, buffers, occupancy.busy(resource));
                (blocked ? taken : into).add(resource);
            }
            boolean oneIsFree = !into.isEmpty();
            into.addAll(taken);
            return oneIsFree;
        }

        private void wished(Session session, Workplace workplace, long start) {
            var busy = occupancy.busy(asked.therapistId());
            if (session.isProtected(start, workplace, busy)) all.add(new Protected());
            if (LookBusy.holdsBack(asked.therapistId(), start, workplace.rules().lookBusyPercent())) {
                all.add(new HeldBack());
            }
        }

        private StartAnswer fits() {
            var there = workplace;
            var price = there == null ? null : there.offers().get(offering());
            if (there == null || price == null) throw new IllegalStateException("waived that it is not offered");
            var clinic = there.place().clinic();
            var buffers = there.buffers(asked.treatment());
            return new Fits(
                    asked.start().plusSeconds(asked.lengthMinutes() * 60L),
                    clinic.zone(),
                    clinic.policy(),
                    price,
                    buffers.before() * CellSet.MINUTES,
                    buffers.after() * CellSet.MINUTES,
                    List.copyOf(rooms),
                    equipment,
                    day);
        }
    }
}
