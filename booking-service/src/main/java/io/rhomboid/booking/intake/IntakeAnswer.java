package io.rhomboid.booking.intake;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What becomes of a request about an intake. */
public sealed interface IntakeAnswer {

    /**
     * It was done, and here is the client's own.
     *
     * @param draft null if there is nothing that is not handed in
     * @param handedIn null if nothing was handed in
     * @param said what was handed in; null like that
     */
    record Own(
            Intake intake, @Nullable Said draft, @Nullable Said said) implements IntakeAnswer {}

    /** What those who treat may read. */
    record Opened(List<Shown> intakes) implements IntakeAnswer {}

    /**
     * @param said null if the client has handed in nothing
     * @param unchanged when the client said for this visit that nothing has changed; null if they did not
     */
    record Shown(
            Intake intake, @Nullable Said said, @Nullable Instant unchanged) {}

    /** These fields can't be meant: 400. */
    record Senseless(List<Wrong> wrong) implements IntakeAnswer {}

    /** These are missing: 422. */
    record Incomplete(List<Wrong> missing) implements IntakeAnswer {}

    record Wrong(String field, String message) {}

    /** The consent is missing, or to other words than today's: 422. */
    record ConsentNeeded(Form.Consent consent) implements IntakeAnswer {}

    /** Somebody else was faster: 412. */
    record VersionChanged(long current) implements IntakeAnswer {}

    /** There is nothing valid that could be unchanged: 409. */
    record NothingHandedIn() implements IntakeAnswer {}

    /** It is not their time to read: 409. */
    record NotNow(Instant from, Instant until) implements IntakeAnswer {}

    /** Only who breaks the glass may read it: 409. */
    record BehindGlass() implements IntakeAnswer {}

    /** The client was forgotten: 410. */
    record Forgotten() implements IntakeAnswer {}
}
