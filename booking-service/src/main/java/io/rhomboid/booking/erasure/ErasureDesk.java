package io.rhomboid.booking.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

import io.rhomboid.booking.erasure.ErasureAnswer.Expected;
import io.rhomboid.booking.erasure.ErasureAnswer.NotAsked;
import io.rhomboid.booking.erasure.ErasureAnswer.Noted;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.vault.DataKeys;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.contracts.client.ClientId;

/**
 * Forgets clients who ask for it: first their key, then what lies open, then everybody else is told. Each step can be
 * made again; whoever dies in between is followed by the next round.
 */
public final class ErasureDesk {

    private static final int BATCH = 100;

    /** Longer than any booking lies ahead. */
    private static final Duration AHEAD = Duration.ofDays(800);

    private final Erasures erasures;
    private final Traces traces;
    private final Vault vault;
    private final DataKeys keys;
    private final Timetable timetable;
    private final Waitlist waitlist;
    private final Duration kept;
    private final Duration repeated;
    private final Clock clock;

    /**
     * @param kept how long what was written down of a session has to be kept after it
     * @param repeated how long the others are told again at each start: as long as a backup of theirs may come back
     */
    public ErasureDesk(
            Erasures erasures,
            Traces traces,
            Vault vault,
            DataKeys keys,
            Timetable timetable,
            Waitlist waitlist,
            Duration kept,
            Duration repeated,
            Clock clock) {
        this.erasures = erasures;
        this.traces = traces;
        this.vault = vault;
        this.keys = keys;
        this.timetable = timetable;
        this.waitlist = waitlist;
        this.kept = kept;
        this.repeated = repeated;
        this.clock = clock;
    }

    /** Done at once, unless something has to be kept. Nobody who is expected somewhere is forgotten. */
    public ErasureAnswer ask(ClientId client) {
        var now = clock.instant();
        var ahead = new ArrayList<Booking>();
        var last = new ArrayList<Instant>();
        timetable.read(new Whose.OfClient(client), Instant.EPOCH, now.plus(AHEAD), line -> {
            var booking = line.booking();
            switch (booking.status()) {
                case Held _, Confirmed _, Arrived _ -> ahead.add(booking);
                case Completed _ -> last.add(booking.session().slot().end());
                default -> {}
            }
        });
        var places = waitlist.openOf(client).size();
        if (!ahead.isEmpty() || places > 0) return new Expected(ahead, places);
        erasures.ask(
                Erasure.asked(client, now, last.stream().max(Instant::compareTo).orElse(null), kept));
        var asked = erasures.find(client).orElseThrow();
        if (asked.isDue(now)) forget(asked);
        return new Noted(erasures.find(client).orElseThrow());
    }

    /** Only before it is done; of nothing that was asked for it makes nothing. */
    public void withdraw(ClientId client) {
        erasures.withdraw(client);
    }

    public ErasureAnswer find(ClientId client) {
        return erasures.find(client).<ErasureAnswer>map(Noted::new).orElseGet(NotAsked::new);
    }

    /** Of a client whom a service has forgotten and this one knows again, nothing was left before the backup. */
    public void receipt(ClientId client, String service, Instant at) {
        if (erasures.find(client).isEmpty()) forget(restored(client, clock.instant()));
        erasures.receipt(client, service, at);
    }

    /** What has become due since the last round. */
    public void forgetDue() {
        for (var erasure : erasures.due(clock.instant(), BATCH)) forget(erasure);
    }

    /**
     * Once at each start: a backup that was brought back knows clients who had been forgotten. That they were is known
     * where the keys are, and those are kept apart; the other services are told of everybody of late again.
     */
    public void forgetAgain() {
        var now = clock.instant();
        for (var client : keys.forgotten()) {
            var known = erasures.find(client);
            if (known.map(Erasure::doneAt).isEmpty()) forget(known.orElseGet(() -> restored(client, now)));
        }
        for (var erasure : erasures.doneSince(now.minus(repeated))) erase(erasure.client());
    }

    private Erasure restored(ClientId client, Instant now) {
        var again = Erasure.asked(client, now, null, kept);
        erasures.ask(again);
        return again;
    }

    private void forget(Erasure erasure) {
        erase(erasure.client());
        erasures.done(erasure.client(), clock.instant());
    }

    private void erase(ClientId client) {
        vault.forget(client);
        traces.remove(client, clock.instant());
    }
}
