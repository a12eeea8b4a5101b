package io.rhomboid.booking.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.Occupancy;
import io.rhomboid.booking.availability.When;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.waitlist.Standing.Cancelled;
import io.rhomboid.booking.waitlist.Standing.Lapsed;
import io.rhomboid.booking.waitlist.Standing.Offered;
import io.rhomboid.booking.waitlist.Standing.Promised;
import io.rhomboid.booking.waitlist.Standing.Taken;
import io.rhomboid.booking.waitlist.Standing.Waiting;
import io.rhomboid.booking.waitlist.Waitlist.Kept;
import io.rhomboid.booking.waitlist.WaitlistAnswer.Done;
import io.rhomboid.booking.waitlist.WaitlistAnswer.FreeNow;
import io.rhomboid.booking.waitlist.WaitlistAnswer.No;
import io.rhomboid.booking.waitlist.WaitlistAnswer.TooMany;
import io.rhomboid.booking.waitlist.WaitlistAnswer.VersionChanged;
import io.rhomboid.booking.waitlist.WaitlistAnswer.Why;
import io.rhomboid.booking.waitlist.WaitlistAnswer.WrongDates;
import io.rhomboid.booking.waitlist.WaitlistAnswer.WrongLength;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/**
 * Takes in who waits, and offers what becomes free.
 *
 * <p>Nobody has to tell it that something became free: each {@link #round} looks at what is free, whatever freed it, and
 * at who waits. An offer is two documents, an {@link Entry} and the hold that keeps the slot, and three writes:
 * <ol>
 *   <li>the entry: this slot is promised to them, under this hold's id;
 *   <li>the hold, which can be lost to a rival like any other, and then the entry waits again;
 *   <li>the entry: it is offered. Only this is told, so nobody hears of a slot that is not kept for them.
 * </ol>
 * When the offer ends unaccepted, the entry notes first that its hold is to be handed on; then the hold becomes the next
 * one's by one write, or is freed. A crash between any two is made good by the next round of anybody. Every step can be
 * taken twice, or by two at once: each is kept only if it is the very next one. A client's yes counts when the hold is
 * confirmed, whatever the entry says by then.
 */
public final class WaitlistDesk {

    private static final Cause TURN = Cause.TIME_OVER;
    private static final int ALTERNATIVES = 3;
    private static final int OFFERS_AT_ONCE = 200;

    /** A round is made so often whatever has changed: other instances leave things behind, and time changes what is free. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** Dates can be asked for as far ahead as a clinic's horizon can be. */
    private static final int DAYS_AHEAD = 366;

    private final Waitlist waitlist;
    private final BookingDesk bookings;
    private final Recognition clients;
    private final Availability availability;
    private final BooleanSupplier guarded;
    private final Clock clock;

    /** Whether this instance has changed an entry since the last round began. */
    private volatile boolean touched = true;

    private volatile boolean somebodyWaits = true;
    private volatile long seenChanges = -1;
    private volatile @Nullable Catalogue seenCatalogue;
    private volatile Instant lookAgainAt = Instant.MIN;

