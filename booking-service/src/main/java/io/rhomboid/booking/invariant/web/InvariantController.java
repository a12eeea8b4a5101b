package io.rhomboid.booking.invariant.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.invariant.Inspector;
import io.rhomboid.booking.invariant.Inspector.Finished;
import io.rhomboid.booking.invariant.Invariant;
import io.rhomboid.booking.invariant.Violation;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/** Shows what the checker has found, and has it look when that was long ago. */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/admin/invariants")
class InvariantController {

    /** Shorter than the gateway waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int LONGEST_AGE = 86_400;

    private final Inspector inspector;
    private final Clock clock;

    InvariantController(Inspector inspector, Clock clock) {
        this.inspector = inspector;
        this.clock = clock;
    }

    /** @param running whether a look is under way; its report is there when asked again */
    record InvariantsView(boolean running, @Nullable InvariantReportView report) {}

    /**
     * What a look has found.
     *
     * @param at when it began
     * @param healthy no promise is broken
     * @param checked documents
     * @param oldestUntoldSeconds age of the oldest event that Kafka has not acknowledged, when the look began
     * @param counts how often each promise is broken
     * @param violations the first hundred
     */
    record InvariantReportView(
            Instant at,
            long tookMillis,
            boolean healthy,
            long checked,
            long oldestUntoldSeconds,
            Map<Invariant, Long> counts,
            List<Violation> violations) {}

    /** 200 with the last report, no older than asked for; 202 while a look is under way that has not ended yet. */
    @GetMapping
    @CanRefuse("400 invalid-parameter: maxAgeSeconds must be from 0 to 86400")
    @ApiResponse(
            responseCode = "200",
            description = "What the last look has found",
            content = @Content(schema = @Schema(implementation = InvariantsView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "A look is under way; with the report before, if there is one. Ask again in some seconds.",
            content = @Content(schema = @Schema(implementation = InvariantsView.class)))
    ResponseEntity<?> read(
            @Parameter(
                            description = "A look begins unless the last one is younger than this.",
                            schema = @Schema(type = "integer", minimum = "0", maximum = "86400", defaultValue = "60"))
                    @RequestParam(defaultValue = "60")
                    int maxAgeSeconds)
            throws InterruptedException {
        if (maxAgeSeconds < 0 || maxAgeSeconds > LONGEST_AGE) {
            return Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-parameter",
                            "maxAgeSeconds must be from 0 to " + LONGEST_AGE + ".")
                    .field("maxAgeSeconds", "must be from 0 to " + LONGEST_AGE)
                    .answer();
        }
        var oldest = clock.instant().minusSeconds(maxAgeSeconds);
        if (isOlder(oldest)) inspector.look(PATIENCE);
        var last = inspector.last().map(this::view).orElse(null);
        return ResponseEntity.status(isOlder(oldest) ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(new InvariantsView(inspector.isRunning(), last));
    }

    private boolean isOlder(Instant oldest) {
        return inspector
                .last()
                .filter(last -> !last.report().at().isBefore(oldest))
                .isEmpty();
    }

    private InvariantReportView view(Finished finished) {
        var report = finished.report();
        var untold = report.oldestUntold();
        return new InvariantReportView(
                report.at(),
                finished.took().toMillis(),
                report.isHealthy(),
                report.checked(),
                untold == null ? 0 : Duration.between(untold, report.at()).toSeconds(),
                report.counts(),
                report.violations());
    }
}
