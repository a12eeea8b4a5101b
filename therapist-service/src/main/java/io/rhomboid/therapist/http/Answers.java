package io.rhomboid.therapist.http;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Outcome;
import io.rhomboid.therapist.store.Outcome.Done;
import io.rhomboid.therapist.store.Outcome.KeyReused;
import io.rhomboid.therapist.store.Outcome.Taken;
import io.rhomboid.therapist.store.Outcome.Unknown;
import io.rhomboid.therapist.store.Outcome.VersionChanged;

/**
 * How what came of a request is told about one kind of record.
 *
 * @param noun the kind, as in {@code unknown-clinic}
 */
public record Answers(String noun) {

    /** 200 with the record's version as ETag. */
    public ResponseEntity<?> ok(Kept<?, ?> kept, Object body) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(kept.version())).body(body);
    }

    /** 201 with the address of what is new, and the record's version as ETag. */
    public ResponseEntity<?> created(Kept<?, ?> kept, String address, Object body) {
        return ResponseEntity.created(URI.create(address))
                .eTag(ExpectedVersion.etag(kept.version()))
                .body(body);
    }

    /** What was done by the given function, and a problem for each way in which it was not. */
    public <I, S> ResponseEntity<?> of(Outcome<I, S> outcome, Function<Kept<I, S>, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Done<I, S>(var kept) -> done.apply(kept);
            case Unknown<I, S>() -> unknown();
            case VersionChanged<I, S>(var current) -> versionChanged(current);
            case KeyReused<I, S>() -> IdempotencyKey.REUSED.answer();
            case Taken<I, S>() ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                noun + "-exists",
                                "There is such a " + noun + " already. Change it with PUT and the ETag of GET.")
                        .answer();
        };
    }

    /** Goes on with the record if the caller has seen its latest version: else 404 or 412. */
    public <I, S> ResponseEntity<?> ifCurrent(
            Optional<Kept<I, S>> found, ExpectedVersion expected, Function<Kept<I, S>, ResponseEntity<?>> change) {
        if (found.isEmpty()) return unknown();
        var kept = found.get();
        return kept.version() == expected.value() ? change.apply(kept) : versionChanged(kept.version());
    }

    public ResponseEntity<?> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-" + noun, "There is no such " + noun + ".")
                .answer();
    }

    private ResponseEntity<?> versionChanged(long current) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-changed",
                        "Somebody changed it since you read it. Read it again and repeat your change on version "
                                + current + ".")
                .answer();
    }
}
