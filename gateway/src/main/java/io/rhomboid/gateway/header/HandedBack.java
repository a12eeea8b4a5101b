package io.rhomboid.gateway.header;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What a visitor gets to see of a service's headers: not what it runs on, nor where it lives. */
@Component
public class HandedBack implements HttpHeadersFilter {

    /** A route's metadata: true if caches may keep its answers as the service allows; else they keep nothing. */
    public static final String MAY_BE_CACHED = "rhomboid.may-be-cached";

    /** Lower case. */
    private static final Set<String> KEPT_BACK = Set.of(
            "server",
            "x-powered-by",
            "set-cookie",
            "x-request-id",
            "x-leaving",
            "traceparent",
            "tracestate",
            "alt-svc");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var handed = new HttpHeaders();
        var connection = OneConnection.of(input);
        input.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!keptBack(lower) && !connection.isFor(lower)) handed.put(name, values);
        });
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (!Boolean.TRUE.equals(route.getMetadata().get(MAY_BE_CACHED))) handed.setCacheControl("no-store");
        var location = handed.getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            URI asked = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
            var home = asked.getScheme() + "://" + asked.getAuthority() + "/";
            if (location.startsWith(home)) handed.set(HttpHeaders.LOCATION, location.substring(home.length() - 1));
        }
        return handed;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    private static boolean keptBack(String name) {
        return KEPT_BACK.contains(name) || name.startsWith("access-control-");
    }
}
