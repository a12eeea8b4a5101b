package io.rhomboid.notification.live.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.web.Readers;
import io.rhomboid.notification.live.Live;
import io.rhomboid.notification.live.Live.Answer.Opened;
import io.rhomboid.notification.live.Live.Answer.TooMany;
import io.rhomboid.notification.live.Live.Answer.TooManyOfYours;
import io.rhomboid.notification.live.LiveStream;
import io.rhomboid.notification.live.Scope;
import io.rhomboid.notification.live.Tick;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/**
 * Streams of server-sent events: {@code hello} at the beginning, {@code booking} when one is another than before, {@code
 * inbox} when there is something new in one's inbox, {@code reload} when something may have been missed. They carry ids
 * and counts; what has changed is asked for as ever. Each event's id, sent back as {@code Last-Event-ID}, goes on where
 * the stream broke off; something may come twice. A comment comes when there is nothing to say, and the stream ends now
 * and then, so that it goes on with a fresh token.
 */
@RestController
@RequestMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
public class LiveController {

    private static final String EXAMPLE = """
            id: 1763757600000/0.12/1.7
            event: booking
            data: {"bookingId":"0b8f7b0e-0000-4000-8000-000000000001","version":3,"type":"BookingConfirmed"}
            """;

    private final Live live;
    private final Entries entries;
    private final Readers readers;
    private final Duration heartbeat;
    private final Duration longest;
    private final Clock clock;

    /**
     * @param heartbeat how long nothing is said at most
     * @param longest after how long a stream ends
     */
    public LiveController(
            Live live, Entries entries, Readers readers, Duration heartbeat, Duration longest, Clock clock) {
        this.live = live;
        this.entries = entries;
        this.readers = readers;
        this.heartbeat = heartbeat;
        this.longest = longest;
        this.clock = clock;
    }

    /** One's own bookings, as a client and as a therapist, and one's inbox. */
    @GetMapping
    @Allowed(SIGNED_IN)
    @CanRefuse({
        "429 too-many-streams: ten at once are the most for one person",
        "503 overloaded: there are as many streams as there can be"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = EXAMPLE)))
    SseEmitter own(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        // Asked here, for the platform's admin is let in without.
        var therapists = readers.current().as().stream()
                .map(subject -> subject.key())
                .filter(key -> key.startsWith("therapist/"))
                .map(key -> TherapistId.of(key.substring("therapist/".length())))
                .collect(Collectors.toSet());
        return stream(new Scope.Own(readers.client().map(Set::of).orElse(Set.of()), therapists), lastEventId, response);
    }

    /** All bookings at a clinic, and one's inbox. */
    @GetMapping("/clinics/{id}")
    @Allowed(value = DESK, of = "clinic")
    @CanRefuse({
        "429 too-many-streams: ten at once are the most for one person",
        "503 overloaded: there are as many streams as there can be"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = EXAMPLE)))
    SseEmitter ofClinic(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) ClinicId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        return stream(new Scope.OfClinic(id), lastEventId, response);
    }

    private SseEmitter stream(Scope scope, @Nullable String lastEventId, HttpServletResponse response) {
        var opened = live.open(readers.current(), scope, lastEventId);
        return switch (opened) {
            case Opened(var stream) -> {
                // For proxies in front of us that would wait until there is more.
                response.setHeader("X-Accel-Buffering", "no");
                var emitter = new SseEmitter(longest.plusSeconds(30).toMillis());
                emitter.onError(_ -> stream.close());
                emitter.onTimeout(stream::close);
                emitter.onCompletion(stream::close);
                Thread.ofVirtual().name("live").start(() -> tell(stream, emitter));
                yield emitter;
            }
            case TooManyOfYours(var most) ->
                throw new ProblemException(Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-streams",
                                "You have " + most + " live streams already. Close one first.")
                        .retryAfter(Duration.ofSeconds(30)));
            case TooMany _ ->
                throw new ProblemException(Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "overloaded",
                                "Too many live streams at once. Try again in a moment.")
                        .retryAfter(Duration.ofSeconds(10)));
        };
    }

    private void tell(LiveStream stream, SseEmitter emitter) {
        var until = clock.instant().plus(longest);
        try (stream) {
            while (stream.isOpen() && clock.instant().isBefore(until)) {
                var tick = stream.next(heartbeat);
                if (tick.isPresent()) emitter.send(event(stream, tick.get()));
                else if (stream.isOpen()) emitter.send(SseEmitter.event().comment("still here"));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // They have gone: nobody is to be told.
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }

    private SseEmitter.SseEventBuilder event(LiveStream stream, Tick tick) {
        var event = SseEmitter.event().id(tick.position().toString());
        return switch (tick) {
            case Tick.Hello _ ->
                event.name("hello").reconnectTime(2_000).data(Map.of("unread", entries.unread(stream.reader())));
            case Tick.Changed(var change, var _) ->
                event.name("booking")
                        .data(Map.of(
                                "bookingId", change.bookingId(), "version", change.version(), "type", change.type()));
            case Tick.Arrived(var entry, var _) ->
                event.name("inbox").data(Map.of("id", entry.id(), "unread", entries.unread(stream.reader())));
            case Tick.Reload _ -> event.name("reload").data(Map.of());
        };
    }
}
