package io.rhomboid.booking.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.rhomboid.booking.account.FormerSelves;
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
import io.rhomboid.booking.vault.KeysAway;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;

/**
 * Forgets clients who ask for it: first their key, then what lies open, then everybody else is told; and once all have
 * confirmed it, the person, for the last time. Each step can be made again; whoever dies in between is followed by the
 * next round.
 */
public final class ErasureDesk {

    private static final int BATCH = 100;

    /** A service that has not confirmed it by then is not waited for: nobody keeps an address for ever. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    /** Longer than any booking lies ahead. */
    private static final Duration AHEAD = Duration.ofDays(800);

    private final Erasures erasures;
    private final Traces traces;
    private final Vault vault;
    private final DataKeys keys;
    private final Timetable timetable;
    private final Waitlist waitlist;
    private final FormerSelves selves;
    private final Farewells farewells;
    private final Set<String> services;
    private final Duration kept;
    private final Duration repeated;
    private final Clock clock;

    /**
     * @param services that have to confirm it
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
            FormerSelves selves,
            Farewells farewells,
            Set<String> services,
            Duration kept,
            Duration repeated,
            Clock clock) {
        this.erasures = erasures;
        this.traces = traces;
        this.vault = vault;
        this.keys = keys;
        this.timetable = timetable;
        this.waitlist = waitlist;
        this.selves = selves;
        this.farewells = farewells;
        this.services = Set.copyOf(services);
        this.kept = kept;
        this.repeated = repeated;
        this.clock = clock;
    }

    /**
     * Done at once, unless something has to be kept. Nobody who is expected somewhere is forgotten. Who they were before
     * they had an account is forgotten with them.
     */
    public ErasureAnswer ask(ClientId client) {
        var now = clock.instant();
        var all = selves(client);
        var ahead = new ArrayList<Booking>();
        var last = new HashMap<ClientId, Instant>();
        int places = 0;
        for (var self : all) {
            timetable.read(new Whose.OfClient(self), Instant.EPOCH, now.plus(AHEAD), line -> {
                var booking = line.booking();
                switch (booking.status()) {
                    case Held _, Confirmed _, Arrived _ -> ahead.add(booking);
                    case Completed _ ->
                        last.merge(
                                self, booking.session().slot().end(), (one, other) -> one.isAfter(other) ? one : other);
                    default -> {}
                }
            });
            places += waitlist.openOf(self).size();
        }
        if (!ahead.isEmpty() || places > 0) return new Expected(ahead, places);
        for (var self : all) {
            erasures.ask(Erasure.asked(self, now, last.get(self), kept));
            var asked = erasures.find(self).orElseThrow();
            if (asked.isDue(now)) forget(asked);
        }
        return find(client);
    }

    /** Themselves first. Of who they only had a link to, as far as nothing else is known that could be somebody else's. */
    private Collection<ClientId> selves(ClientId client) {
        var all = new LinkedHashSet<>(Set.of(client));
        var open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (var former : selves.of(open.remove())) {
                if ((former.proven() || traces.isNothingLeft(former.client())) && all.add(former.client())) {
                    open.add(former.client());
                }
            }
        }
        return all;
    }

    /** Only before it is done; of nothing that was asked for it makes nothing. */
    public void withdraw(ClientId client) {
        for (var self : selves(client)) erasures.withdraw(self);
    }

    public ErasureAnswer find(ClientId client) {
        return erasures.find(client)
                .<ErasureAnswer>map(erasure -> new Noted(erasure, erasure.waitsFor(services)))
                .orElseGet(NotAsked::new);
    }

    /** Of a client whom a service has forgotten and this one knows again, nothing was left before the backup. */
    public void receipt(ClientId client, String service, Instant at) {
        if (erasures.find(client).isEmpty()) forgetAgain(restored(client, clock.instant()));
        erasures.receipt(client, service, at);
        complete(erasures.find(client).orElseThrow());
    }

    /** What has become due since the last round, and who is still to be told that it is complete. */
    public void forgetDue() {
        var now = clock.instant();
        for (var erasure : erasures.due(now, BATCH)) forget(erasure);
        for (var erasure : erasures.incomplete(now.minus(PATIENCE.multipliedBy(2)), BATCH)) complete(erasure);
    }

    /**
     * Once at each start: a backup that was brought back knows clients who had been forgotten. That they were is known
     * where the keys are, and those are kept apart; the other services are told of everybody of late again.
     */
    public void forgetAgain() {
        var now = clock.instant();
        for (var client : keys.forgotten()) {
            var known = erasures.find(client);
            if (known.map(Erasure::doneAt).isEmpty()) forgetAgain(known.orElseGet(() -> restored(client, now)));
        }
        for (var erasure : erasures.doneSince(now.minus(repeated))) erase(erasure.client());
    }

    private Erasure restored(ClientId client, Instant now) {
        var again = Erasure.asked(client, now, null, kept);
        erasures.ask(again);
        return again;
    }

    private void forget(Erasure erasure) {
        var client = erasure.client();
        // Where to is known no longer than the next step.
        traces.contact(client)
                .flatMap(contact -> farewells.seal(client, contact))
                .ifPresent(address -> erasures.keepFarewell(client, address));
        forgetAgain(erasure);
    }

    /** Who was forgotten before was told then. */
    private void forgetAgain(Erasure erasure) {
        erase(erasure.client());
        erasures.done(erasure.client(), clock.instant());
    }

    private void complete(Erasure erasure) {
        var client = erasure.client();
        var now = clock.instant();
        if (erasure.doneAt() == null || erasure.completedAt() != null) return;
        boolean all = erasure.waitsFor(services).isEmpty();
        if (!all) {
            if (erasure.doneAt().plus(PATIENCE).isBefore(now)) farewells.throwAway(client);
            return;
        }
        Optional<Farewells.Address> address;
        try {
            address = erasures.farewell(client).flatMap(kept -> farewells.open(client, kept));
        } catch (KeysAway e) {
            // The next round tells them.
            return;
        }
        var told = address.map(to -> new ErasureCompleted(client, 1, to.mail(), to.language(), now));
        erasures.complete(client, told.orElse(null), now);
        farewells.throwAway(client);
    }

    private void erase(ClientId client) {
        vault.forget(client);
        traces.remove(client, clock.instant());
    }
}
