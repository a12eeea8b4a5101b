package io.rhomboid.gateway.header;

import java.util.Locale;
import java.util.Set;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import io.rhomboid.gateway.problem.RequestId;
import io.rhomboid.gateway.trace.Trace;

/**
 * What a service gets to see: the visitor's headers without those that only we may set and those that are for one
 * connection, and ours.
 */
@Component
public class PassedOn implements HttpHeadersFilter {

    /** Other people's ways to say who is asking, for what, or by which method. Lower case. */
    private static final Set<String> OURS_TO_SAY = Set.of(
            "baggage",
            "cf-connecting-ip",
            "client-ip",
            "cookie", // sessions end here
            "forwarded",
            "proxy",
            "traceparent",
            "true-client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-host",
            "x-original-url",
            "x-real-ip",
            "x-request-id",
            "x-rewrite-url");

    /** Those that a proxy in front of us, known or not, would not add either. Lower case. */
    private static final Set<String> FORGED = Set.of(
            "x-forwarded-user",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-url",
            "x-rewrite-url");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var passed = new HttpHeaders();
        var connection = OneConnection.of(input);
        input.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!oursToSay(lower) && !connection.isFor(lower)) passed.put(name, values);
        });
        var visitor = Visitor.of(exchange);
        passed.set("X-Forwarded-For", visitor.address());
        passed.set("X-Forwarded-Proto", visitor.scheme());
        if (visitor.host() != null) passed.set("X-Forwarded-Host", visitor.host());
        passed.set(RequestId.HEADER, RequestId.of(exchange));
        passed.set(Trace.HEADER, Trace.of(exchange).parent());
        return passed;
    }

    /** Whether somebody names a user, or another address or method than they asked for. No honest client or proxy does. */
    public static boolean claimsWhatOnlyWeSay(HttpHeaders headers) {
        return headers.headerNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> FORGED.contains(name) || name.startsWith("x-user-"));
    }

    private static boolean oursToSay(String name) {
        return OURS_TO_SAY.contains(name) || name.startsWith("x-user-") || name.startsWith("x-forwarded-");
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }
}
