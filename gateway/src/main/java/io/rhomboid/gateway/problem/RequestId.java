package io.rhomboid.gateway.problem;

import java.util.UUID;
import java.util.regex.Pattern;

import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;

/** The id that the caller, the service behind, every log line and every problem of one request share. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    static {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        MDC_KEY, () -> MDC.get(MDC_KEY), id -> MDC.put(MDC_KEY, id), () -> MDC.remove(MDC_KEY));
    }

    private RequestId() {}

    /** The caller's own if it is sane, else a new one. */
    public static String takenOrMade(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** It is on the answer before anything can go wrong. */
    public static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getResponse().getHeaders().getFirst(HEADER);
    }

    /** Puts the id on the log lines of the work it is written to. */
    public static Context logContext(ServerWebExchange exchange) {
        var id = of(exchange);
        return id == null ? Context.empty() : Context.of(MDC_KEY, id);
    }
}
