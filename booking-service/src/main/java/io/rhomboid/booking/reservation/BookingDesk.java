package io.rhomboid.booking.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.FreeVisits;
import io.rhomboid.booking.availability.Occupancy;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.CappedDay;
import io.rhomboid.booking.availability.StartAnswer.Closed;
import io.rhomboid.booking.availability.StartAnswer.DayFull;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.HeldBack;
import io.rhomboid.booking.availability.StartAnswer.InBuffer;
import io.rhomboid.booking.availability.StartAnswer.NoEquipment;
import io.rhomboid.booking.availability.StartAnswer.NoRoom;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.availability.StartAnswer.OffGrid;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartAnswer.OutsideOpeningHours;
import io.rhomboid.booking.availability.StartAnswer.Protected;
import io.rhomboid.booking.availability.StartAnswer.TooShortNotice;
import io.rhomboid.booking.availability.StartAnswer.UnknownClinic;
import io.rhomboid.booking.availability.StartAnswer.UnknownTherapist;
import io.rhomboid.booking.availability.StartAnswer.UnknownTreatment;
import io.rhomboid.booking.availability.StartAnswer.WrongLength;
import io.rhomboid.booking.availability.VisitAnswer;
import io.rhomboid.booking.availability.VisitAnswer.VisitDoesNotFit;
import io.rhomboid.booking.availability.VisitAnswer.VisitFits;
import io.rhomboid.booking.availability.VisitCheck;
import io.rhomboid.booking.availability.When;
import io.rhomboid.booking.reservation.Answer.CatalogueUnknown;
import io.rhomboid.booking.reservation.Answer.ClientBusy;
import io.rhomboid.booking.reservation.Answer.CompanionBusy;
import io.rhomboid.booking.reservation.Answer.CompanionIsClient;
import io.rhomboid.booking.reservation.Answer.ContactClinic;
import io.rhomboid.booking.reservation.Answer.Costs;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.FeeNotAccepted;
import io.rhomboid.booking.reservation.Answer.KeyReused;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.Answer.NobodyFree;
import io.rhomboid.booking.reservation.Answer.NotBookable;
import io.rhomboid.booking.reservation.Answer.RoomTaken;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Answer.TooManyHolds;
import io.rhomboid.booking.reservation.Answer.Unguarded;
import io.rhomboid.booking.reservation.Answer.UnknownRoom;
import io.rhomboid.booking.reservation.Answer.UnknownSession;
import io.rhomboid.booking.reservation.Answer.UnsuitableRoom;
import io.rhomboid.booking.reservation.Answer.VersionChanged;
import io.rhomboid.booking.reservation.Answer.WrongNumberOfTherapists;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Bookings.Kept;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Cashier.Cover;
import io.rhomboid.booking.reservation.Cashier.Cover.Covered;
import io.rhomboid.booking.reservation.Cashier.Cover.NotCovered;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Decision.Refused;
import io.rhomboid.booking.reservation.Visit.Companion;
import io.rhomboid.booking.reservation.Visit.Further;
import io.rhomboid.booking.screening.Screened;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Takes commands: finds the booking, lets it decide, keeps what was decided.
 *
 * <p>Whether an hour is free is first answered from memory, to choose a room and to say no early; whether it was won,
 * only by the store. Losing there means learning what is in the way, and deciding again.
 */
public final class BookingDesk {

    private static final int ALTERNATIVES = 3;
    private static final int LAPSED_AT_ONCE = 200;

    /** More than a clinic has rooms and a day places: each lost race shows one more of them taken. */
    private static final int ATTEMPTS = 100;

    /** How far ahead staff may plan, whatever the clinic's horizon: as far as any clinic's can be. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** What staff may override with a reason. Never a claim, and never a licence. */
    private static final Predicate<DoesNotFit> STAFF_MAY_WAIVE = why -> switch (why) {
        case TooShortNotice _, OutsideHours _, OutsideOpeningHours _, Closed _, Protected _, HeldBack _ -> true;
        default -> false;
    };

    /** For how long somebody who has walked in can be entered afterwards. */
    private static final Duration ENTERED_WITHIN = Duration.ofDays(14);

    /** What does not count for who stands at the desk; where nobody is at work, nobody is looked for. */
    private static final Predicate<DoesNotFit> WALK_IN_WAIVES = why -> switch (why) {
        case TooShortNotice _, OffGrid _, Protected _, HeldBack _ -> true;
        default -> false;
    };

    private final Bookings bookings;
    private final OtherClaims others;
    private final Recognition clients;
    private final Cashier cashier;
    private final Availability availability;
    private final BooleanSupplier guarded;
    private final Duration holdLength;
    private final Clock clock;

    /**
     * @param guarded whether the store refuses a claim that somebody has
     */
    public BookingDesk(
            Bookings bookings,
            OtherClaims others,
            Recognition clients,
            Cashier cashier,
            Availability availability,
            BooleanSupplier guarded,
            Duration holdLength,
            Clock clock) {
        this.bookings = bookings;
        this.others = others;
        this.clients = clients;
        this.cashier = cashier;
        this.availability = availability;
        this.guarded = guarded;
        this.holdLength = holdLength;
        this.clock = clock;
    }

    public Optional<Booking> find(BookingId id) {
        return bookings.find(id).map(Kept::booking);
    }

    /** What has happened to a booking, the first thing first; empty when there is no such booking. */
    public Optional<List<Change>> history(BookingId id) {
        return bookings.history(id);
    }

