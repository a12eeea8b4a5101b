package io.rhomboid.notification.inbox.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** What who has signed in was told: as a client, as a therapist and at the desk, in one list. */
@Allowed(SIGNED_IN)
@RestController
@RequestMapping("/api/v1/inbox")
public class InboxController {

    private final Entries entries;
    private final Readers readers;
    private final Clock clock;

    public InboxController(Entries entries, Readers readers, Clock clock) {
        this.entries = entries;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * @param to as whom they were told: {@code client}, {@code staff}, {@code therapist/…} or {@code clinic/…}
     * @param about what it is about, for example {@code booking/0b8f…}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InboxMessageView(
            @Schema(format = "uuid") String id,
            String to,
            @Schema(example = "confirmation") String kind,
            String title,
            String text,
            @Nullable String about,
            Instant at,
            boolean read) {

        static InboxMessageView of(Entry entry) {
            return new InboxMessageView(
                    entry.id(),
                    as(entry),
                    entry.kind(),
                    entry.title(),
                    entry.text(),
                    entry.about(),
                    entry.at(),
                    entry.read());
        }
    }

    private static String as(Entry entry) {
        var key = entry.recipient().key();
        if (key.startsWith("person/")) return "staff";
        return entry.recipient().isClient() ? "client" : key;
    }

    /** @param unread of all, not only of these */
    record InboxView(long unread, List<InboxMessageView> messages) {}

    record UnreadView(long unread) {}

    record ReadRequest(@NotNull OffsetDateTime upTo) {}

    /**
     * The newest first; kept for ninety days.
     *
     * @param before only what came before that, for the next page
     */
    @GetMapping
    InboxView list(
            @RequestParam(required = false) @Nullable OffsetDateTime before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var reader = readers.current();
        // What comes in this very millisecond is there as well.
        var until = before == null ? clock.instant().plusSeconds(60) : before.toInstant();
        return new InboxView(
                entries.unread(reader),
                entries.of(reader, until, limit).stream()
                        .map(InboxMessageView::of)
                        .toList());
    }

    @GetMapping("/unread")
    UnreadView unread() {
        return new UnreadView(entries.unread(readers.current()));
    }

    /** 204, also if it was read before. */
    @PutMapping("/{id}/read")
    @CanRefuse("404 unknown-message: there is no such message in this inbox")
    @ApiResponse(responseCode = "204", description = "It is read")
    ResponseEntity<?> read(@PathVariable String id) {
        if (entries.read(readers.current(), id))
            return ResponseEntity.noContent().build();
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-message", "There is no such message.")
                .answer();
    }

    /** 204: all that came up to then are read; later ones, which nobody can have seen yet, are not. */
    @PutMapping("/read")
    @ApiResponse(responseCode = "204", description = "They are read")
    ResponseEntity<?> readAll(@RequestBody @Valid ReadRequest request) {
        entries.readAll(readers.current(), request.upTo.toInstant());
        return ResponseEntity.noContent().build();
    }
}
