package io.rhomboid.notification.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;

/**
 * A server of somebody else that a clinic wants told of its bookings.
 *
 * <p>Born enabled. Disabled by the clinic, by its own 410, or after it has failed for days; the clinic can enable it
 * again at any time. What happens while it is disabled it is never told.
 *
 * @param version how many changes it has seen; failing and recovering are none
 * @param types of what it is told
 * @param keyNumber which of its keys is the current one; its keys are reckoned and never kept
 * @param formerKeyUntil until when messages are also signed with the key before that
 * @param disabled why nothing is sent; null while it is enabled
 * @param failingSince when it first failed without having taken anything since; null while all is well
 */
public record Endpoint(
        EndpointId id,
        long version,
        ClinicId clinicId,
        URI address,
        @Nullable String description,
        Set<EventType> types,
        long keyNumber,
        @Nullable Instant formerKeyUntil,
        @Nullable Disabled disabled,
        @Nullable Instant failingSince,
        Instant createdAt) {

    /** How long receivers may take to learn a new key. */
    static final Duration BOTH_KEYS = Duration.ofHours(24);

    public record Disabled(Instant at, Why why) {}

    /** What disabled it, and the words for the clinic to read; they are what is stored. */
    public enum Why {
        CLINIC("the clinic disabled it"),
        GONE("it answered 410: it does not want to be told any more"),
        FAILING("it took nothing for three days");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** @throws java.util.NoSuchElementException if nothing says it like that */
        public static Why saying(String words) {
            return Arrays.stream(values())
                    .filter(why -> why.words.equals(words))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Endpoint {
        types = Collections.unmodifiableSet(EnumSet.copyOf(types));
    }

    /** The numbers of the keys that a message is signed with now, the current one first. */
    public List<Long> keys(Instant now) {
        var both = formerKeyUntil != null && now.isBefore(formerKeyUntil);
        return LongStream.rangeClosed(0, both ? 1 : 0)
                .mapToObj(back -> keyNumber - back)
                .toList();
    }

    /** With a new key; the one that was current counts for another day, the one before not any more. */
    Endpoint rotated(Instant now) {
        return new Endpoint(
                id,
                version + 1,
                clinicId,
                address,
                description,
                types,
                keyNumber + 1,
                now.plus(BOTH_KEYS),
                disabled,
                failingSince,
                createdAt);
    }

    /** Enabled by null; then what has failed before does not count any more. */
    Endpoint disabled(@Nullable Disabled why) {
        return new Endpoint(
                id,
                version + 1,
                clinicId,
                address,
                description,
                types,
                keyNumber,
                formerKeyUntil,
                why,
                why == null ? null : failingSince,
                createdAt);
    }

    boolean isEnabled() {
        return disabled == null;
    }
}
