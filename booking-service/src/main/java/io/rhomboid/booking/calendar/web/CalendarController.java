package io.rhomboid.booking.calendar.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.calendar.Feed;
import io.rhomboid.booking.calendar.FeedDesk;
import io.rhomboid.booking.calendar.FeedDesk.Answer;
import io.rhomboid.booking.calendar.FeedId;
import io.rhomboid.booking.calendar.FeedToken;
import io.rhomboid.booking.ownership.OwnPeople;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Opening and closing feeds over HTTP; what they show, {@link FeedController} answers. */
@Allowed(
        value = {CLIENT, THERAPIST, DESK},
        of = "calendar")
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController {

    static final Problem UNKNOWN_CALENDAR =
            Problem.of(HttpStatus.NOT_FOUND, "unknown-calendar", "There is no such calendar.");

    private final FeedDesk desk;
    private final OwnPeople owners;
    private final BodyHash hash;
    private final URI publicUrl;

    CalendarController(
            FeedDesk desk, OwnPeople owners, BodyHash hash, @Value("${rhomboid.links.public-url}") URI publicUrl) {
        this.desk = desk;
        this.owners = owners;
        this.hash = hash;
        this.publicUrl = publicUrl;
    }

    /**
     * Whose sessions the feed shall show.
     *
     * @param id the client's, therapist's or clinic's
     */
    record CalendarRequest(
            @NotNull Whose.Kind kind, @NotNull UUID id) {}

    /**
     * A feed.
     *
     * @param ownerId the client's, therapist's or clinic's
     * @param tokenSince when it got the token that opens it now
     * @param token only in the answer that made it: it is kept nowhere and can't be told again
     * @param url where calendar programs subscribe; only together with the token
     */
    record CalendarView(
            UUID id,
            long version,
            Whose.Kind kind,
            UUID ownerId,
            Instant createdAt,
            Instant tokenSince,
            @Nullable String token,
            @Nullable URI url) {}

    /** Feeds, the oldest first. */
    record CalendarList(List<CalendarView> calendars) {}

    /**
     * 201 with the feed and its token, which is told this once. A repeat is answered with the feed alone; who has lost
     * the token asks for a new one.
     */
    @Allowed({CLIENT, THERAPIST, DESK})
    @PostMapping
    @CanRefuse({
        "422 unknown-client: there is no such client",
        "422 unknown-therapist: there is no such therapist",
        "422 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The feed, with its address",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    ResponseEntity<?> open(IdempotencyKey key, @Valid @RequestBody CalendarRequest request) {
        var id = new FeedId(key.idFor("calendar"));
        var whose = Whose.of(request.kind(), request.id());
        if (!owners.isOwn(whose)) return unknownOwner(whose.kind()).answer();
        return answer(desk.open(id, hash.of(request), whose), HttpStatus.CREATED);
    }

    /** 200 with somebody's feeds, without their tokens; with none if that is somebody else. */
    @Allowed({CLIENT, THERAPIST, DESK})
    @GetMapping
    @CanRefuse({
        "400 missing-parameter: kind and id must be there",
        "400 invalid-parameter: a parameter is not as it must be"
    })
    CalendarList of(
            @RequestParam Whose.Kind kind,
            @Parameter(description = "The client's, therapist's or clinic's") @RequestParam UUID id) {
        var whose = Whose.of(kind, id);
        if (!owners.isOwn(whose)) return new CalendarList(List.of());
        return new CalendarList(
                desk.of(whose).stream().map(feed -> view(feed, null)).toList());
    }

    /** 200 with the feed without its token, 404 if there is none. */
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-calendar: there is no such feed")
    @ApiResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    ResponseEntity<?> find(@PathVariable FeedId id) {
        return desk.find(id)
                .<ResponseEntity<?>>map(feed -> ok(HttpStatus.OK, feed, null))
                .orElseGet(() -> UNKNOWN_CALENDAR.answer());
    }

    /** 200 with the feed's new token; the former opens nothing any more. */
    @PutMapping("/{id}/token")
    @CanRefuse("404 unknown-calendar: there is no such feed")
    @ApiResponse(
            responseCode = "200",
            description = "The feed, with its new address",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    ResponseEntity<?> changeToken(@PathVariable FeedId id, ExpectedVersion expected) {
        return answer(desk.changeToken(id, expected.value()), HttpStatus.OK);
    }

    /** 204 when the feed is gone, and its address with it. */
    @DeleteMapping("/{id}")
    @CanRefuse("404 unknown-calendar: there is no such feed")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    ResponseEntity<?> revoke(@PathVariable FeedId id, ExpectedVersion expected) {
        return answer(desk.revoke(id, expected.value()), HttpStatus.NO_CONTENT);
    }

    private ResponseEntity<?> answer(Answer answer, HttpStatus status) {
        return switch (answer) {
            case Answer.Opened(var feed, var token) -> ok(status, feed, token);
            case Answer.OpenAlready(var feed) -> ok(status, feed, null);
            case Answer.Revoked() -> ResponseEntity.noContent().build();
            case Answer.UnknownFeed() -> UNKNOWN_CALENDAR.answer();
            case Answer.UnknownOwner(var whose) -> unknownOwner(whose.kind()).answer();
            case Answer.KeyReused() -> IdempotencyKey.REUSED.answer();
            case Answer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The calendar was changed since you read it. Read it again, then decide.")
                        .with("currentVersion", current)
                        .answer();
        };
    }

    private static Problem unknownOwner(Whose.Kind kind) {
        var word = kind.name().toLowerCase(Locale.ROOT);
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-" + word, "There is no such " + word + ".")
                .field("id", "names no " + word);
    }

    private ResponseEntity<CalendarView> ok(HttpStatus status, Feed feed, @Nullable FeedToken token) {
        return ResponseEntity.status(status)
                .eTag(ExpectedVersion.etag(feed.version()))
                .cacheControl(CacheControl.noStore())
                .location(URI.create("/api/v1/calendars/" + feed.id()))
                .body(view(feed, token));
    }

    private CalendarView view(Feed feed, @Nullable FeedToken token) {
        return new CalendarView(
                feed.id().value(),
                feed.version(),
                feed.whose().kind(),
                feed.whose().uuid(),
                feed.createdAt(),
                feed.tokenSince(),
                token == null ? null : token.value(),
                token == null ? null : publicUrl.resolve("/api/v1/calendar/" + token.value() + ".ics"));
    }
}
