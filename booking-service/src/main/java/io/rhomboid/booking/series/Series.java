package io.rhomboid.booking.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.SeriesVerdict;
import io.rhomboid.booking.screening.Screened;
import io.rhomboid.booking.series.SeriesStatus.Cancelled;
import io.rhomboid.booking.series.SeriesStatus.Confirmed;
import io.rhomboid.booking.series.SeriesStatus.Expired;
import io.rhomboid.booking.series.SeriesStatus.Held;
import io.rhomboid.booking.series.SeriesStatus.Holding;
import io.rhomboid.booking.series.SeriesStatus.LetGo;
import io.rhomboid.booking.series.SeriesStatus.Lost;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Visits of one client that were asked for together.
 *
 * <p>Born while its visits are being won; then held, or lost with all of them. Held, it is confirmed, let go or expires,
 * with all of them; confirmed, the rest of it can be cancelled. What it is, is decided by one write of it alone; its
 * visits {@linkplain #verdict follow}, and whoever comes after a crash has them follow.
 *
 * @param version how many decisions it has seen; the store keeps one only if it is the very next
 * @param visits the earliest first; as they were asked for, for a confirmed one may move
 * @param cause of the last decision
 */
public record Series(
        SeriesId id,
        long version,
        SeriesStatus status,
        ClientId clientId,
        ClinicId clinicId,
        TreatmentCode treatment,
        int lengthMinutes,
        List<Visit> visits,
        Cause cause) {

    /** Twice a week for a quarter of a year, or weekly for more than half a year. */
    public static final int MOST_VISITS = 30;

    /** How long somebody may take to win all visits. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long whoever has decided may take to carry it out, before others do. */
    static final Duration CARRYING = Duration.ofSeconds(2);

    /** One visit as it was asked for. */
    public record Visit(BookingId bookingId, TherapistId therapistId, Instant start) {}

    /** The answer to a command. */
    sealed interface Decision {

        record Accepted(Series series) implements Decision {}

        record Refused(Refusal reason) implements Decision {}
    }

    public Series {
        visits = visits.stream().sorted(Comparator.comparing(Visit::start)).toList();
    }

    AskedStart asked(Visit visit) {
        return new AskedStart(visit.therapistId, clinicId, treatment, lengthMinutes, visit.start);
    }

    List<Instant> starts() {
        return visits.stream().map(Visit::start).toList();
    }

    /** All visits are won. */
    Series hold(Cause by) {
        if (!(status instanceof Holding(var _, var expiresAt))) throw new IllegalStateException("is " + status.word());
        return with(new Held(expiresAt, false), by);
    }

    /** Not all visits could be had. */
    Series lose(Instant now, Cause by) {
        if (!(status instanceof Holding)) throw new IllegalStateException("is " + status.word());
        return with(new Lost(now), by);
    }

    /** What was lost is tried for again, with bookings that are new. */
    Series tryAgain(List<Visit> anew, Instant expiresAt, Instant now, Cause by) {
        if (!(status instanceof Lost)) throw new IllegalStateException("is " + status.word());
        return new Series(
                id, version + 1, new Holding(now, expiresAt), clientId, clinicId, treatment, lengthMinutes, anew, by);
    }

    /** @param answered by the client, who comes to all of its visits */
    Decision confirm(List<Screened> answered, Instant now, Cause by) {
        var confirmed = asHeld(now, _ -> with(new Confirmed(now, answered), by));
        return confirmed instanceof Decision.Accepted && answered.isEmpty()
                ? new Decision.Refused(Refusal.NOT_SCREENED)
                : confirmed;
    }

    /** More time to decide, once; never less. */
    Decision renew(Instant expiresAt, Instant now, Cause by) {
        if (status instanceof Held held && !held.hasLapsed(now) && held.renewed()) {
            return new Decision.Refused(Refusal.ALREADY_RENEWED);
        }
        return asHeld(now, held -> {
            var until = held.expiresAt().isAfter(expiresAt) ? held.expiresAt() : expiresAt;
            return with(new Held(until, true), by);
        });
    }

    Decision letGo(Instant now, Cause by) {
        return asHeld(now, _ -> with(new LetGo(now), by));
    }

    private Decision asHeld(Instant now, Function<Held, Series> step) {
        return switch (status) {
            case Held held when held.hasLapsed(now) -> new Decision.Refused(Refusal.HOLD_EXPIRED);
            case Held held -> new Decision.Accepted(step.apply(held));
            case Holding _ -> new Decision.Refused(Refusal.NOT_HELD_YET);
            case Confirmed _ -> new Decision.Refused(Refusal.ALREADY_CONFIRMED);
            case Cancelled _, LetGo _ -> new Decision.Refused(Refusal.ALREADY_CANCELLED);
            case Expired _, Lost _ -> new Decision.Refused(Refusal.HOLD_EXPIRED);
        };
    }

    /**
     * None of the visits that are to come will take place.
     *
     * @param feeCents what was accepted for each of them
     */
    Decision cancel(Map<BookingId, Long> feeCents, Instant now, Cause by) {
        if (!(status instanceof Confirmed)) return letGo(now, by);
        return feeCents.isEmpty()
                ? new Decision.Refused(Refusal.NOTHING_TO_CANCEL)
                : new Decision.Accepted(with(new Cancelled(now, feeCents), by));
    }

    /** What becomes of it because nobody has decided in time; empty if it is not yet time. */
    Optional<Series> lapse(Instant now) {
        return switch (status) {
            case Holding(var since, var _)
            when !now.isBefore(since.plus(PATIENCE)) -> Optional.of(lose(now, Cause.TIME_OVER));
            case Held held when held.hasLapsed(now) -> Optional.of(with(new Expired(now), Cause.TIME_OVER));
            case Holding _, Held _, Confirmed _, Cancelled _, LetGo _, Expired _, Lost _ -> Optional.empty();
        };
    }

    /** What it means for a booking that says it is one of its visits. */
    SeriesVerdict verdict(BookingId booking) {
        // Won too late, for an attempt that was given up.
        if (visits.stream().noneMatch(visit -> visit.bookingId.equals(booking))) return new SeriesVerdict.LetGo();
        return switch (status) {
            case Holding _ -> new SeriesVerdict.AsItIs();
            case Held held -> new SeriesVerdict.KeptUntil(held.expiresAt());
            case Confirmed(var at, var answered) -> new SeriesVerdict.Confirmed(at, answered);
            case Cancelled(var at, var fees) ->
                fees.containsKey(booking)
                        ? new SeriesVerdict.Cancelled(at, fees.get(booking))
                        : new SeriesVerdict.AsItIs();
            case LetGo _, Lost _ -> new SeriesVerdict.LetGo();
            case Expired _ -> new SeriesVerdict.Expired();
        };
    }

    /**
     * When somebody has to look after it, should nobody have done so by then; empty for never.
     *
     * @param carriedOut whether its visits have followed
     */
    public Optional<Instant> lookAgainAt(boolean carriedOut) {
        return switch (status) {
            case Holding(var since, var _) -> Optional.of(since.plus(PATIENCE));
            // Until a renewal is carried out the visits say an earlier time, which is soon enough.
            case Held held -> Optional.of(held.expiresAt());
            case Confirmed(var at, var _) -> soon(at, carriedOut);
            case Cancelled(var at, var _) -> soon(at, carriedOut);
            case LetGo(var at) -> soon(at, carriedOut);
            case Expired(var at) -> soon(at, carriedOut);
            case Lost(var at) -> soon(at, carriedOut);
        };
    }

    private static Optional<Instant> soon(Instant at, boolean carriedOut) {
        return carriedOut ? Optional.empty() : Optional.of(at.plus(CARRYING));
    }

    private Series with(SeriesStatus next, Cause by) {
        return new Series(id, version + 1, next, clientId, clinicId, treatment, lengthMinutes, visits, by);
    }
}
