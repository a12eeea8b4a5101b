package io.rhomboid.notification.recipient.web;

import java.time.Clock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.platform.identity.Allowed;

import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/** Mails that came back, or that somebody complained of, after the mail server had taken them. */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/recipients/bounces")
public class BounceController {

    private final Bounces bounces;
    private final Clock clock;

    public BounceController(Bounces bounces, Clock clock) {
        this.bounces = bounces;
        this.clock = clock;
    }

    /** @param address as the mail was sent to */
    record BounceRequest(
            @NotNull @Email @Size(max = 254) @Schema(example = "jo@client.example")
            String address) {}

    /** The address gets nothing any more that can be done without. Again changes nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that a mail came back, or that somebody complained of it")
    @ApiResponse(responseCode = "204", description = "noted")
    void note(@Valid @RequestBody BounceRequest request) {
        bounces.note(request.address(), clock.instant());
    }
}
