package io.rhomboid.booking.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.Occupancy;
import io.rhomboid.booking.availability.StartAnswer;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.NoEquipment;
import io.rhomboid.booking.availability.StartAnswer.NoRoom;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.reservation.Answer.CatalogueUnknown;
import io.rhomboid.booking.reservation.Answer.ClientBusy;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.KeyReused;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.Answer.NotBookable;
import io.rhomboid.booking.reservation.Answer.SlotTaken;
import io.rhomboid.booking.reservation.Answer.Unguarded;
import io.rhomboid.booking.reservation.Answer.VersionChanged;
import io.rhomboid.booking.reservation.Bookings.Kept;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Decision.Refused;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Takes commands: finds the booking, lets it decide, keeps what was decided.
 *
 * <p>Whether an hour is free is first answered from memory, to choose a room and to say no early; whether it was won,
 * only by the store. Losing there means learning what is in the way, and deciding again.
 */
public final class BookingDesk {

    private static final int ALTERNATIVES = 3;
    private static final int LAPSED_AT_ONCE = 200;

    /** More than a clinic has rooms: each lost race shows one more of them taken. */
    private static final int ATTEMPTS = 40;

    private final Bookings bookings;
    private final Function<Client, ClientId> clients;
    private final Availability availability;
    private final BooleanSupplier guarded;
    private final Duration holdLength;
    private final Clock clock;

    /**
     * @param clients knows a client again, or takes them in
     * @param guarded whether the store refuses a claim that somebody has
     */
    public BookingDesk(
            Bookings bookings,
            Function<Client, ClientId> clients,
            Availability availability,
            BooleanSupplier guarded,
            Duration holdLength,
            Clock clock) {
        this.bookings = bookings;
        this.clients = clients;
        this.availability = availability;
        this.guarded = guarded;
        this.holdLength = holdLength;
        this.clock = clock;
    }

    public Optional<Booking> find(BookingId id) {
        return bookings.find(id).map(Kept::booking);
    }

