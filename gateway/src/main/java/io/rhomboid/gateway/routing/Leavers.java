package io.rhomboid.gateway.routing;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Hears from an instance, with an answer of its, that it is about to go, and has the others asked from then on. */
final class Leavers implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
        if (answered.containsHeader("X-Leaving")) ToAnInstance.passOver(exchange);
        return answered;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