    /** @param guarded whether the store refuses a claim that somebody has */
    public WaitlistDesk(
            Waitlist waitlist,
            BookingDesk bookings,
            Recognition clients,
            Availability availability,
            BooleanSupplier guarded,
            Clock clock) {
        this.waitlist = waitlist;
        this.bookings = bookings;
        this.clients = clients;
        this.availability = availability;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** Somebody waits from now on. The id is derived from the key, so that a repeat finds the first. */
    public WaitlistAnswer join(WaitlistEntryId id, Op op, Wish wish, Client client) {
        var made = alreadyMade(id, op);
        if (made.isPresent()) return made.get();
        if (!availability.isReady()) return new No(Why.CATALOGUE_UNKNOWN);
        var now = clock.instant();
        var no = objection(wish, now);
        if (no.isPresent()) return no.get();
        var known = clients.known(client);
        var free = openings(availability.diary(), now).of(wish, ALTERNATIVES).stream()
                .filter(slot -> known.isEmpty() || !bookings.isEngaged(known.get(), time(slot), null))
                .sorted(Comparator.comparing(FreeSlot::start))
                .limit(ALTERNATIVES)
                .toList();
        if (!free.isEmpty()) return new FreeNow(free);

        var clientId = clients.recognise(client);
        for (int place = 1; place <= Entry.PLACES; place++) {
            var joined = Entry.join(id, clientId, wish, place, now);
            if (add(joined, op)) return new Done(joined.entry());
            made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
        }
        return new TooMany(Entry.PLACES);
    }

    private Optional<WaitlistAnswer> alreadyMade(WaitlistEntryId id, Op op) {
        return waitlist.find(id).map(kept -> op.equals(kept.op()) ? new Done(kept.entry()) : new No(Why.KEY_REUSED));
    }

    private Optional<WaitlistAnswer> objection(Wish wish, Instant now) {
        var catalogue = availability.catalogue();
        var clinic = catalogue.clinic(wish.clinicId());
        if (clinic.isEmpty()) return Optional.of(new No(Why.UNKNOWN_CLINIC));
        if (catalogue.treatment(wish.treatment()).isEmpty()) return Optional.of(new No(Why.UNKNOWN_TREATMENT));
        var allowed = catalogue.lengths(wish.treatment(), wish.clinicId());
        if (!allowed.containsAll(wish.lengths())) return Optional.of(new WrongLength(allowed));
        if (wish.therapistId() != null
                && catalogue.therapist(wish.therapistId()).isEmpty()) {
            return Optional.of(new No(Why.UNKNOWN_THERAPIST));
        }
        if (!isOffered(wish, catalogue)) return Optional.of(new No(Why.NOT_OFFERED));
        var today = LocalDate.ofInstant(now, clinic.get().zone());
        var last = today.plusDays(DAYS_AHEAD);
        return wish.until().isBefore(today) || wish.until().isAfter(last)
                ? Optional.of(new WrongDates(today, last))
                : Optional.empty();
    }

    private static boolean isOffered(Wish wish, Catalogue catalogue) {
        var therapists =
                wish.therapistId() == null ? catalogue.therapistsAt(wish.clinicId()) : List.of(wish.therapistId());
        return therapists.stream()
                .flatMap(id -> catalogue.therapist(id).stream())
                .flatMap(therapist -> therapist.offers().stream())
                .anyMatch(offer -> offer.clinicId().equals(wish.clinicId())
                        && offer.treatment().equals(wish.treatment())
                        && wish.lengths().contains(offer.lengthMinutes()));
    }

    public Optional<Entry> find(WaitlistEntryId id) {
        return waitlist.find(id).map(Kept::entry);
    }

    /** Where a client waits or is offered something, the first joined first. */
    public List<Entry> of(ClientId client) {
        return waitlist.openOf(client).stream()
                .sorted(Comparator.comparing(Entry::joinedAt))
                .toList();
    }

    /** Who waits at a clinic or is offered something, in the clinic's order; empty when there is no such clinic. */
    public Optional<List<Entry>> at(ClinicId id) {
        return availability
                .catalogue()
                .clinic(id)
                .map(clinic -> waitlist.openAt(id).stream()
                        .sorted(Turns.list(clinic.policy().waitlistOrder()))
                        .toList());
    }

    /**
     * They take what is offered to them: the session is theirs.
     *
     * @param answered whether anything speaks against it; without it nothing is taken
     */
    public WaitlistAnswer accept(WaitlistEntryId id, long expected, Screenings answered, Cause cause) {
        while (true) {
            var entry = find(id).orElse(null);
            switch (entry == null ? null : entry.standing()) {
                case null -> {
                    return new No(Why.UNKNOWN_ENTRY);
                }
                case Taken _ -> {
                    return new Done(entry);
                }
                case Lapsed _, Cancelled _ -> {
                    return new No(Why.NOT_WAITING);
                }
                case Waiting _, Promised _ -> {
                    return entry.version() == expected ? new No(Why.NO_OFFER) : new VersionChanged(entry.version());
                }
                case Offered(var offer) -> {
                    if (entry.version() != expected) return new VersionChanged(entry.version());
                    var hold = bookings.find(offer.hold()).orElse(null);
                    if (hold == null) return new No(Why.OFFER_OVER);
                    if (hold.isOfferedTo(id)) {
                        if (!clock.instant().isBefore(offer.until())) return new No(Why.OFFER_OVER);
                        var answer = bookings.confirm(hold.id(), hold.version(), null, answered, cause);
                        if (answer.equals(new Answer.No(Refusal.NOT_SCREENED))) return new No(Why.NOT_SCREENED);
                        if (answer.equals(new Answer.No(Refusal.CLIENT_FORGOTTEN))) {
                            return new No(Why.CLIENT_FORGOTTEN);
                        }
                        if (answer instanceof Answer.VersionChanged) continue;
                        if (!(answer instanceof Answer.Done)) return new No(Why.OFFER_OVER);
                    } else if (!isTheirs(hold, entry, offer)) {
                        return new No(Why.OFFER_OVER);
                    }
                    return new Done(taken(entry, offer));
                }
            }
        }
    }

    /** They do not want what is offered to them, and go on waiting for another one. */
    public WaitlistAnswer decline(WaitlistEntryId id, long expected) {
        while (true) {
            var entry = find(id).orElse(null);
            if (entry == null) return new No(Why.UNKNOWN_ENTRY);
            if (!entry.standing().isOpen()) return new No(Why.NOT_WAITING);
            if (entry.version() != expected) return new VersionChanged(entry.version());
            if (!(entry.standing() instanceof Offered(var offer))) return new No(Why.NO_OFFER);
            var declined = entry.decline(offer, clock.instant());
            if (save(declined)) return new Done(handOn(declined.entry()));
        }
    }

    /** They do not want to wait any longer. */
    public WaitlistAnswer cancel(WaitlistEntryId id, long expected) {
        while (true) {
            var entry = find(id).orElse(null);
            if (entry == null) return new No(Why.UNKNOWN_ENTRY);
            switch (entry.standing()) {
                case Cancelled _ -> {
                    return new Done(entry);
                }
                case Taken _, Lapsed _ -> {
                    return new No(Why.NOT_WAITING);
                }
                case Waiting _, Promised _, Offered _ -> {
                    if (entry.version() != expected) return new VersionChanged(entry.version());
                    // What was begun is finished first: then it is known what is left behind.
                    if (entry.standing() instanceof Promised promised) {
                        keep(entry, promised);
                        expected = find(id).orElseThrow().version();
                        continue;
                    }
                    var cancelled = entry.cancel(clock.instant());
                    if (save(cancelled)) return new Done(handOn(cancelled.entry()));
                }
            }
        }
    }

    /** A client has booked this, at this moment: they wait no longer for the like of it. */
    public void booked(BookingId id, BookingSnapshot session, Instant at) {
        for (var entry : waitlist.openOf(session.clientId())) {
            if (entry.joinedAt().isBefore(at) && entry.wish().isMetBy(session)) lapseBooked(entry.id(), id);
        }
    }

    private void lapseBooked(WaitlistEntryId id, BookingId booking) {
        while (true) {
            var entry = find(id).orElseThrow();
            if (!entry.standing().isOpen()) return;
            if (entry.standing() instanceof Promised promised) {
                keep(entry, promised);
                continue;
            }
            if (entry.offer() != null && entry.offer().hold().equals(booking)) {
                tend(entry);
                return;
            }
            var lapsed = entry.lapse(LapseReason.BOOKED, clock.instant());
            if (save(lapsed)) {
                handOn(lapsed.entry());
                return;
            }
        }
    }

    /**
     * A {@link #round} if it could come to something: an entry was changed here, somebody waits and what is taken or who
     * works has changed, an offer's time is over, or the last round was long ago. Else the store is not asked.
     */
    public int roundIfDue() {
        var now = clock.instant();
        var catalogue = availability.catalogue();
        long changes = availability.diary().changes();
        boolean othersChanged = somebodyWaits && (changes != seenChanges || catalogue != seenCatalogue);
        if (!touched && !othersChanged && now.isBefore(lookAgainAt)) return 0;
        touched = false;
        seenChanges = changes;
        seenCatalogue = catalogue;
        lookAgainAt = now.plus(SWEEP);
        return round();
    }

    private boolean add(Entry.Step joined, Op op) {
        try {
            return waitlist.add(joined, op);
        } finally {
            touched = true;
        }
    }

    private boolean save(Entry.Step step) {
        try {
            return waitlist.save(step);
        } finally {
            touched = true;
        }
    }

    /**
     * Finishes what was begun, ends what is over, and offers what is free to whose turn it is; answers how many offers
     * were made. Safe to be made by several at once, and again at any time.
     */
    public int round() {
        if (!guarded.getAsBoolean() || !availability.isReady()) return 0;
        var unfinished = waitlist.unfinished();
        somebodyWaits = !unfinished.isEmpty();
        for (var entry : unfinished) {
            if (entry.standing() instanceof Offered(var offer) && offer.until().isBefore(lookAgainAt)) {
                lookAgainAt = offer.until();
            }
            tend(entry);
        }
        var waiting = unfinished.stream()
                .filter(entry -> entry.standing() instanceof Waiting && !hasLapsed(entry))
                .map(entry -> entry.wish().clinicId())
                .distinct()
                .toList();
        int made = 0;
        for (var clinic : waiting) made += offerAt(clinic);
        return made;
    }

    /** Takes the next step for one entry, if there is one. */
    private void tend(Entry entry) {
        switch (entry.standing()) {
            case Promised promised -> keep(entry, promised);
            case Offered(var offer) -> tend(entry, offer);
            case Waiting _, Taken _, Lapsed _, Cancelled _ -> {
                if (entry.handing() != null) handOn(entry);
            }
        }
    }

    private void tend(Entry entry, Offer offer) {
        var now = clock.instant();
        var over = !now.isBefore(offer.until());
        var hold = bookings.find(offer.hold()).orElse(null);
        if (hold != null && isTheirs(hold, entry, offer)) {
            taken(entry, offer);
        } else if (over) {
            var missed = entry.missOffer(offer, now);
            if (save(missed)) handOn(missed.entry());
        } else if (hold == null || !hold.isOfferedTo(entry.id())) {
            save(entry.loseOffer(offer, now));
        }
    }

    private static boolean isTheirs(Booking hold, Entry entry, Offer offer) {
        return hold.clientId().equals(entry.clientId()) && offer.isBookedAs(hold);
    }

    /** The hold is confirmed: that is what counts, whatever has become of the entry meanwhile. */
    private Entry taken(Entry seen, Offer offer) {
        var entry = seen;
        while (!(entry.standing() instanceof Taken) && entry.isAbout(offer)) {
            var step = entry.take(offer, clock.instant());
            if (save(step)) return step.entry();
            entry = find(seen.id()).orElseThrow();
        }
        return entry;
    }

    /** Whether they wait no longer; then it is written down. */
    private boolean hasLapsed(Entry entry) {
        var now = clock.instant();
        var reason = entry.unanswered() >= Entry.MOST_UNANSWERED
                ? LapseReason.UNANSWERED
                : isOver(entry.wish(), now) ? LapseReason.DATES_OVER : null;
        if (reason == null) return false;
        save(entry.lapse(reason, now));
        return true;
    }

    private boolean isOver(Wish wish, Instant now) {
        return availability
                .catalogue()
                .clinic(wish.clinicId())
                .filter(clinic -> !now.isBefore(new When.Day(wish.until()).endIn(clinic.zone())))
                .isPresent();
    }

    /** Offers what is free at a clinic, one after the other, until nobody who waits could take anything more. */
    private int offerAt(ClinicId id) {
        var refused = new HashSet<Candidate>();
        int made = 0;
        while (made < OFFERS_AT_ONCE) {
            var turn = turn(id, availability.diary(), null, refused);
            if (turn.isEmpty()) break;
            if (offer(turn.get(), new BookingId(UUID.randomUUID()), null)) made++;
            else refused.add(turn.get().candidate());
        }
        return made;
    }

    /** @param among how many were weighed */
    private record Turn(Candidate candidate, Clinic clinic, int among) {}

    /**
     * Whose turn it is, and for what.
     *
     * @param handed the offer whose hold is to be handed on; null for anything that is free
     * @param refused what has turned out not to be possible
     */
    private Optional<Turn> turn(
            ClinicId id, Occupancy occupancy, @Nullable Offer handed, Collection<Candidate> refused) {
        var clinic = availability.catalogue().clinic(id);
        if (clinic.isEmpty()) return Optional.empty();
        var now = clock.instant();
        var open = waitlist.openAt(id);
        var order = clinic.get().policy().waitlistOrder();
        var openings = openings(occupancy, now);
        var offeredTo = offeredTo(open);
        // Also what is promised and not held yet: else two instances would give one slot to two, out of turn.
        var spoken = open.stream().flatMap(entry -> entry.spokenFor().stream()).toList();
        var candidates = open.stream()
                .filter(entry -> entry.standing() instanceof Waiting
                        && entry.unanswered() < Entry.MOST_UNANSWERED
                        && !offeredTo.contains(entry.clientId()))
                .flatMap(entry -> openings.of(entry, order).stream())
                .filter(candidate -> handed == null || overlap(candidate.slot(), handed.slot()))
                .filter(candidate -> spoken.stream().noneMatch(other -> overlap(candidate.slot(), other.slot())))
                .toList();
        var among = Math.toIntExact(
                candidates.stream().map(Candidate::entry).distinct().count());
        return candidates.stream()
                .sorted(Turns.by(order))
                .filter(candidate -> !refused.contains(candidate))
                .filter(candidate -> !bookings.isEngaged(
                        candidate.entry().clientId(), time(candidate.slot()), handed == null ? null : handed.hold()))
                .findFirst()
                .map(candidate -> new Turn(candidate, clinic.get(), among));
    }

    private static Set<ClientId> offeredTo(List<Entry> open) {
        return open.stream()
                .filter(entry -> !(entry.standing() instanceof Waiting))
                .map(Entry::clientId)
                .collect(Collectors.toSet());
    }

    private static boolean overlap(FreeSlot one, FreeSlot other) {
        return one.therapistId().equals(other.therapistId())
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end());
    }

