package io.rhomboid.notification.deadletter.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.deadletter.DeadLetter;
import io.rhomboid.notification.deadletter.DeadLetter.Choice;
import io.rhomboid.notification.deadletter.DeadLetter.Decided;
import io.rhomboid.notification.deadletter.Decisions;
import io.rhomboid.notification.deadletter.Letters;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/** What this service could not make sense of. Bodies are not shown: they may name people. */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/dead-letters")
public class DeadLetterController {

    private final Letters letters;
    private final Decisions decisions;
    private final Clock clock;

    public DeadLetterController(Letters letters, Decisions decisions, Clock clock) {
        this.letters = letters;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * @param topic where it came from
     * @param key of what it is about
     * @param bytes of its body
     * @param state whether somebody has decided about it, and what
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterView(
            @Schema(example = "bookings.notification-service.dlt:0:17")
            String id,

            String topic,
            @Nullable String key,
            Instant at,
            String cause,
            int bytes,
            State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static LetterView of(DeadLetter letter) {
            var decided = letter.decided();
            return new LetterView(
                    letter.id(),
                    letter.topic(),
                    letter.key(),
                    letter.at(),
                    letter.cause(),
                    letter.bytes(),
                    State.of(decided),
                    decided == null ? null : decided.by(),
                    decided == null ? null : decided.at());
        }
    }

    /** OPEN while nobody has decided; what was decided stays listed, for it stays where it lies. */
    enum State {
        OPEN,
        REDRIVEN,
        DISCARDED;

        static State of(@Nullable Decided decided) {
            if (decided == null) return OPEN;
            return switch (decided.choice()) {
                case REDRIVEN -> REDRIVEN;
                case DISCARDED -> DISCARDED;
            };
        }
    }

    record LettersView(List<LetterView> deadLetters) {}

    /**
     * The newest first, with what was decided; the last few hundred of each topic.
     *
     * @param state only those of this state; all without
     */
    @GetMapping
    LettersView list(@RequestParam(required = false) @Nullable State state) {
        var decided = decisions.all();
        return new LettersView(letters.all().stream()
                .map(letter -> LetterView.of(letter.decided(decided.get(letter.id()))))
                .filter(letter -> state == null || letter.state() == state)
                .toList());
    }

    /** 204: puts it back to where it came from. If it fails again, it is a dead letter again, with another id. */
    @PutMapping("/{id}/redrive")
    @CanRefuse("404 unknown-dead-letter: there is none with this id")
    @ApiResponse(responseCode = "204", description = "It will be processed once more")
    ResponseEntity<?> redrive(@PathVariable String id) {
        if (!letters.redrive(id)) return unknown();
        return kept(id, Choice.REDRIVEN);
    }

    /** 204: nobody needs to look at it again. */
    @PutMapping("/{id}/discard")
    @CanRefuse("404 unknown-dead-letter: there is none with this id")
    @ApiResponse(responseCode = "204", description = "It stays where it lies")
    ResponseEntity<?> discard(@PathVariable String id) {
        if (!letters.isThere(id)) return unknown();
        return kept(id, Choice.DISCARDED);
    }

    private ResponseEntity<?> kept(String id, Choice choice) {
        var person = (Person) Access.current().caller();
        decisions.keep(id, new Decided(choice, person.subject(), clock.instant()));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<?> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-dead-letter", "There is no such dead letter.")
                .answer();
    }
}
