package io.rhomboid.booking.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What becomes of a request about what was written down. */
public sealed interface SessionAnswer {

    /** It was done, and this is what there is. */
    record Opened(List<Shown> sessions) implements SessionAnswer {}

    /**
     * @param entries of the record, in its order
     * @param pain 0 to 10
     */
    record Shown(SessionRecord session, List<Written> entries, Map<Moment, Integer> pain) {

        /** The note as it holds now. */
        public @Nullable Note note() {
            return entries.isEmpty() ? null : entries.getLast().note();
        }
    }

    /**
     * A note, or an amendment of it.
     *
     * @param by subject of the account that wrote it
     * @param because why it was amended; null for the first one
     */
    record Written(String by, Instant at, @Nullable String because, Note note) {}

    /** The visit has no such session, or it is not the caller's: 404. */
    record UnknownSession() implements SessionAnswer {}

    /** The client has not arrived: 409. */
    record NotArrived() implements SessionAnswer {}

    /** An area that is not in the form: 400. */
    record UnknownArea(List<String> known) implements SessionAnswer {}

    /** An amendment says why: 422. */
    record ReasonMissing() implements SessionAnswer {}

    /** Too early or too late to say how much it hurts: 409. */
    record NotTheMoment(Instant from, Instant until) implements SessionAnswer {}

    /** It is not their time to read: 409. */
    record NotNow(Instant from, Instant until) implements SessionAnswer {}

    /** Somebody else was faster: 412. */
    record VersionChanged(long current) implements SessionAnswer {}

    /** The client was forgotten: 410. */
    record Forgotten() implements SessionAnswer {}
}
