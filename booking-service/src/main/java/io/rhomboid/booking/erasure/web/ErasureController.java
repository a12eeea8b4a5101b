package io.rhomboid.booking.erasure.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.erasure.Erasure;
import io.rhomboid.booking.erasure.ErasureAnswer;
import io.rhomboid.booking.erasure.ErasureDesk;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLIENT;

/** Lets clients be forgotten. */
@RestController
@RequestMapping("/api/v1")
class ErasureController {

    private final ErasureDesk desk;
    private final Clients clients;

    ErasureController(ErasureDesk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
    }

    /** @param understood that nobody can bring anything back */
    record ErasureRequest(
            @NotNull @AssertTrue(message = "must be true: nobody can bring back what was erased")
            Boolean understood) {}

    /**
     * How far it is. Times are UTC.
     *
     * @param id the client's; where this can still be read afterwards
     * @param dueAt not before, because notes of a session have to be kept until then
     * @param doneAt when the name, the addresses, and the key to everything about health were destroyed
     * @param completedAt when all services had confirmed it; you were told by a last mail then, if you had left an address
     * @param waitsFor the services that have not confirmed it yet
     * @param receipts which services have nothing left of the client, and since when
     */
    record ErasureView(
            ClientId id,
            OffsetDateTime askedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime doneAt,
            @Nullable OffsetDateTime completedAt,
            Set<String> waitsFor,
            Map<String, OffsetDateTime> receipts) {

        static ErasureView of(Erasure erasure, Set<String> waitsFor) {
            var receipts = new TreeMap<String, OffsetDateTime>();
            erasure.receipts().forEach((service, at) -> receipts.put(service, utc(at)));
            var done = erasure.doneAt();
            var completed = erasure.completedAt();
            return new ErasureView(
                    erasure.client(),
                    utc(erasure.askedAt()),
                    utc(erasure.dueAt()),
                    done == null ? null : utc(done),
                    completed == null ? null : utc(completed),
                    waitsFor,
                    receipts);
        }

        private static OffsetDateTime utc(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }

    /**
     * 200: everything personal of yours is erased, in every service, and what you said about your health can't be read by
     * anybody any more; or it will be when it is due. Your bookings stay as numbers without a name. You are no client any
     * more then, and no path under {@code /clients/{id}} is yours; see {@code /erasures/{id}}.
     */
    @Allowed(value = CLIENT, of = "client")
    @PutMapping("/clients/{id}/erasure")
    @CanRefuse({
        "404 unknown-client: it is not you",
        "409 still-expected: you have bookings ahead or wait for one; cancel those first, they are named"
    })
    @ApiResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ResponseEntity<?> ask(@PathVariable ClientId id, @Valid @RequestBody ErasureRequest request) {
        return clients.find(Set.of(id)).isEmpty()
                ? Problem.of(HttpStatus.NOT_FOUND, "unknown-client", "There is no such client.")
                        .answer()
                : answer(desk.ask(id));
    }

    /** 204: you are not forgotten, whether you had asked for it or not. Only before it is due. */
    @Allowed(value = CLIENT, of = "client")
    @DeleteMapping("/clients/{id}/erasure")
    @CanRefuse("404 unknown-client: it is not you, or not any more")
    @ApiResponse(responseCode = "204", description = "Nothing will be erased")
    ResponseEntity<?> withdraw(@PathVariable ClientId id) {
        desk.withdraw(id);
        return ResponseEntity.noContent().build();
    }

    /** 200 with how far it is. It says nothing about anybody: whoever has the id may see it. */
    @Allowed(ANYONE)
    @GetMapping("/erasures/{id}")
    @CanRefuse("404 unknown-erasure: no client with this id has asked to be forgotten")
    @ApiResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ResponseEntity<?> find(@PathVariable ClientId id) {
        return answer(desk.find(id));
    }

    private static ResponseEntity<?> answer(ErasureAnswer answer) {
        return switch (answer) {
            case ErasureAnswer.Noted(var erasure, var waitsFor) -> ResponseEntity.ok(ErasureView.of(erasure, waitsFor));
            case ErasureAnswer.Expected(var bookings, var places) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "still-expected",
                                "Somebody expects you. Cancel what lies ahead, or let it take place, and ask again.")
                        .with("bookings", bookings.stream().map(it -> it.id()).toList())
                        .with("waitlistPlaces", places)
                        .answer();
            case ErasureAnswer.NotAsked() ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-erasure", "No client with this id has asked for it.")
                        .answer();
        };
    }
}
