package io.rhomboid.gateway.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The id that the caller, the service behind, every log line and every problem of one request share. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private static final String CONTEXT = RequestId.class.getName() + ".context";

    static {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        MDC_KEY, () -> MDC.get(MDC_KEY), id -> MDC.put(MDC_KEY, id), () -> MDC.remove(MDC_KEY));
    }

    private static final ContextSnapshotFactory THREAD =
            ContextSnapshotFactory.builder().build();

    private RequestId() {}

    /** The caller's own if it is sane, else a new one. */
    public static String takenOrMade(@Nullable String given) {
        return given != null && SANE.matcher(given).matches() ? given : made();
    }

    /** It names, and guards nothing: strong randomness would be waited for. */
    private static String made() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    /** It is on the answer before anything can go wrong. */
    public static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getResponse().getHeaders().getFirst(HEADER);
    }

    /** Does the work so that {@link #log} knows the id, and the trace that the request is part of. */
    public static Mono<Void> remembered(ServerWebExchange exchange, Mono<Void> work) {
        return Mono.deferContextual(context -> {
                    exchange.getAttributes().put(CONTEXT, context);
                    return work;
                })
                .contextWrite(context -> {
                    var id = of(exchange);
                    return id == null ? context : Context.of(context).put(MDC_KEY, id);
                });
    }

    /**
     * Writes a log line with the request's id and trace on it. By hand, for a gateway writes few lines and switches
     * between many requests: to have both at hand everywhere costs as much as all else it does.
     */
    public static void log(ServerWebExchange exchange, Runnable line) {
        try (var _ = THREAD.setThreadLocalsFrom(contextOf(exchange))) {
            line.run();
        }
    }

    /** Empty before {@link #remembered}. */
    public static ContextView contextOf(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(CONTEXT, Context.empty());
    }
}