    /**
     * Holds or books a session. The id is derived from the key, so that a repeat finds what the first one made.
     *
     * <p>A client is never in their own way. First they try like anybody else; only who loses is asked whether it was
     * to a hold of their own. Then
     * <ol>
     *   <li>the hold that is asked for is there already: it is the answer;
     *   <li>a hold that would collide <em>becomes</em> what is asked for, its claims exchanged by one write: the held
     *       slot is safe until the new one is won, and nobody can slip in between;
     *   <li>two would collide: the later one is let go first, the other one becomes it. Here a rival who is faster by
     *       a moment can get what was let go.
     * </ol>
     */
    public Answer book(BookingId id, Op op, BookSession wanted, Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        if (wanted.isWithThemselves()) return new CompanionIsClient();
        // A repeat may come when its own slot is no longer free, or long past: then what was made is the answer.
        if (!(check(wanted.asked(), availability.diary(), clock.instant()) instanceof VisitFits)) {
            var made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
        }
        List<Booking> own = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = new Wish(id, op, wanted, own, cause).win();
            if (answer instanceof Done || answer instanceof KeyReused) return answer;
            if (answer instanceof NotBookable(var why, var _, var _) && !isTaken(why)) return answer;
            var made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
            var holds = clients.known(wanted.client()).map(this::holdsOf).orElse(List.of());
            var same = holds.stream()
                    .filter(hold -> wanted.hold()
                            && wanted.tender() == null
                            && wanted.answered().equals(Screenings.NONE)
                            && givesWay(hold)
                            && !hold.isOffer()
                            && isSame(hold, wanted));
            var there = same.findFirst();
            if (there.isPresent()) return new Done(there.get());
            if (holds.equals(own)) return answer;
            own = holds;
        }
        return new ClientBusy();
    }

    /** Whether this hold is what is asked for, with the same companion if any. */
    private boolean isSame(Booking hold, BookSession wanted) {
        var there = hold.visit().companion();
        var guest = wanted.companion();
        if (!hold.isOf(wanted.asked()) || there == null || guest == null) return hold.isOf(wanted.asked());
        return guest.client() == null
                ? guest.name().equals(there.name())
                : clients.known(guest.client()).filter(there.id()::equals).isPresent();
    }

    /**
     * Books the very next start for somebody at the desk, or the one they chose, with whoever is free, and has them arrive
     * by the same write.
     * Starts may be off the clinic's grid, for now is now; notice and the therapist's wishes do not count, claims do.
     */
    public Answer walkIn(BookingId id, Op op, WalkIn wanted, Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        var made = alreadyMade(id, op);
        if (made.isPresent()) return made.get();
        expireLapsed();
        var never = never(wanted);
        if (never.isPresent()) return new NotBookable(never.get(), List.of(), 1);

        var client = new AtomicReference<ClientId>();
        var lost = new HashSet<AskedStart>();
        while (true) {
            var now = clock.instant();
            var next = walkInStarts(wanted, now)
                    .filter(asked -> !lost.contains(asked))
                    .filter(asked ->
                            checkForWalkIn(AskedVisit.of(asked), availability.diary(), now) instanceof VisitFits)
                    .findFirst();
            if (next.isEmpty()) return new NobodyFree(later(wanted, now));
            var answer = win(
                    this::checkForWalkIn,
                    AskedVisit.of(next.get()),
                    availability::diary,
                    () -> alreadyMade(id, op),
                    (fits, sessions) -> arrive(id, wanted, fits.getFirst(), Visit.of(sessions.getFirst()), client),
                    accepted -> bookings.add(accepted, op, Change.of(null, accepted, cause)));
            if (!(answer instanceof SlotTaken || answer instanceof NotBookable)) return answer;
            lost.add(next.get());
        }
    }

    /** @param known who it is, once they were recognised: whoever leaves no address is somebody new each time */
    private Decision arrive(BookingId id, WalkIn wanted, Fits fits, Visit visit, AtomicReference<ClientId> known) {
        if (known.get() == null) known.set(clients.recognise(wanted.client()));
        var client = known.get();
        var now = clock.instant();
        var reference = References.next(RandomGenerator.getDefault());
        var born = Booking.walkIn(id, reference, client, visit, fits.price(), policy(fits.policy()), now);
        var made = answered(born, wanted.answered());
        if (wanted.tender() == null || !(made instanceof Accepted accepted)) return made;
        return pay(accepted, wanted.tender(), List.of(), now);
    }

    /** Why it would not do at any time. */
    private Optional<DoesNotFit> never(WalkIn wanted) {
        var catalogue = availability.catalogue();
        var therapist = wanted.therapistId();
        if (catalogue.clinic(wanted.clinicId()).isEmpty()) return Optional.of(new UnknownClinic());
        if (catalogue.treatment(wanted.treatment()).isEmpty()) return Optional.of(new UnknownTreatment());
        var lengths = catalogue.lengths(wanted.treatment(), wanted.clinicId());
        if (!lengths.contains(wanted.lengthMinutes())) return Optional.of(new WrongLength(lengths));
        if (therapist == null) return Optional.empty();
        if (catalogue.therapist(therapist).isEmpty()) return Optional.of(new UnknownTherapist());
        return catalogue.offers(therapist, wanted.clinicId(), wanted.treatment(), wanted.lengthMinutes())
                ? Optional.empty()
                : Optional.of(new NotOffered(List.of()));
    }

    /** What comes next, as anybody could book it. */
    private List<FreeSlot> later(WalkIn wanted, Instant now) {
        return availability
                .freeSlots()
                .find(
                        new SlotSearch(
                                wanted.treatment(),
                                wanted.lengthMinutes(),
                                wanted.therapistId(),
                                wanted.clinicId(),
                                new When.Moment(now),
                                new When.Moment(now.plus(Duration.ofDays(7))),
                                ALTERNATIVES),
                        now)
                .slots();
    }

    /** What is entered afterwards must fit as it would have then. */
    private VisitAnswer checkForWalkIn(AskedVisit asked, Occupancy seen, Instant now) {
        var start = asked.start();
        var then = start.isBefore(now) && start.isAfter(now.minus(ENTERED_WITHIN)) ? start : now;
        return new VisitCheck(availability.catalogue(), seen).check(asked, then, WALK_IN_WAIVES);
    }

    /**
     * From now on every five minutes, each with everybody who could treat, as long as who walked in would wait; or the one
     * start that they chose.
     */
    private Stream<AskedStart> walkInStarts(WalkIn wanted, Instant now) {
        var catalogue = availability.catalogue();
        var clinic = catalogue.clinic(wanted.clinicId());
        var therapists = wanted.therapistId() == null
                ? catalogue.therapistsAt(wanted.clinicId())
                : List.of(wanted.therapistId());
        var zone = clinic.map(Clinic::zone).orElse(ZoneOffset.UTC);
        var midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        long last = Math.min(CellSet.cellOf(now.plus(wanted.patience())), CellSet.cellOf(midnight.minusMillis(1)));
        var cells = wanted.start() == null
                ? LongStream.rangeClosed(CellSet.cellFrom(now), Math.max(last, CellSet.cellFrom(now)))
                : LongStream.of(CellSet.cellOf(wanted.start()));
        return cells.boxed()
                .flatMap(cell -> therapists.stream()
                        .map(therapist -> new AskedStart(
                                therapist,
                                wanted.clinicId(),
                                wanted.treatment(),
                                wanted.lengthMinutes(),
                                CellSet.startOf(cell))));
    }

    /** What this client holds at the moment; of a series, the visit that fills one of their places. */
    public List<Booking> holdsOf(ClientId client) {
        var now = clock.instant();
        return bookings.having(Claims.holdPlaces(client)).stream()
                .filter(other -> other.status() instanceof Held && !other.isLapsed(now))
                .sorted(Comparator.comparing(Booking::id, Comparator.comparing(BookingId::value)))
                .toList();
    }

    /** One request for a session, as it is tried for once {@code own} holds are known that may be in its way. */
    private final class Wish {

        private final BookingId id;
        private final Op op;
        private final BookSession wanted;
        private final List<Booking> own;
        private final Cause cause;
        private List<Booking> colliding = List.of();

        Wish(BookingId id, Op op, BookSession wanted, List<Booking> own, Cause cause) {
            this.id = id;
            this.op = op;
            this.wanted = wanted;
            this.own = own;
            this.cause = cause;
        }

        Answer win() {
            var answer = BookingDesk.this.win(
                    BookingDesk.this::check,
                    wanted.asked(),
                    () -> seenBeside(own),
                    () -> alreadyMade(id, op),
                    this::decide,
                    this::keep);
            return answer.equals(new No(Refusal.TOO_MANY_HOLDS)) ? tooMany(own) : answer;
        }

        private Decision decide(List<Fits> fits, List<BookedSession> sessions) {
            var client = clients.recognise(wanted.client());
            var visit = visit(sessions, fits);
            colliding = colliding(own, Claims.of(visit, client));
            var now = clock.instant();
            var price = price(fits);
            var policy = policy(fits.getFirst().policy());
            var made = answered(born(visit, client, price, policy, now), wanted.answered());
            if (wanted.tender() == null || !(made instanceof Accepted accepted)) return made;
            return pay(accepted, wanted.tender(), colliding, now);
        }

        private Decision born(Visit visit, ClientId client, Money price, CancellationPolicy policy, Instant now) {
            var reference = References.next(RandomGenerator.getDefault());
            if (!wanted.hold()) {
                return colliding.isEmpty()
                        ? Booking.book(id, reference, client, visit, price, policy, now)
                        : colliding.getFirst().bookInstead(visit, price, policy, now);
            }
            var place = placeForHold();
            if (place.isEmpty()) return new Refused(Refusal.TOO_MANY_HOLDS);
            var expiresAt = now.plus(holdLength);
            return colliding.isEmpty()
                    ? Booking.hold(id, reference, client, visit, price, policy, expiresAt, place.getAsInt(), now)
                    : colliding.getFirst().holdInstead(visit, price, policy, expiresAt, place.getAsInt(), now);
        }

        /** That of the hold which gives way; an offer has none to give. */
        private OptionalInt placeForHold() {
            if (!colliding.isEmpty() && colliding.getFirst().status() instanceof Held held && held.place() > 0) {
                return OptionalInt.of(held.place());
            }
            return freePlace(own);
        }

        private Visit visit(List<BookedSession> sessions, List<Fits> fits) {
            if (sessions.size() == 1) return Visit.of(sessions.getFirst());
            var further = new ArrayList<Further>(sessions.size());
            for (int i = 1; i < sessions.size(); i++) {
                boolean companions = wanted.asked().sessions().get(i).companions();
                further.add(new Further(sessions.get(i), fits.get(i).price(), companions));
            }
            return new Visit(sessions.getFirst(), further, companion());
        }

        private @Nullable Companion companion() {
            var guest = wanted.companion();
            if (guest == null) return null;
            if (guest.client() != null) return new Companion(clients.recognise(guest.client()), null);
            // Nobody whom anybody knows again: a stranger of this booking's own.
            var name = "companion of " + id;
            return new Companion(new ClientId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))), guest.name());
        }

        private Saving keep(Accepted accepted) {
            if (colliding.isEmpty()) return bookings.add(accepted, op, Change.of(null, accepted, cause));
            var hold = colliding.getFirst();
            if (colliding.size() > 1 && !letGo(colliding.subList(1, colliding.size()), accepted, hold, cause)) {
                return Saving.TAKEN;
            }
            return bookings.exchange(accepted, id, op, Change.of(hold, accepted, cause));
        }
    }

    /** What is only held can be answered later; of what is booked, all who come must have answered. */
    private static Decision answered(Decision decision, Screenings answered) {
        if (!(decision instanceof Accepted made)) return decision;
        var booking = made.booking();
        var screened = screened(booking, answered);
        if (screened.isEmpty()) return new Refused(Refusal.CLIENT_FORGOTTEN);
        var after = Booking.screened(screened.get(), made);
        return booking.status() instanceof Held || after.booking().isScreened()
                ? after
                : new Refused(Refusal.NOT_SCREENED);
    }

    private static Optional<List<Screened>> screened(Booking booking, Screenings answered) {
        var companion = booking.visit().companion();
        return answered.by(booking.clientId(), companion == null ? null : companion.id());
    }

    private static Answer tooMany(List<Booking> own) {
        return new TooManyHolds(own.stream().filter(hold -> !hold.isOffer()).toList());
    }

    private static OptionalInt freePlace(List<Booking> own) {
        return IntStream.rangeClosed(1, Held.PLACES)
                .filter(place ->
                        own.stream().noneMatch(hold -> hold.status() instanceof Held held && held.place() == place))
                .findFirst();
    }

    private static Money price(List<Fits> fits) {
        var first = fits.getFirst().price();
        if (fits.size() == 1) return first;
        return new Money(fits.stream().mapToLong(one -> one.price().cents()).sum(), first.currency());
    }

    private Occupancy seenBeside(List<Booking> own) {
        return availability
                .diary()
                .without(own.stream()
                        .filter(BookingDesk::givesWay)
                        .map(Booking::id)
                        .toList());
    }

    private static List<Booking> colliding(List<Booking> holds, Claims claims) {
        return holds.stream()
                .filter(hold -> givesWay(hold) && hold.claims().meet(claims))
                .toList();
    }

    /** What a series holds it gives up as a whole, or not at all. */
    private static boolean givesWay(Booking own) {
        return own.seriesId() == null || !(own.status() instanceof Held);
    }

    /**
     * Holds one visit of a series. It stays held until the series has it {@link #follow another verdict}, however
     * long that takes. Single holds of the same client give way to it.
     *
     * @param id always the same for the same visit, so that a repeat finds what the first one made
     * @param fillsPlace whether this is the visit that fills one of its client's places for holds
     */
    public Answer holdVisit(
            BookingId id,
            Op op,
            AskedStart asked,
            ClientId client,
            SeriesId series,
            boolean fillsPlace,
            Instant expiresAt,
            Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        var own = fillsPlace ? holdsOf(client) : List.<Booking>of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var holds = own;
            var answer = win(
                    this::check,
                    AskedVisit.of(asked),
                    () -> seenBeside(holds),
                    () -> alreadyMade(id, op),
                    (fits, sessions) -> {
                        var place = fillsPlace ? freePlace(holds) : OptionalInt.of(Held.NO_PLACE);
                        if (place.isEmpty()) return new Refused(Refusal.TOO_MANY_HOLDS);
                        return Booking.hold(
                                id,
                                References.next(RandomGenerator.getDefault()),
                                client,
                                Visit.of(sessions.getFirst()),
                                price(fits),
                                policy(fits.getFirst().policy()),
                                new Held(expiresAt, place.getAsInt(), false),
                                series,
                                clock.instant());
                    },
                    born -> {
                        var colliding =
                                colliding(holds, Claims.of(born.booking().visit(), client));
                        return colliding.isEmpty() || letGo(colliding, born, born.booking(), cause)
                                ? bookings.add(born, op, Change.of(null, born, cause))
                                : Saving.TAKEN;
                    });
            if (answer instanceof Done) return answer;
            var made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
            own = holdsOf(client);
            if (!own.equals(holds)) continue;
            return answer.equals(new No(Refusal.TOO_MANY_HOLDS)) ? tooMany(own) : answer;
        }
        return new ClientBusy();
    }

    /** Has a visit do what its series has decided; if it has done so already, nothing happens. */
    public void follow(BookingId id, SeriesVerdict verdict, Cause cause) {
        while (true) {
            var visit = find(id);
            var change = visit.flatMap(booking -> booking.follow(verdict, clock.instant()));
            if (change.isEmpty() || keep(visit.get(), change.get(), null, cause).isPresent()) return;
        }
    }

    /**
     * Lets holds go that collide with what their client wants; false, and none is touched, when somebody else is in
     * the way as well. Between this and the next write a rival can come: what is let go may be lost, to them.
     *
     * @param before what the change changes, which is not in its own way
     */
    private boolean letGo(List<Booking> holds, Accepted change, Booking before, Cause cause) {
        var mine = Stream.concat(Stream.of(before), holds.stream())
                .map(Booking::id)
                .toList();
        var others = bookings.having(change.booking().claims()).stream()
                .filter(other -> !mine.contains(other.id()))
                .toList();
        if (!others.isEmpty()) return false;
        for (var hold : holds) keep(hold, hold.release(clock.instant()), null, cause);
        return true;
    }

    private static CancellationPolicy policy(ClinicPolicy terms) {
        return new CancellationPolicy(
                Duration.ofMinutes(terms.freeCancellationMinutes()),
                terms.lateCancellationPercent(),
                terms.noShowPercent(),
                terms.contactInsideNotice());
    }

    /** Why no hour can be given to anybody at the moment; empty when it can. */
    public Optional<Answer> notNow() {
        if (!guarded.getAsBoolean()) return Optional.of(new Unguarded());
        return availability.isReady() ? Optional.empty() : Optional.of(new CatalogueUnknown());
    }

    private Optional<Answer> alreadyMade(BookingId id, Op op) {
        return bookings.madeFor(id).flatMap(kept -> alreadyDone(kept, op));
    }

    private static Optional<Answer> alreadyDone(Kept kept, Op op) {
        return kept.ops().stream()
                .filter(done -> done.key().equals(op.key()))
                .findFirst()
                .map(done -> done.bodyHash().equals(op.bodyHash()) ? new Done(kept.booking()) : new KeyReused());
    }

    /** @param givingBack what gives back by the same write what it has from the voucher */
    private Decision pay(Accepted made, Tender tender, List<Booking> givingBack, Instant now) {
        var booking = made.booking();
        var ids = givingBack.stream().map(Booking::id).toList();
        return switch (cover(
                () -> cashier.cover(tender, booking.parts(), booking.price(), booking.clientId(), ids, now))) {
            case Covered(var redemption) -> Booking.paidWith(redemption, made);
            case NotCovered(var why) -> new Refused(why);
        };
    }

    /** A voucher that a lapsed hold still has something from is not empty. */
    private Cover cover(Supplier<Cover> question) {
        var cover = question.get();
        return cover.equals(new NotCovered(Refusal.VOUCHER_EMPTY)) && expireLapsed() > 0 ? question.get() : cover;
    }

    /** A voucher pays what is still to be paid, as far as it goes. */
    public Answer payWith(BookingId id, long expected, @Nullable Op op, Tender tender, Cause cause) {
        if (!guarded.getAsBoolean()) return new Unguarded();
        return change(id, expected, op, booking -> {
            var now = clock.instant();
            var open = Coverage.uncovered(booking);
            if (open.cents() == 0) return Optional.of(new No(Refusal.ALREADY_COVERED));
            return switch (cover(
                    () -> cashier.cover(tender, booking.parts(), open, booking.clientId(), List.of(), now))) {
                case Covered(var redemption) -> keep(booking, booking.payWith(redemption, now), op, cause);
                case NotCovered(var why) -> Optional.of(new No(why));
            };
        });
    }

    /** Vouchers get back what they pay. */
    public Answer takeVouchersOff(BookingId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, booking -> keep(booking, booking.takeVouchersOff(clock.instant()), op, cause));
    }

    /**
     * Keeps a slot for somebody on the waitlist. It is no hold of theirs that they have asked for, so it fills none of
     * their places; but nobody is offered two slots at a time.
     *
     * @param id of a hold that is not there yet; or of one that was offered to {@code from}, and becomes theirs by one
     *     write. A repeat is answered with what is there
     * @param from null for a hold that is not there yet
     * @return {@link SlotTaken} also when the hold has gone another way
     */
    public Answer offer(
            BookingId id,
            AskedStart asked,
            ClientId client,
            WaitlistEntryId to,
            @Nullable WaitlistEntryId from,
            Instant expiresAt,
            Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        var there = find(id);
        if (there.filter(hold -> hold.isOfferedTo(to)).isPresent()) return new Done(there.get());
        if (from == null
                ? there.isPresent()
                : there.filter(hold -> hold.isOfferedTo(from)).isEmpty()) {
            return new SlotTaken(List.of());
        }
        return win(
                this::check,
                AskedVisit.of(asked),
                () -> seenBeside(there.stream().toList()),
                () -> find(id).filter(hold -> hold.isOfferedTo(to)).map(Done::new),
                (fits, sessions) -> {
                    var visit = Visit.of(sessions.getFirst());
                    var now = clock.instant();
                    var terms = policy(fits.getFirst().policy());
                    return there.map(hold -> hold.offerToNext(client, visit, price(fits), terms, to, expiresAt, now))
                            .orElseGet(() -> Booking.offer(
                                    id,
                                    References.next(RandomGenerator.getDefault()),
                                    client,
                                    visit,
                                    price(fits),
                                    terms,
                                    to,
                                    expiresAt,
                                    now));
                },
                offered -> there.isEmpty()
                        ? bookings.add(offered, new Op("offer:" + to, id.toString()), Change.of(null, offered, cause))
                        : bookings.save(offered, null, Change.of(there.get(), offered, cause)));
    }

    /** Whether this client has something else at that time, or is offered something already; apart from this hold. */
    public boolean isEngaged(ClientId client, TimeSlot slot, @Nullable BookingId apartFrom) {
        var now = clock.instant();
        return bookings.having(Claims.of(slot, client).with(Claims.holdPlace(client, 0))).stream()
                .anyMatch(other -> !other.id().equals(apartFrom) && !other.isLapsed(now));
    }

    /** @param answered by those who come, as far as they have not when it was held */
    public Answer confirm(BookingId id, long expected, @Nullable Op op, Screenings answered, Cause cause) {
        return change(id, expected, op, booking -> {
            var screened = screened(booking, answered);
            if (screened.isEmpty()) return Optional.of(new No(Refusal.CLIENT_FORGOTTEN));
            return keep(booking, booking.confirm(screened.get(), clock.instant()), op, cause);
        });
    }

    /** Who treats has read what a doctor is said to have agreed to, and will treat them, or will not. */
    public Answer review(
            BookingId id,
            long expected,
            @Nullable Op op,
            ClientId treated,
            boolean willTreat,
            SealedFields why,
            Cause cause) {
        return change(id, expected, op, booking -> {
            var now = clock.instant();
            var decision = willTreat ? booking.release(treated, why, now) : booking.refuse(treated, why, now);
            return keep(booking, decision, op, willTreat ? cause : cause.because(Reason.THERAPIST_DECLINED));
        });
    }

    /** More time for a hold, once. */
    public Answer renew(BookingId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, booking -> {
            var now = clock.instant();
            return keep(booking, booking.renew(now.plus(holdLength), now), op, cause);
        });
    }

    /** Frees the slot of a hold; anything else is left alone. */
    public Answer release(BookingId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, booking -> keep(booking, booking.release(clock.instant()), op, cause));
    }

    /**
     * Gives the session back. With a reason it is the clinic's doing, and costs nothing.
     *
     * @param acceptedFeeCents the most that may be charged: nothing is charged that was not shown before
     */
    public Answer cancel(BookingId id, long expected, @Nullable Op op, long acceptedFeeCents, Cause cause) {
        return change(id, expected, op, booking -> {
            var now = clock.instant();
            var decision = cause.reason() == null ? booking.cancel(now) : booking.cancelForNothing(now);
            return dueFor(decision, acceptedFeeCents).or(() -> keep(booking, decision, op, cause));
        });
    }

    /** What cancelling would cost the client now. */
    public Answer costOfCancelling(BookingId id) {
        return cost(id, booking -> booking.cancel(clock.instant()));
    }

    /** What moving it would cost the client now, wherever it goes. */
    public Answer costOfMoving(BookingId id) {
        return cost(id, booking -> booking.reschedule(booking.visit(), clock.instant()));
    }

    private Answer cost(BookingId id, Function<Booking, Decision> command) {
        var booking = find(id);
        if (booking.isEmpty()) return new No(Refusal.UNKNOWN_BOOKING);
        return switch (command.apply(booking.get())) {
            case Refused(var reason) -> refused(booking.get(), reason);
            case Accepted accepted -> new Costs(booking.get(), fee(accepted), accepted.booking());
        };
    }

    /** What a change costs that was decided. */
    private static Money fee(Accepted accepted) {
        return switch (accepted.event()) {
            case BookingCancelled cancelled -> cancelled.fee();
            case BookingRescheduled moved -> moved.fee();
            case BookingEvent free -> new Money(0, free.booking().price().currency());
        };
    }

    private static Optional<Answer> dueFor(Decision decision, long acceptedCents) {
        return decision instanceof Accepted accepted && fee(accepted).cents() > acceptedCents
                ? Optional.of(new FeeNotAccepted(fee(accepted)))
                : Optional.empty();
    }

    private Answer refused(Booking booking, Refusal reason) {
        if (reason != Refusal.CONTACT_CLINIC) return new No(reason);
        var clinic = availability.catalogue().clinic(booking.session().clinicId());
        return new ContactClinic(
                clinic.map(Clinic::phone).orElse(null),
                clinic.map(Clinic::email).orElse(null));
    }

    /**
     * Gives a session another room.
     *
     * @param number which session of the visit, from 1
     */
    public Answer changeRoom(BookingId id, long expected, @Nullable Op op, int number, RoomId room, Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        return change(id, expected, op, booking -> {
            var visit = booking.visit();
            if (number < 1 || number > visit.size()) return Optional.of(new UnknownSession(visit.size()));
            var suits = suits(room, visit, number);
            if (suits.isPresent()) return suits;
            var decision = booking.changeRoom(number, room, clock.instant());
            if (!(decision instanceof Accepted change)) return keep(booking, decision, op, cause);
            return keepUnlessTaken(booking, change, op, cause, new RoomTaken());
        });
    }

    /**
     * Empty when somebody else changed the booking first.
     *
     * @param taken the answer when somebody has what it would claim
     */
    private Optional<Answer> keepUnlessTaken(
            Booking before, Accepted change, @Nullable Op op, Cause cause, Answer taken) {
        for (int attempt = 0; attempt < 2; attempt++) {
            switch (bookings.save(change, op, Change.of(before, change, cause))) {
                case SAVED -> {
                    return Optional.of(done(change.booking()));
                }
                case CHANGED -> {
                    return Optional.empty();
                }
                // Perhaps by a hold that has lapsed, which is freed then.
                case TAKEN -> inTheWay(change.booking(), clock.instant());
            }
        }
        return Optional.of(taken);
    }

    /**
     * Puts a session that is still to come into an account.
     *
     * @param from whose it is, as the guest's link says
     * @param account whose it will be
     * @param handOver seals what a client answered for another one; empty if all that was known of one was erased
     */
    public Answer claim(
            BookingId id,
            long expected,
            @Nullable Op op,
            ClientId from,
            Client account,
            BiFunction<Screened, ClientId, Optional<Screened>> handOver,
            Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        return change(id, expected, op, booking -> {
            if (!booking.clientId().equals(from)) return Optional.of(new No(Refusal.UNKNOWN_BOOKING));
            var claimant = clients.known(account).orElseGet(() -> clients.recognise(account));
            if (claimant.equals(from)) return Optional.of(new Done(booking));
            var companion = booking.visit().companion();
            if (companion != null && companion.id().equals(claimant)) return Optional.of(new CompanionIsClient());
            var answered = new ArrayList<Screened>();
            for (var one : booking.screened()) {
                var whose = one.client().equals(from) ? handOver.apply(one, claimant) : Optional.of(one);
                if (whose.isEmpty()) return Optional.of(new No(Refusal.CLIENT_FORGOTTEN));
                answered.add(whose.get());
            }
            var decision = booking.claim(claimant, answered, clock.instant());
            return decision instanceof Accepted change
                    ? keepUnlessTaken(booking, change, op, cause, new ClientBusy())
                    : keep(booking, decision, op, cause);
        });
    }

    private Optional<Answer> suits(RoomId id, Visit visit, int number) {
        var catalogue = availability.catalogue();
        var session = visit.session(number);
        var found = catalogue.clinic(session.clinicId()).stream()
                .flatMap(clinic -> clinic.rooms().stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (found.isEmpty()) return Optional.of(new UnknownRoom());
        var features = found.get().features();
        boolean lacks = catalogue
                .treatment(session.treatment())
                .filter(treatment -> !features.containsAll(treatment.roomNeeds()))
                .isPresent();
        if (lacks) return Optional.of(new UnsuitableRoom());
        // Claims keep others out, but not the other one of a couple.
        return !features.contains(RoomFeature.DOUBLE) && visit.isCrowded(number, id)
                ? Optional.of(new RoomTaken())
                : Optional.empty();
    }

    /** @param text null takes the note away */
    public Answer annotate(BookingId id, long expected, @Nullable Op op, @Nullable String text, Cause cause) {
        return change(id, expected, op, booking -> keep(booking, booking.annotate(text, clock.instant()), op, cause));
    }

    public Answer arrive(BookingId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, booking -> keep(booking, booking.arrive(clock.instant()), op, cause));
    }

    public Answer complete(BookingId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, booking -> keep(booking, booking.complete(clock.instant()), op, cause));
    }

    public Answer miss(BookingId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, booking -> keep(booking, booking.miss(clock.instant()), op, cause));
    }

    /**
     * Moves a session to another start, and to another therapist if one is named. The old hour is safe until the new
     * one is won; the session may overlap itself. Holds of its client give way to it. With a reason it is the clinic's
     * doing: it costs nothing, and notice, horizon and hours are not in the way.
     */
    public Answer reschedule(BookingId id, long expected, @Nullable Op op, MoveSession wanted, Cause cause) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        return change(id, expected, op, booking -> {
            // Refused for what it is and what it costs, before anybody asks where it could go.
            var now = clock.instant();
            var screened = screened(booking, wanted.answered());
            if (screened.isEmpty()) return Optional.of(new No(Refusal.CLIENT_FORGOTTEN));
            var answered = screened.get();
            // Where it is now is no reason to ask anybody anew.
            var inPlace = cause.reason() == null
                    ? booking.reschedule(booking.visit(), now)
                    : booking.rescheduleForNothing(booking.visit(), now);
            if (inPlace instanceof Refused(var reason)) return Optional.of(refused(booking, reason));
            var due = dueFor(inPlace, wanted.acceptedFeeCents());
            if (due.isPresent()) return due;
            var others = wanted.therapistIds().size();
            if (others > 0 && others != booking.visit().size()) {
                return Optional.of(new WrongNumberOfTherapists(booking.visit().size()));
            }
            var asked = booking.visit().asked(wanted.start(), wanted.therapistIds(), wanted.oneRoom());
            var answer = move(booking, asked, answered, List.of(), op, cause, now);
            if (answer instanceof SlotTaken || answer instanceof ClientBusy) {
                var holds = holdsOf(booking.clientId());
                if (!holds.isEmpty()) answer = move(booking, asked, answered, holds, op, cause, now);
            }
            return answer instanceof VersionChanged ? Optional.empty() : Optional.of(answer);
        });
    }

    private static Decision move(Booking booking, Visit to, List<Screened> answered, Cause cause, Instant now) {
        return cause.reason() == null ? booking.reschedule(to, answered, now) : booking.rescheduleForNothing(to, now);
    }

    /** @param holds of the same client; those that collide are let go */
    private Answer move(
            Booking booking,
            AskedVisit asked,
            List<Screened> answered,
            List<Booking> holds,
            @Nullable Op op,
            Cause cause,
            Instant now) {
        var own = new ArrayList<>(holds);
        own.add(booking);
        Check check = cause.reason() == null ? this::check : this::checkForStaff;
        return win(
                check,
                asked,
                () -> seenBeside(own),
                Optional::empty,
                (_, to) -> move(booking, booking.visit().with(to), answered, cause, now),
                moved -> {
                    var colliding = colliding(holds, moved.booking().claims());
                    if (!colliding.isEmpty() && !letGo(colliding, moved, booking, cause)) return Saving.TAKEN;
                    return bookings.save(moved, op, Change.of(booking, moved, cause));
                });
    }

    /** Frees the slots of holds whose time is over; answers how many. */
    public int expireLapsed() {
        int freed = 0;
        var now = clock.instant();
        for (var lapsed : bookings.lapsed(now, LAPSED_AT_ONCE)) {
            if (keep(lapsed, lapsed.expire(now), null, Cause.TIME_OVER).isPresent()) freed++;
        }
        return freed;
    }

    /** Frees the slot of this hold; false if its time is not over, or somebody else was faster. */
    public boolean expire(Booking lapsed) {
        return keep(lapsed, lapsed.expire(clock.instant()), null, Cause.TIME_OVER)
                .filter(Done.class::isInstance)
                .isPresent();
    }

    /** Decides on the latest state, and decides again when somebody else was faster. */
    private Answer change(BookingId id, long expected, @Nullable Op op, Function<Booking, Optional<Answer>> command) {
        while (true) {
            var found = bookings.find(id);
            if (found.isEmpty()) return new No(Refusal.UNKNOWN_BOOKING);
            var done = op == null ? Optional.<Answer>empty() : alreadyDone(found.get(), op);
            if (done.isPresent()) return done.get();
            var booking = found.get().booking();
            if (booking.version() != expected) return new VersionChanged(booking.version());
            var answer = command.apply(booking);
            if (answer.isPresent()) return answer.get();
        }
    }

    /** Empty when somebody else was faster. */
    private Optional<Answer> keep(Booking before, Decision decision, @Nullable Op op, Cause cause) {
        return switch (decision) {
            case Refused(var reason) -> Optional.of(new No(reason));
            case Accepted change ->
                bookings.save(change, op, Change.of(before, change, cause)) == Saving.SAVED
                        ? Optional.of(done(change.booking()))
                        : Optional.empty();
        };
    }

    private Done done(Booking booking) {
        learn(booking);
        return new Done(booking);
    }

    /** Tries for the start until it is won or somebody has it: another room for one that is lost. */
    private Answer win(
            Check check,
            AskedVisit asked,
            Supplier<Occupancy> seen,
            Supplier<Optional<Answer>> alreadyMade,
            BiFunction<List<Fits>, List<BookedSession>, Decision> decide,
            Function<Accepted, Saving> keep) {
        var swept = false;
        var lost = new HashSet<PlaceInDay>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var now = clock.instant();
            switch (check.of(asked, seen.get(), now)) {
                case VisitDoesNotFit(int number, var why) -> {
                    if (swept || !isTaken(why) || expireLapsed() == 0) {
                        return no(why, number, nearest(asked, seen.get(), now));
                    }
                    swept = true;
                }
                case VisitFits(var fits) -> {
                    var sessions = new ArrayList<BookedSession>(fits.size());
                    var full = addSessions(sessions, asked.starts(), fits, lost);
                    if (full != null) {
                        return no(new DayFull(full), sessions.size() + 1, nearest(asked, seen.get(), now));
                    }
                    var decision = decide.apply(fits, sessions);
                    if (!(decision instanceof Accepted accepted)) return new No(((Refused) decision).reason());
                    switch (keep.apply(accepted)) {
                        case SAVED -> {
                            return done(accepted.booking());
                        }
                        case CHANGED -> {
                            return new VersionChanged(accepted.booking().version());
                        }
                        case TAKEN -> {
                            var made = alreadyMade.get();
                            if (made.isPresent()) return made.get();
                            var loser = accepted.booking();
                            for (var other : inTheWay(loser, now)) {
                                var busy = busy(loser, other.claims());
                                if (busy.isPresent()) return busy.get();
                                for (var session : sessions) {
                                    if (other.claims().takePlaceInDay(session)) lost.add(PlaceInDay.of(session));
                                }
                            }
                        }
                    }
                }
            }
        }
        return new SlotTaken(nearest(asked, seen.get(), clock.instant()));
    }

    /** Whether these claims have the client, or who comes along, at that time. */
    private static Optional<Answer> busy(Booking loser, Claims others) {
        if (loser.claims().shareClient(others, loser.clientId())) return Optional.of(new ClientBusy());
        var companion = loser.visit().companion();
        return companion != null && loser.claims().shareClient(others, companion.id())
                ? Optional.of(new CompanionBusy())
                : Optional.empty();
    }

    /** Whether it is other sessions that speak against it, so that a lapsed hold could be in the way. */
    public static boolean isTaken(DoesNotFit why) {
        return why instanceof Busy
                || why instanceof InBuffer
                || why instanceof NoRoom
                || why instanceof NoEquipment
                || why instanceof DayFull
                || why instanceof Protected;
    }

    private static Answer no(DoesNotFit why, int number, List<FreeSlot> alternatives) {
        return switch (why) {
            case Busy _, InBuffer _, NoRoom _, NoEquipment _, HeldBack _ -> new SlotTaken(alternatives);
            default -> new NotBookable(why, alternatives, number);
        };
    }

    /** One of the places in a day of a therapist who takes only so many sessions. */
    private record PlaceInDay(TherapistId therapistId, LocalDate day, int place) {

        static PlaceInDay of(BookedSession session) {
            var day = LocalDate.ofInstant(session.slot().start(), session.zone());
            return new PlaceInDay(session.therapistId(), day, session.placeInDay());
        }
    }

    /**
     * Makes the sessions that fit, each with a place in its therapist's day that nobody is known to have, if they take
     * only so many. Places need not be taken in order: where one was given back, a later one is full all the same.
     *
     * @return the day that has no place left for the next of them; null if all have one
     */
    private static @Nullable CappedDay addSessions(
            List<BookedSession> into, List<AskedStart> starts, List<Fits> fits, Set<PlaceInDay> lost) {
        var gone = new HashSet<>(lost);
        for (int i = 0; i < fits.size(); i++) {
            var start = starts.get(i);
            var day = fits.get(i).day().orElse(null);
            int place = day == null ? 0 : placeIn(day, start.therapistId(), gone);
            if (place < 0) return day;
            into.add(session(start, fits.get(i), place));
        }
        return null;
    }

    private static int placeIn(CappedDay day, TherapistId therapist, Set<PlaceInDay> gone) {
        for (int i = 0; i < day.cap(); i++) {
            int place = (day.sessions() + i) % day.cap() + 1;
            if (gone.add(new PlaceInDay(therapist, day.date(), place))) return place;
        }
        return -1;
    }

    /** What is in the way of a booking that lost, learned; lapsed holds are freed instead. */
    private List<Booking> inTheWay(Booking loser, Instant now) {
        var standing = new ArrayList<Booking>();
        var rivals = bookings.having(loser.claims()).stream()
                .filter(other -> !other.id().equals(loser.id()))
                .toList();
        if (rivals.isEmpty()) others.tell(availability.diary(), loser.claims());
        for (var other : rivals) {
            if (other.expire(now) instanceof Accepted lapsed) {
                keep(other, lapsed, null, Cause.TIME_OVER);
                continue;
            }
            learn(other);
            standing.add(other);
        }
        return standing;
    }

    /** Asks whether a start fits, as far as this instance can see. */
    @FunctionalInterface
    private interface Check {
        VisitAnswer of(AskedVisit asked, Occupancy seen, Instant now);
    }

    private VisitAnswer checkForStaff(AskedVisit asked, Occupancy seen, Instant now) {
        var check = new VisitCheck(availability.catalogue(), seen);
        var answer = check.check(asked, now, STAFF_MAY_WAIVE);
        // Nobody plans beyond the horizon: there it is asked as on the day itself, licences and all.
        return answer instanceof VisitDoesNotFit(int _, BeyondHorizon _)
                        && asked.start().isBefore(now.plus(FARTHEST))
                ? check.check(asked, asked.start(), STAFF_MAY_WAIVE)
                : answer;
    }

    private VisitAnswer check(AskedVisit asked, Occupancy seen, Instant now) {
        return new VisitCheck(availability.catalogue(), seen).check(asked, now, _ -> false);
    }

    private List<FreeSlot> nearest(AskedVisit asked, Occupancy seen, Instant now) {
        var catalogue = availability.catalogue();
        return asked.sessions().size() == 1
                ? new FreeSlots(catalogue, seen).nearest(asked.starts().getFirst(), ALTERNATIVES, now)
                : new FreeVisits(catalogue, seen).nearest(asked, ALTERNATIVES, now);
    }

    private static BookedSession session(AskedStart asked, Fits fits, int placeInDay) {
        return new BookedSession(
                asked.clinicId(),
                asked.therapistId(),
                fits.rooms().getFirst(),
                fits.equipment().values().stream().map(List::getFirst).toList(),
                asked.treatment(),
                new TimeSlot(asked.start(), fits.end()),
                fits.bufferBeforeMinutes(),
                fits.bufferAfterMinutes(),
                fits.zone(),
                placeInDay);
    }

    /** Others are no longer offered what is taken, and are offered again what is free, at once. */
    private void learn(Booking booking) {
        booking.enterInto(availability.diary());
    }
}
