package io.rhomboid.booking.series;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.availability.StartAnswer.UnknownClinic;
import io.rhomboid.booking.availability.StartAnswer.UnknownTherapist;
import io.rhomboid.booking.availability.StartAnswer.UnknownTreatment;
import io.rhomboid.booking.availability.StartAnswer.WrongLength;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Decision;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.SeriesVerdict;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.series.Series.Decision.Accepted;
import io.rhomboid.booking.series.Series.Decision.Refused;
import io.rhomboid.booking.series.Series.Visit;
import io.rhomboid.booking.series.SeriesAnswer.Cost;
import io.rhomboid.booking.series.SeriesAnswer.Costs;
import io.rhomboid.booking.series.SeriesAnswer.Done;
import io.rhomboid.booking.series.SeriesAnswer.FeeNotAccepted;
import io.rhomboid.booking.series.SeriesAnswer.KeyReused;
import io.rhomboid.booking.series.SeriesAnswer.No;
import io.rhomboid.booking.series.SeriesAnswer.NotNow;
import io.rhomboid.booking.series.SeriesAnswer.Unknown;
import io.rhomboid.booking.series.SeriesAnswer.VersionChanged;
import io.rhomboid.booking.series.SeriesAnswer.VisitRefused;
import io.rhomboid.booking.series.SeriesAnswer.VisitsOverlap;
import io.rhomboid.booking.series.SeriesBook.Kept;
import io.rhomboid.booking.series.SeriesStatus.Confirmed;
import io.rhomboid.booking.series.SeriesStatus.Held;
import io.rhomboid.booking.series.SeriesStatus.Holding;
import io.rhomboid.booking.series.SeriesStatus.Lost;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesCancelled;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesConfirmed;
import io.rhomboid.contracts.booking.SeriesId;

/**
 * Takes commands for whole series.
 *
 * <p>There is no transaction over several documents. So
 * <ol>
 *   <li>a series is written down before any of its visits is tried for;
 *   <li>its visits are won one after the other, the earliest first – always in this order, so that of two series that
 *       want a common date one gets past the other;
 *   <li>one write of the series alone makes it held, or lost; later one write makes it confirmed, let go, expired or
 *       cancelled. This is the decision, and the client is told it only after;
 *   <li>each visit follows, one write each, as often as anybody likes to have it follow.
 * </ol>
 * Who is killed in between leaves a series that says what is left to do, and {@link #lookAfter} does it.
 */
public final class SeriesDesk {

    private static final int AT_ONCE = 100;

    /** So often it is looked whatever has changed here: other instances leave things behind, and holds lapse. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** Each lost race shows what somebody else has decided. */
    private static final int ATTEMPTS = 10;

    private final SeriesBook book;
    private final BookingDesk bookings;
    private final Recognition clients;
    private final Availability availability;
    private final Duration holdLength;
    private final Clock clock;

    /** Whether this instance has changed a series since it was looked last. */
    private volatile boolean touched = true;

    private volatile Instant lookAgainAt = Instant.MIN;

    public SeriesDesk(
            SeriesBook book,
            BookingDesk bookings,
            Recognition clients,
            Availability availability,
            Duration holdLength,
            Clock clock) {
        this.book = book;
        this.bookings = bookings;
        this.clients = clients;
        this.availability = availability;
        this.holdLength = holdLength;
        this.clock = clock;
    }

    /** From memory; empty if nobody at the clinic gives the treatment that long. */
    public Optional<Proposal> propose(SeriesWish wish) {
        return proposer().propose(wish);
    }

    /** Why it can be had at no time at all; empty if it may be. */
    public Optional<DoesNotFit> never(SeriesWish wish) {
        var catalogue = availability.catalogue();
        var therapist = wish.therapistId();
        if (catalogue.clinic(wish.clinicId()).isEmpty()) return Optional.of(new UnknownClinic());
        if (catalogue.treatment(wish.treatment()).isEmpty()) return Optional.of(new UnknownTreatment());
        var lengths = catalogue.lengths(wish.treatment(), wish.clinicId());
        if (!lengths.contains(wish.lengthMinutes())) return Optional.of(new WrongLength(lengths));
        if (therapist == null) return Optional.empty();
        if (catalogue.therapist(therapist).isEmpty()) return Optional.of(new UnknownTherapist());
        return catalogue.therapistsAt(wish.clinicId()).contains(therapist)
                ? Optional.empty()
                : Optional.of(new NotOffered(List.of()));
    }

    private Proposer proposer() {
        return new Proposer(availability.catalogue(), availability.diary(), clock.instant());
    }

    /** A series that nobody was told of, for its visits are still being won or could not be had, is unknown. */
    public SeriesAnswer find(SeriesId id) {
        return book.find(id)
                .map(Kept::series)
                .filter(series -> !(series.status() instanceof Holding || series.status() instanceof Lost))
                .<SeriesAnswer>map(this::done)
                .orElseGet(Unknown::new);
    }

