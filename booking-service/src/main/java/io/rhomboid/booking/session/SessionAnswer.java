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
     * @param notes in the order of the record's entries
     * @param pain 0 to 10
     */
    record Shown(SessionRecord session, List<Note> notes, Map<Moment, Integer> pain) {

        /** The note as it holds now. */
        public @Nullable Note note() {
            return notes.isEmpty() ? null : notes.getLast();
        }
    }

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
