package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.util.List;

import io.rhomboid.notification.recipient.Subject;

/** What has become of a delivery after it was worked on. Reasons name nobody. */
public sealed interface Verdict {

    /**
     * @param to masked
     * @param providerId by which whoever took it over knows it
     */
    record Sent(Instant at, String to, String providerId) implements Verdict {}

    /** The post was asked and could not: once more, later. */
    record TryAgain(Instant at, String reason) implements Verdict {}

    /** The post was not even asked: nothing is held against this delivery. */
    record PutOff(Instant at) implements Verdict {}

    /** @param at when to look again, should nobody tell us that the gap has closed */
    record Wait(List<Subject> missing, Instant at) implements Verdict {}

    record Failed(String reason) implements Verdict {}

    record Skipped(String reason) implements Verdict {}

    /** Whether nothing comes after it. */
    default boolean isEnd() {
        return switch (this) {
            case Sent _, Failed _, Skipped _ -> true;
            case TryAgain _, PutOff _, Wait _ -> false;
        };
    }
}
