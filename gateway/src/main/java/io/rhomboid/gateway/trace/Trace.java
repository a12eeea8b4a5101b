package io.rhomboid.gateway.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

import io.rhomboid.gateway.problem.RequestId;

/**
 * The trace that a request is part of, as a service is told.
 *
 * @param parent the header {@code traceparent}, of version 00
 */
public record Trace(String parent) {

    public static final String HEADER = "traceparent";

    private static final Pattern SANE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** What the sender says; null if nothing that can be read. */
    static @Nullable Trace shownIn(HttpHeaders headers) {
        var shown = headers.getFirst(HEADER);
        return shown != null && SANE.matcher(shown).matches() ? new Trace(shown) : null;
    }

    /** Of a request that is on its way to a service: our own step if we follow it, else the sender's, else a new one. */
    public static Trace of(ServerWebExchange exchange) {
        Observation ours = RequestId.contextOf(exchange).getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        TracingContext tracing = ours == null ? null : ours.getContextView().get(TracingContext.class);
        if (tracing != null && tracing.getSpan() != null) return of(tracing.getSpan());
        var shown = shownIn(exchange.getRequest().getHeaders());
        return shown != null ? shown : begun();
    }

    private static Trace of(Span span) {
        var step = span.context();
        var followed = Boolean.TRUE.equals(step.sampled()) ? "01" : "00";
        return new Trace("00-" + step.traceId() + "-" + step.spanId() + "-" + followed);
    }

    /** One that nobody follows; the services' log lines have it in common all the same. */
    private static Trace begun() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        // Not zero, which would be no id.
        return new Trace("00-" + hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-00");
    }

    /** Whether its sender follows it. */
    boolean isFollowed() {
        return (Character.digit(parent.charAt(parent.length() - 1), 16) & 1) == 1;
    }
}
