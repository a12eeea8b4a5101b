package io.rhomboid.booking.calendar.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.calendar.CalendarWriter;
import io.rhomboid.booking.calendar.Calendars;
import io.rhomboid.booking.calendar.FeedToken;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** What calendar programs fetch. The address is the secret: it is in no log and in no trace. */
@Allowed(ANYONE)
@RestController
class FeedController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=utf-8");

    private final Calendars calendars;
    private final CalendarWriter writer;

    FeedController(Calendars calendars, CalendarWriter writer) {
        this.calendars = calendars;
        this.writer = writer;
    }

    /** 200 with the calendar; 304 if it still is what {@code If-None-Match} says; 404 whatever is wrong with the token. */
    @Operation(
            summary = "A feed for calendar programs",
            description = "RFC 5545. Its ETag changes only with what it tells: ask with If-None-Match.")
    @CanRefuse("404 unknown-calendar: there is no such feed, or its token was changed or revoked")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "Nothing has changed", content = @Content)
    @GetMapping("/api/v1/calendar/{token}.ics")
    ResponseEntity<?> read(@PathVariable String token) {
        var calendar = calendars.openedBy(new FeedToken(token));
        if (calendar.isEmpty()) return CalendarController.UNKNOWN_CALENDAR.answer();
        var text = writer.write(calendar.get()).getBytes(StandardCharsets.UTF_8);
        // Spring compares the ETag and answers 304 and HEAD by itself.
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(etag(text))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"rhomboid.ics\"")
                .body(text);
    }

    private static String etag(byte[] text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
