package io.rhomboid.booking.block.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.block.web.BlockAnswers.BlockView;
import io.rhomboid.booking.block.web.BlockAnswers.BlocksView;
import io.rhomboid.booking.block.web.BlockAnswers.PreviewView;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;

import static io.rhomboid.platform.identity.Who.DESK;

/** When a room can't be used, for example because it is repaired. */
@Allowed(value = DESK, of = "clinic")
@RestController
@RequestMapping("/api/v1/clinics/{id}/rooms/{roomId}/closures")
class ClosureController {

    private static final BlockAnswers ANSWERS = new BlockAnswers("closure", "room");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final BlockDesk desk;
    private final BodyHash hash;
    private final Clock clock;

    ClosureController(BlockDesk desk, BodyHash hash, Clock clock) {
        this.desk = desk;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * From when to when a room is closed.
     *
     * @param start with offset; rounded down to five minutes; what is past of it is not blocked
     * @param end with offset; rounded up to five minutes; at most 92 days after start
     * @param note for the staff, who need not say why
     */
    record ClosureRequest(
            @NotNull OffsetDateTime start,
            @NotNull OffsetDateTime end,
            @Nullable @Size(max = 200) String note) {}

    /** 201 with the closure; all of it is blocked from then on, or 409 with what is in the way and nothing is. */
    @PostMapping
    @CanRefuse({
        "400 invalid-field: a field is not as it must be; end comes after start",
        "404 unknown-room: there is no such room",
        "409 closure-touches-bookings: bookings are in the way; lists them, so that they can be moved first",
        "409 closure-overlaps: some of the time is blocked already; lists by what",
        "422 in-the-past: all of it is over",
        "422 too-long: longer than 92 days",
        "422 too-far-ahead: ends later than in two years",
        "503 not-ready: nothing can be blocked safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "What is blocked",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    ResponseEntity<?> block(
            @PathVariable ClinicId id,
            @PathVariable RoomId roomId,
            IdempotencyKey key,
            @RequestBody @Valid ClosureRequest request) {
        BlockAnswers.checkOrder(request.start, request.end);
        var path = "/api/v1/clinics/" + id + "/rooms/" + roomId + "/closures";
        return ANSWERS.created(
                desk.block(
                        new BlockId(key.idFor(path)),
                        new Op(key.value(), hash.of(request)),
                        BlockedTime.roomClosed(id, roomId, request.start.toInstant(), request.end.toInstant()),
                        request.note),
                path);
    }

    /** 200 with what would be in the way at that time; nothing is blocked. */
    @GetMapping("/preview")
    @CanRefuse({
        "404 unknown-room: there is no such room",
        "422 in-the-past: all of it is over",
        "422 too-long: longer than 92 days",
        "422 too-far-ahead: ends later than in two years",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What is in the way; nothing in it means that the time could be blocked",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    ResponseEntity<?> preview(
            @PathVariable ClinicId id,
            @PathVariable RoomId roomId,
            @RequestParam OffsetDateTime start,
            @RequestParam OffsetDateTime end) {
        BlockAnswers.checkOrder(start, end);
        return ANSWERS.preview(desk.preview(BlockedTime.roomClosed(id, roomId, start.toInstant(), end.toInstant())));
    }

    /**
     * 200 with each closure that reaches into a time, the earliest first; perhaps none.
     *
     * @param from now by default
     * @param to open by default
     */
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "What is blocked, the earliest first",
            content = @Content(schema = @Schema(implementation = BlocksView.class)))
    ResponseEntity<?> list(
            @PathVariable ClinicId id,
            @PathVariable RoomId roomId,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to) {
        return BlockAnswers.listed(desk.standing(
                roomId, from == null ? clock.instant() : from.toInstant(), to == null ? LATEST : to.toInstant()));
    }

    @GetMapping("/{closureId}")
    @CanRefuse("404 unknown-closure: there is no such closure, or no more")
    @ApiResponse(
            responseCode = "200",
            description = "What is blocked",
            content = @Content(schema = @Schema(implementation = BlockView.class)))
    ResponseEntity<?> get(@PathVariable ClinicId id, @PathVariable RoomId roomId, @PathVariable BlockId closureId) {
        return ANSWERS.found(desk.find(closureId, roomId));
    }

    /** 204; the time can be booked again at once. */
    @DeleteMapping("/{closureId}")
    @CanRefuse("404 unknown-closure: there is no such closure, or no more")
    @ApiResponse(responseCode = "204", description = "It is gone")
    ResponseEntity<?> free(
            @PathVariable ClinicId id,
            @PathVariable RoomId roomId,
            @PathVariable BlockId closureId,
            ExpectedVersion expected) {
        return ANSWERS.freed(desk.free(closureId, roomId, expected.value()));
    }
}
