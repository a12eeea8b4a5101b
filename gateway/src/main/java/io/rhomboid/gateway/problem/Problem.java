package io.rhomboid.gateway.problem;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the gateway's own.
 *
 * <pre>{@code
 * {"type": "urn:rhomboid:problem:service-away", "title": "Service away", "status": 503, "detail": "…",
 *  "instance": "/api/v1/bookings", "requestId": "…", "service": "booking"}
 * }</pre>
 *
 * @param detail what happened here and what to do, for a person
 * @param service which service it is about; null if about none
 * @param retryAfter when it is worth trying again; null if the same request will never do
 */
public record Problem(
        ProblemKind kind,
        String detail,
        @Nullable String service,
        @Nullable Duration retryAfter) {

    /** As it goes over the wire, in this order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            @Nullable String requestId,
            @Nullable String service) {}

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, null, null);
    }

    public Problem about(String service) {
        return new Problem(kind, detail, service, retryAfter);
    }

    public Problem retryAfter(Duration pause) {
        return new Problem(kind, detail, service, pause);
    }

    Body seenAt(@Nullable String instance, @Nullable String requestId) {
        return new Body(kind.urn(), kind.title(), kind.status().value(), detail, instance, requestId, service);
    }
}
