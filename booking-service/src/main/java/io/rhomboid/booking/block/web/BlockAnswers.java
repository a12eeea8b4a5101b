package io.rhomboid.booking.block.web;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.BlockAnswer;
import io.rhomboid.booking.block.BlockAnswer.InTheWay;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/**
 * What the desk says, as responses.
 *
 * @param noun of the block in problem types, for example {@code time-off}
 * @param resource of the one who is blocked, for example {@code therapist}
 */
record BlockAnswers(String noun, String resource) {

    private static final int MOST_LISTED = 500;

    /**
     * A time that can't be booked; on five minutes, in UTC.
     *
     * @param note for the staff
     */
    record BlockView(
            BlockId id,
            long version,
            BlockedTime.Kind kind,
            Instant start,
            Instant end,
            @Nullable String note) {

        static BlockView of(Block block) {
            var time = block.time();
            return new BlockView(block.id(), block.version(), time.kind(), time.start(), time.end(), block.note());
        }
    }

    /** @param truncated whether there are more than 500 */
    record BlocksView(List<BlockView> blocks, boolean truncated) {}

    /** A booking that would have to be moved first; in the clinic's zone. */
    record TouchedView(BookingId id, String reference, OffsetDateTime start, OffsetDateTime end, ZoneId zone) {

        static TouchedView of(Booking booking) {
            var slot = booking.slot();
            var zone = booking.session().zone();
            return new TouchedView(
                    booking.id(),
                    booking.reference(),
                    slot.start().atZone(zone).toOffsetDateTime(),
                    slot.end().atZone(zone).toOffsetDateTime(),
                    zone);
        }
    }

    /**
     * What is in the way; nothing in it means that the time could be blocked now.
     *
     * @param bookings to be moved or cancelled first
     * @param blocks that have some of the time already
     */
    record PreviewView(List<TouchedView> bookings, List<BlockView> blocks) {

        static PreviewView of(InTheWay inTheWay) {
            return new PreviewView(
                    inTheWay.bookings().stream().map(TouchedView::of).toList(),
                    inTheWay.blocks().stream().map(BlockView::of).toList());
        }
    }

    ResponseEntity<?> created(BlockAnswer answer, String path) {
        return answer instanceof BlockAnswer.Done(var block)
                ? ResponseEntity.created(URI.create(path + "/" + block.id()))
                        .eTag(ExpectedVersion.etag(block.version()))
                        .body(BlockView.of(block))
                : refused(answer);
    }

    ResponseEntity<?> freed(BlockAnswer answer) {
        return answer instanceof BlockAnswer.Done ? ResponseEntity.noContent().build() : refused(answer);
    }

    ResponseEntity<?> preview(BlockAnswer answer) {
        return answer instanceof BlockAnswer.Touches(var inTheWay)
                ? ResponseEntity.ok(PreviewView.of(inTheWay))
                : refused(answer);
    }

    ResponseEntity<?> found(Optional<Block> found) {
        return found.<ResponseEntity<?>>map(block -> ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(block.version()))
                        .body(BlockView.of(block)))
                .orElseGet(() -> refused(new BlockAnswer.UnknownBlock()));
    }

    static ResponseEntity<?> listed(List<Block> blocks) {
        return ResponseEntity.ok(new BlocksView(
                blocks.stream().limit(MOST_LISTED).map(BlockView::of).toList(), blocks.size() > MOST_LISTED));
    }

    private ResponseEntity<?> refused(BlockAnswer answer) {
        return switch (answer) {
            case BlockAnswer.Done _ -> throw new IllegalStateException("done is no refusal");
            case BlockAnswer.Touches(var inTheWay) -> touches(inTheWay).answer();
            case BlockAnswer.UnknownResource() ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-" + resource, "There is no such " + resource + ".")
                        .answer();
            case BlockAnswer.UnknownBlock() ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-" + noun, "There is no such " + spoken() + ", or no more.")
                        .answer();
            case BlockAnswer.InThePast() -> wrong("in-the-past", "is over; choose a later one");
            case BlockAnswer.TooLong(var longest) ->
                wrong(
                        "too-long",
                        "must be at most " + longest.toDays() + " days after start; ask for the rest by itself");
            case BlockAnswer.TooFarAhead(var last) -> wrong("too-far-ahead", "must not be after " + last);
            case BlockAnswer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The " + spoken() + " has changed since you read it. Read it again.")
                        .with("currentVersion", current)
                        .answer();
            case BlockAnswer.KeyReused() -> IdempotencyKey.REUSED.answer();
            case BlockAnswer.Unguarded() ->
                notReady("not-ready", "Times can't be blocked safely right now. Nothing was blocked; try again.");
            case BlockAnswer.CatalogueUnknown() ->
                notReady(
                        "catalogue-not-ready",
                        "This service has just been set up and does not know the clinics yet. Try again in a moment.");
        };
    }

    private Problem touches(InTheWay inTheWay) {
        var bookings = inTheWay.bookings().size();
        var seen = PreviewView.of(inTheWay);
        return Problem.of(
                        HttpStatus.CONFLICT,
                        noun + (bookings == 0 ? "-overlaps" : "-touches-bookings"),
                        bookings == 0
                                ? "Some of this time is blocked already. Ask for the rest of it, or free that first."
                                : "Nothing was blocked: move or cancel " + bookings + " booking"
                                        + (bookings == 1 ? "" : "s") + " first, or choose another time.")
                .with("bookings", seen.bookings())
                .with("blocks", seen.blocks());
    }

    private String spoken() {
        return noun.replace('-', ' ');
    }

    private static ResponseEntity<?> wrong(String type, String message) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, type, "end " + message + ".")
                .field("end", message)
                .answer();
    }

    private static ResponseEntity<?> notReady(String type, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type, detail)
                .retryAfter(java.time.Duration.ofSeconds(2))
                .answer();
    }

    /** @throws ProblemException 400 naming {@code end} */
    static void checkOrder(OffsetDateTime start, OffsetDateTime end) {
        if (!end.isAfter(start)) throw new ProblemException(Problem.invalid("end", "must be after start"));
    }
}
