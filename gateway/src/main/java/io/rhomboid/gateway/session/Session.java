package io.rhomboid.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One browser in which somebody has signed in. Born when they come back from the provider, under a key that no browser
 * held before; ends when they sign out, do nothing for too long, or after its longest time whatever they do.
 *
 * @param generation how often its tokens were exchanged
 * @param accessUntil until when the access token is good
 */
record Session(
        Person person,
        boolean staff,
        Tokens tokens,
        int generation,
        Instant accessUntil,
        Instant startedAt,
        Instant seenAt) {

    /** Before it has run out it is exchanged: what is sent on must arrive while it is good. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private static final Duration A_MOMENT = Duration.ofMinutes(10);

    /** Who it is, as their token says. */
    record Person(
            String subject, @Nullable String name, @Nullable String email, List<String> roles) {

        Person {
            roles = List.copyOf(roles);
        }
    }

    /** @param refresh null if the provider gives none: then the session lasts as long as the access token */
    record Tokens(String access, @Nullable String refresh) {

        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }

    boolean isOver(Instant now, SessionSettings settings) {
        return !now.isBefore(overAt(settings));
    }

    /** When it is over if nothing more is done. */
    Instant overAt(SessionSettings settings) {
        return overAt(staff, startedAt, seenAt, settings);
    }

    static Instant overAt(boolean staff, Instant startedAt, Instant seenAt, SessionSettings settings) {
        var idle = seenAt.plus(staff ? settings.staffIdle() : settings.clientIdle());
        var atLast = startedAt.plus(settings.longest());
        return idle.isBefore(atLast) ? idle : atLast;
    }

    /** Whether they have shown only a moment ago who they are; the provider asks for the password each time. */
    boolean hasJustBegun(Instant now) {
        return now.isBefore(startedAt.plus(A_MOMENT));
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(accessUntil);
    }

    boolean wantsRenewal(Instant now) {
        return !now.isBefore(accessUntil.minus(AHEAD));
    }
}