    /** Holds all visits or none. The id is derived from the key, so that a repeat finds what the first one made. */
    public SeriesAnswer hold(SeriesId id, Op op, HoldSeries wanted, Cause cause) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var kept = book.find(id);
            if (kept.isPresent()) {
                if (!kept.get().ops().contains(op)) return new KeyReused();
                var there = kept.get().series();
                // One that was lost is tried for anew; of any other the repeat hears what has become of it.
                if (!(there.status() instanceof Holding || there.status() instanceof Lost)) return done(there);
            }
            var refused = refused(wanted);
            if (refused.isPresent()) return refused.get();
            var begun = begin(id, op, wanted, kept.map(Kept::series).orElse(null), cause);
            var answer = begun.flatMap(series -> win(series, op, cause));
            if (answer.isPresent()) return answer.get();
        }
        return new No(Refusal.NOT_HELD_YET);
    }

    /** What no series could get, whoever else wants it; asked before anything is written. */
    private Optional<SeriesAnswer> refused(HoldSeries wanted) {
        var notNow = bookings.notNow();
        if (notNow.isPresent()) return Optional.of(new NotNow(notNow.get()));
        var visits = wanted.visits().stream()
                .sorted(Comparator.comparing(HoldSeries.Visit::start))
                .map(visit -> new AskedStart(
                        visit.therapistId(),
                        wanted.clinicId(),
                        wanted.treatment(),
                        wanted.lengthMinutes(),
                        visit.start()))
                .toList();
        var starts = visits.stream().map(AskedStart::start).toList();
        var check = new StartCheck(availability.catalogue(), availability.diary());
        for (int i = 0; i < visits.size(); i++) {
            var asked = visits.get(i);
            var why = check.reasons(asked, clock.instant()).stream()
                    .filter(reason -> !BookingDesk.isTaken(reason))
                    .findFirst();
            if (why.isPresent()) {
                return Optional.of(new VisitRefused(
                        asked,
                        new Answer.NotBookable(why.get(), List.of(), 1),
                        proposer().alternatives(asked, starts, i)));
            }
            if (i > 0 && asked.start().isBefore(endOf(visits.get(i - 1)))) {
                return Optional.of(new VisitsOverlap(asked));
            }
        }
        return Optional.empty();
    }

    private static Instant endOf(AskedStart asked) {
        return asked.start().plus(Duration.ofMinutes(asked.lengthMinutes()));
    }

    /** The series with all that is to be won; empty when somebody else was faster. */
    private Optional<Series> begin(SeriesId id, Op op, HoldSeries wanted, @Nullable Series there, Cause cause) {
        if (there != null && there.status() instanceof Holding) return Optional.of(there);
        var now = clock.instant();
        var visits = wanted.visits().stream()
                .map(visit -> new Visit(new BookingId(UUID.randomUUID()), visit.therapistId(), visit.start()))
                .toList();
        if (there != null) {
            carryOut(there);
            var again = there.tryAgain(visits, now.plus(holdLength), now, cause);
            return save(again, null, null) ? Optional.of(again) : Optional.empty();
        }
        var born = new Series(
                id,
                1,
                new Holding(now, now.plus(holdLength)),
                clients.recognise(wanted.client()),
                wanted.clinicId(),
                wanted.treatment(),
                wanted.lengthMinutes(),
                visits,
                cause);
        return add(born, op) ? Optional.of(born) : Optional.empty();
    }

    /** Empty when somebody else has decided in the meantime. */
    private Optional<SeriesAnswer> win(Series series, Op op, Cause cause) {
        if (!(series.status() instanceof Holding(var _, var expiresAt))) throw new IllegalStateException();
        for (int i = 0; i < series.visits().size(); i++) {
            var visit = series.visits().get(i);
            var asked = series.asked(visit);
            boolean first = i == 0;
            Supplier<Answer> attempt = () -> bookings.holdVisit(
                    visit.bookingId(), op, asked, series.clientId(), series.id(), first, expiresAt, cause);
            var answer = attempt.get();
            if (isTaken(answer) && letOwnGo(series, asked, cause)) answer = attempt.get();
            if (answer instanceof Answer.Done) continue;
            if (!decide(series, series.lose(clock.instant(), cause))) return Optional.empty();
            return Optional.of(new VisitRefused(asked, answer, proposer().alternatives(asked, series.starts(), i)));
        }
        var held = series.hold(cause);
        return decide(series, held) ? Optional.of(done(held)) : Optional.empty();
    }

    /** If somebody else was faster, what was won follows them, even if it was for an attempt given up since. */
    private boolean decide(Series before, Series next) {
        if (save(next, null, null)) {
            if (!(next.status() instanceof Held)) carryOut(next);
            return true;
        }
        var decided = book.find(before.id()).orElseThrow().series();
        for (var visit : before.visits()) {
            bookings.follow(visit.bookingId(), decided.verdict(visit.bookingId()), decided.cause());
        }
        return false;
    }

    private static boolean isTaken(Answer answer) {
        return answer instanceof Answer.SlotTaken || answer instanceof Answer.ClientBusy;
    }

    /** Nobody is in their own way: another series that this client only holds is let go where it is. */
    private boolean letOwnGo(Series wanted, AskedStart asked, Cause cause) {
        var own = bookings.holdsOf(wanted.clientId()).stream()
                .map(Booking::seriesId)
                .filter(id -> id != null && !id.equals(wanted.id()))
                .flatMap(id -> book.find(id).stream())
                .map(Kept::series)
                .filter(other -> other.visits().stream().anyMatch(visit -> meet(other.asked(visit), asked)))
                .toList();
        var visits = own.stream()
                .flatMap(other -> other.visits().stream())
                .map(Visit::bookingId)
                .toList();
        var beside = availability.diary().without(visits);
        // Not for a time that somebody else has: then nothing would be won by it.
        if (!(new StartCheck(availability.catalogue(), beside).check(asked, clock.instant()) instanceof Fits)) {
            return false;
        }
        boolean any = false;
        for (var other : own) {
            if (!(other.letGo(clock.instant(), cause) instanceof Accepted(var gone))) continue;
            if (!save(gone, null, null)) continue;
            carryOut(gone);
            any = true;
        }
        return any;
    }

    private static boolean meet(AskedStart one, AskedStart other) {
        return one.start().isBefore(endOf(other)) && other.start().isBefore(endOf(one));
    }

    /** @param answered by the client; without it nothing is confirmed */
    public SeriesAnswer confirm(SeriesId id, long expected, @Nullable Op op, Screenings answered, Cause cause) {
        return change(id, expected, op, series -> {
            var now = clock.instant();
            var screened = answered.by(series.clientId(), null);
            if (screened.isEmpty()) return Optional.of(new No(Refusal.CLIENT_FORGOTTEN));
            var decision = series.confirm(screened.get(), now, cause);
            if (!(decision instanceof Accepted(var confirmed))) return refused(decision);
            var visits = visits(series).stream()
                    .map(visit -> told(visit, nothing(visit)))
                    .toList();
            var event = new SeriesConfirmed(id, confirmed.version(), series.clientId(), visits, now);
            return keep(confirmed, op, event);
        });
    }

    /** More time for a held series, once. */
    public SeriesAnswer renew(SeriesId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, series -> {
            var now = clock.instant();
            return keep(series.renew(now.plus(holdLength), now, cause), op);
        });
    }

    /** Gives a held series up; anything else is left alone. */
    public SeriesAnswer letGo(SeriesId id, long expected, @Nullable Op op, Cause cause) {
        return change(id, expected, op, series -> keep(series.letGo(clock.instant(), cause), op));
    }

    /**
     * Gives all visits back that are still to come, each at its own policy's fee. With a reason it is the clinic's
     * doing, and costs nothing.
     *
     * @param acceptedFeeCents the most that may be charged for all together: nothing is charged that was not shown
     */
    public SeriesAnswer cancel(SeriesId id, long expected, @Nullable Op op, long acceptedFeeCents, Cause cause) {
        return change(id, expected, op, series -> {
            var now = clock.instant();
            if (!(series.status() instanceof Confirmed)) return keep(series.cancel(Map.of(), now, cause), op);
            // What was confirmed a moment ago is carried out first: only then there is something to cancel.
            carryOut(series);
            var costs = costs(series, now).stream()
                    .map(cost -> cause.reason() == null ? cost : new Cost(cost.visit(), nothing(cost.visit())))
                    .toList();
            if (sum(costs) > acceptedFeeCents) {
                return Optional.of(new FeeNotAccepted(costs, total(costs)));
            }
            var fees = costs.stream()
                    .collect(Collectors.toMap(
                            cost -> cost.visit().id(), cost -> cost.fee().cents()));
            if (!(series.cancel(fees, now, cause) instanceof Accepted(var cancelled))) {
                return refused(series.cancel(fees, now, cause));
            }
            var visits =
                    costs.stream().map(cost -> told(cost.visit(), cost.fee())).toList();
            return keep(cancelled, op, new SeriesCancelled(id, cancelled.version(), series.clientId(), visits, now));
        });
    }

    /** What cancelling the rest of it would cost the client now. */
    public SeriesAnswer costOfCancelling(SeriesId id) {
        var kept = book.find(id);
        if (kept.isEmpty()) return new Unknown();
        var series = kept.get().series();
        var now = clock.instant();
        if (series.status() instanceof Confirmed) {
            var costs = costs(series, now);
            return costs.isEmpty() ? new No(Refusal.NOTHING_TO_CANCEL) : new Costs(series, costs, total(costs));
        }
        if (series.letGo(now, series.cause()) instanceof Refused(var reason)) return new No(reason);
        var costs = visits(series).stream()
                .map(visit -> new Cost(visit, nothing(visit)))
                .toList();
        return new Costs(series, costs, total(costs));
    }

    /** Of each visit that can still be cancelled. */
    private List<Cost> costs(Series series, Instant now) {
        var costs = new ArrayList<Cost>();
        for (var visit : visits(series)) {
            if (visit.cancel(now) instanceof Decision.Accepted(var _, BookingCancelled cancelled)) {
                costs.add(new Cost(visit, cancelled.fee()));
            }
        }
        return costs;
    }

    private static Money nothing(Booking visit) {
        return new Money(0, visit.price().currency());
    }

    private static long sum(List<Cost> costs) {
        return costs.stream().mapToLong(cost -> cost.fee().cents()).sum();
    }

    /** All visits are at one clinic, and so in one currency. */
    private static Money total(List<Cost> costs) {
        return new Money(sum(costs), costs.getFirst().fee().currency());
    }

    private static SeriesEvent.Visit told(Booking visit, Money fee) {
        return new SeriesEvent.Visit(visit.id(), visit.version() + 1, visit.snapshot(), fee);
    }

    /** Decides on the latest state, and decides again when somebody else was faster. */
    private SeriesAnswer change(
            SeriesId id, long expected, @Nullable Op op, Function<Series, Optional<SeriesAnswer>> command) {
        while (true) {
            var kept = book.find(id);
            if (kept.isEmpty()) return new Unknown();
            var series = kept.get().series();
            if (op != null) {
                var done = kept.get().ops().stream()
                        .filter(other -> other.key().equals(op.key()))
                        .findFirst();
                if (done.isPresent()) return done.get().equals(op) ? done(series) : new KeyReused();
            }
            if (series.version() != expected) return new VersionChanged(series.version());
            var answer = command.apply(series);
            if (answer.isPresent()) return answer.get();
        }
    }

    private Optional<SeriesAnswer> keep(Series.Decision decision, @Nullable Op op) {
        return decision instanceof Accepted(var next) ? keep(next, op, null) : refused(decision);
    }

    /** Empty when somebody else was faster. */
    private Optional<SeriesAnswer> keep(Series next, @Nullable Op op, @Nullable SeriesEvent event) {
        if (!save(next, op, event)) return Optional.empty();
        carryOut(next);
        return Optional.of(done(next));
    }

    private static Optional<SeriesAnswer> refused(Series.Decision decision) {
        return Optional.of(new No(((Refused) decision).reason()));
    }

    private void carryOut(Series series) {
        for (var visit : series.visits()) {
            bookings.follow(visit.bookingId(), series.verdict(visit.bookingId()), series.cause());
        }
        book.carriedOut(series);
    }

    private Done done(Series series) {
        return new Done(series, visits(series));
    }

    private List<Booking> visits(Series series) {
        return series.visits().stream()
                .flatMap(visit -> bookings.find(visit.bookingId()).stream())
                .sorted(Comparator.comparing(visit -> visit.session().slot().start()))
                .toList();
    }

    /** {@link #lookAfter}, if a series was changed here or the last time was long ago. Else the store is not asked. */
    public int lookAfterIfDue() {
        var now = clock.instant();
        if (!touched && now.isBefore(lookAgainAt)) return 0;
        touched = false;
        lookAgainAt = now.plus(SWEEP);
        int tended = lookAfter();
        // There may be more than are looked after at once.
        if (tended > 0) touched = true;
        return tended;
    }

    private boolean add(Series born, Op op) {
        try {
            return book.add(born, op);
        } finally {
            touched = true;
        }
    }

    private boolean save(Series decided, @Nullable Op op, @Nullable SeriesEvent event) {
        try {
            return book.save(decided, op, event);
        } finally {
            touched = true;
        }
    }

    /** Brings to its end what nobody else will; answers how many it has looked after. */
    public int lookAfter() {
        var now = clock.instant();
        int tended = 0;
        for (var series : book.toLookAfter(now, AT_ONCE)) {
            var lapsed = series.lapse(now);
            if (lapsed.isPresent() && !save(lapsed.get(), null, null)) continue;
            carryOut(lapsed.orElse(series));
            tended++;
        }
        book.heldTooLong(now, AT_ONCE).forEach((visit, id) -> {
            var verdict =
                    book.find(id).map(kept -> kept.series().verdict(visit)).orElseGet(SeriesVerdict.LetGo::new);
            bookings.follow(visit, verdict, Cause.TIME_OVER);
        });
        return tended;
    }
}