    /** True if it is offered to them now. */
    private boolean offer(Turn turn, BookingId hold, @Nullable WaitlistEntryId from) {
        var entry = turn.candidate().entry();
        var slot = turn.candidate().slot();
        var policy = turn.clinic().policy();
        var answerBy = slot.start().minus(entry.wish().notice());
        var until = clock.instant().plus(Duration.ofMinutes(policy.offerMinutes()));
        var offer = new Offer(
                hold,
                entry.wish().treatment(),
                slot,
                turn.clinic().zone(),
                until.isBefore(answerBy) ? until : answerBy,
                policy.waitlistOrder(),
                turn.among(),
                policy.waitlistOrder() == WaitlistOrder.BEST_FIT
                        ? turn.candidate().unusableMinutes()
                        : null);
        var promise = entry.promise(offer, from);
        return save(promise) && keep(promise.entry(), (Promised) promise.entry().standing());
    }

    /** Wins the hold for what was promised, or takes the promise back. True if it is offered now. */
    private boolean keep(Entry entry, Promised promised) {
        var offer = promised.offer();
        var now = clock.instant();
        if (!now.isBefore(offer.until())) {
            var forgotten = entry.forgotten(offer);
            if (save(forgotten)) handOn(forgotten.entry());
            return false;
        }
        Answer answer;
        do {
            answer = bookings.offer(
                    offer.hold(),
                    offer.asked(),
                    entry.clientId(),
                    entry.id(),
                    promised.from(),
                    offer.until().plus(Offer.HANDING_ON),
                    TURN);
        } while (answer instanceof Answer.VersionChanged);
        if (!(answer instanceof Answer.Done(var hold))) {
            save(entry.broken());
            return false;
        }
        if (save(entry.offered(offer, now))) return true;
        // Somebody else has taken the step; or has given the promise up, and the hold came too late.
        if (!find(entry.id()).orElseThrow().isAbout(offer)) bookings.release(hold.id(), hold.version(), null, TURN);
        return false;
    }