    /** Holds or books a session. The id is derived from the key, so that a repeat finds what the first one made. */
    public Answer book(BookingId id, Op op, BookSession wanted) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        // A repeat may come when its own slot is no longer free, or long past: then what was made is the answer.
        if (!(check(wanted.asked(), availability.diary(), clock.instant()) instanceof Fits)) {
            var made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
        }
        return win(
                wanted.asked(),
                availability::diary,
                () -> alreadyMade(id, op),
                (fits, session) -> bear(id, wanted, fits, session),
                born -> bookings.add(born, op));
    }

    /** Why no hour can be given to anybody at the moment; empty when it can. */
    private Optional<Answer> notNow() {
        if (!guarded.getAsBoolean()) return Optional.of(new Unguarded());
        return availability.isReady() ? Optional.empty() : Optional.of(new CatalogueUnknown());
    }

    private Decision bear(BookingId id, BookSession wanted, Fits fits, BookedSession session) {
        var client = clients.apply(wanted.client());
        var reference = References.next(RandomGenerator.getDefault());
        var terms = fits.policy();
        var policy = new CancellationPolicy(
                Duration.ofMinutes(terms.freeCancellationMinutes()),
                terms.lateCancellationPercent(),
                terms.noShowPercent());
        var now = clock.instant();
        return wanted.hold()
                ? Booking.hold(id, reference, client, session, fits.price(), policy, now.plus(holdLength), now)
                : Booking.book(id, reference, client, session, fits.price(), policy, now);
    }

    private Optional<Answer> alreadyMade(BookingId id, Op op) {
        return bookings.find(id).flatMap(kept -> alreadyDone(kept, op));
    }

    private static Optional<Answer> alreadyDone(Kept kept, Op op) {
        return kept.ops().stream()
                .filter(done -> done.key().equals(op.key()))
                .findFirst()
                .map(done -> done.bodyHash().equals(op.bodyHash()) ? new Done(kept.booking()) : new KeyReused());
    }

    public Answer confirm(BookingId id, long expected, @Nullable Op op) {
        return change(id, expected, op, booking -> keep(booking.confirm(clock.instant()), op));
    }

    public Answer cancel(BookingId id, long expected, @Nullable Op op) {
        return change(id, expected, op, booking -> keep(booking.cancel(clock.instant()), op));
    }

    public Answer arrive(BookingId id, long expected, @Nullable Op op) {
        return change(id, expected, op, booking -> keep(booking.arrive(clock.instant()), op));
    }

    public Answer complete(BookingId id, long expected, @Nullable Op op) {
        return change(id, expected, op, booking -> keep(booking.complete(clock.instant()), op));
    }

    public Answer miss(BookingId id, long expected, @Nullable Op op) {
        return change(id, expected, op, booking -> keep(booking.miss(clock.instant()), op));
    }

    /**
     * Moves a session to another start, and to another therapist if one is named. The old hour is safe until the new
     * one is won; the session may overlap itself.
     */
    public Answer reschedule(
            BookingId id, long expected, @Nullable Op op, Instant start, @Nullable TherapistId therapist) {
        var notNow = notNow();
        if (notNow.isPresent()) return notNow.get();
        return change(id, expected, op, booking -> {
            // Refused for what it is, before anybody asks where it could go.
            if (booking.reschedule(booking.session(), clock.instant()) instanceof Refused(var reason)) {
                return Optional.of(new No(reason));
            }
            var session = booking.session();
            var minutes = Duration.between(
                            session.slot().start(), session.slot().end())
                    .toMinutes();
            var asked = new AskedStart(
                    therapist == null ? session.therapistId() : therapist,
                    session.clinicId(),
                    session.treatment(),
                    Math.toIntExact(minutes),
                    start);
            var answer = win(
                    asked,
                    () -> availability.diary().without(id),
                    Optional::empty,
                    (_, to) -> booking.reschedule(to, clock.instant()),
                    moved -> bookings.save(moved, op));
            return answer instanceof VersionChanged ? Optional.empty() : Optional.of(answer);
        });
    }

    /** Frees the slots of holds whose time is over; answers how many. */
    public int expireLapsed() {
        int freed = 0;
        var now = clock.instant();
        for (var lapsed : bookings.lapsed(now, LAPSED_AT_ONCE)) {
            if (keep(lapsed.expire(now), null).isPresent()) freed++;
        }
        return freed;
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
    private Optional<Answer> keep(Decision decision, @Nullable Op op) {
        return switch (decision) {
            case Refused(var reason) -> Optional.of(new No(reason));
            case Accepted change ->
                bookings.save(change, op) == Bookings.Saving.SAVED
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
            AskedStart asked,
            Supplier<Occupancy> seen,
            Supplier<Optional<Answer>> alreadyMade,
            BiFunction<Fits, BookedSession, Decision> decide,
            Function<Accepted, Bookings.Saving> keep) {
        var swept = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var now = clock.instant();
            switch (check(asked, seen.get(), now)) {
                case Busy _, NoRoom _, NoEquipment _ -> {
                    if (swept || expireLapsed() == 0) return new SlotTaken(nearest(asked, seen.get(), now));
                    swept = true;
                }
                case DoesNotFit why -> {
                    return new NotBookable(why, nearest(asked, seen.get(), now));
                }
                case Fits fits -> {
                    var session = session(asked, fits);
                    var decision = decide.apply(fits, session);
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
                            if (clientIsTaken(accepted.booking(), now)) return new ClientBusy();
                        }
                    }
                }
            }
        }
        return new SlotTaken(nearest(asked, seen.get(), clock.instant()));
    }

    /** Learns what is in the way of a booking that lost, freeing lapsed holds; whether it was the client's own. */
    private boolean clientIsTaken(Booking loser, Instant now) {
        var taken = false;
        for (var other : bookings.having(loser.claims())) {
            if (other.id().equals(loser.id())) continue;
            if (other.expire(now) instanceof Accepted lapsed) {
                keep(lapsed, null);
                continue;
            }
            learn(other);
            taken |= loser.claims().shareClient(other.claims(), loser.clientId());
        }
        return taken;
    }

    private StartAnswer check(AskedStart asked, Occupancy seen, Instant now) {
        return new StartCheck(availability.catalogue(), seen).check(asked, now);
    }

    private List<FreeSlot> nearest(AskedStart asked, Occupancy seen, Instant now) {
        return new FreeSlots(availability.catalogue(), seen).nearest(asked, ALTERNATIVES, now);
    }

    private static BookedSession session(AskedStart asked, Fits fits) {
        return new BookedSession(
                asked.clinicId(),
                asked.therapistId(),
                fits.rooms().getFirst(),
                fits.equipment().values().stream().map(List::getFirst).toList(),
                asked.treatment(),
                new TimeSlot(asked.start(), fits.end()),
                fits.policy().bufferBeforeMinutes(),
                fits.policy().bufferAfterMinutes(),
                fits.zone());
    }

    /** Others are no longer offered what is taken, and are offered again what is free, at once. */
    private void learn(Booking booking) {
        booking.enterInto(availability.diary());
    }
}
