package io.rhomboid.therapist.store;

/** What came of creating or changing a record. */
public sealed interface Outcome<I, S> {

    /** It is kept, now or since an earlier request with the same key and body. */
    record Done<I, S>(Kept<I, S> kept) implements Outcome<I, S> {}

    /** There is no record with this id. */
    record Unknown<I, S>() implements Outcome<I, S> {}

    /** Somebody else changed it since the caller read it. */
    record VersionChanged<I, S>(long current) implements Outcome<I, S> {}

    /** The idempotency key was used before, for something else. */
    record KeyReused<I, S>() implements Outcome<I, S> {}

    /** The id is taken by a record that another request created. */
    record Taken<I, S>() implements Outcome<I, S> {}
}