    /** What an ended offer left behind becomes the next one's, or is free. The entry as it is after. */
    private Entry handOn(Entry entry) {
        var ended = entry.handing();
        if (ended == null) return entry;
        var refused = new HashSet<Candidate>();
        while (true) {
            var hold = bookings.find(ended.hold()).orElse(null);
            if (hold != null && isTheirs(hold, entry, ended)) return taken(entry, ended);
            if (hold == null || !hold.isOfferedTo(entry.id())) break;
            if (hold.isLapsed(clock.instant())) {
                bookings.expire(hold);
                break;
            }
            var promised = promisedOf(ended, entry.wish().clinicId());
            if (promised.isPresent()) {
                keep(promised.get(), (Promised) promised.get().standing());
                continue;
            }
            var beside = availability.diary().without(hold.id());
            var turn = turn(entry.wish().clinicId(), beside, ended, refused);
            if (turn.isEmpty()) bookings.release(hold.id(), hold.version(), null, TURN);
            else if (!offer(turn.get(), hold.id(), entry.id()))
                refused.add(turn.get().candidate());
        }
        var settled = entry.settled();
        return save(settled) ? settled.entry() : find(entry.id()).orElseThrow();
    }

    /** To whom somebody else is handing this on at the moment. */
    private Optional<Entry> promisedOf(Offer ended, ClinicId clinic) {
        return waitlist.openAt(clinic).stream()
                .filter(entry -> entry.standing() instanceof Promised(var offer, var _)
                        && offer.hold().equals(ended.hold()))
                .findFirst();
    }

    private static TimeSlot time(FreeSlot slot) {
        return new TimeSlot(slot.start(), slot.end());
    }

    private Openings openings(Occupancy occupancy, Instant now) {
        return new Openings(availability.catalogue(), occupancy, now);
    }
}
