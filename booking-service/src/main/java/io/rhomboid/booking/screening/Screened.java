package io.rhomboid.booking.screening;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * That one client of a booking was screened, and passed. What they said is in it only sealed, and only as far as who
 * treats must know it.
 *
 * @param rules the version of each treatment whose rules they were screened by
 * @param statement a {@link Statement}; null if no doctor had to be asked
 * @param words why who treats released or refused it; null before, and if there was nothing to decide
 */
public record Screened(
        ClientId client,
        Instant at,
        Map<TreatmentCode, Long> rules,
        Standing standing,
        @Nullable SealedFields statement,
        @Nullable SealedFields words) {

    /** What became of it. */
    public enum Standing {
        /** Nothing speaks against it. */
        CLEAR,
        /** A doctor agreed, as the client states; who treats may still refuse. */
        ASKED,
        /** Who treats has read the statement, and will treat. */
        RELEASED,
        /** Who treats has read the statement, and will not. */
        REFUSED
    }

    public Screened {
        rules = Map.copyOf(rules);
    }

    static Screened clear(ClientId client, Instant at, Map<TreatmentCode, Long> rules) {
        return new Screened(client, at, rules, Standing.CLEAR, null, null);
    }

    static Screened asked(ClientId client, Instant at, Map<TreatmentCode, Long> rules, SealedFields statement) {
        return new Screened(client, at, rules, Standing.ASKED, statement, null);
    }

    /** The same of another client, for whom these are sealed. */
    Screened of(ClientId other, @Nullable SealedFields statement, @Nullable SealedFields words) {
        return new Screened(other, at, rules, standing, statement, words);
    }

    /** The same, as who treats has decided. */
    public Screened decided(Standing decision, SealedFields why) {
        return new Screened(client, at, rules, decision, statement, why);
    }
}
