package io.rhomboid.gateway.watch;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.PassedOn;
import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;
import io.rhomboid.gateway.problem.RequestId;

/** Sees who is refused, by us or by a service, and who claims to be somebody, and has it written down. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class Watchman implements WebFilter {

    private final SecurityLog record;

    Watchman(SecurityLog record) {
        this.record = record;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (PassedOn.claimsWhatOnlyWeSay(exchange.getRequest().getHeaders())) {
            note(SecurityEvent.HEADER_FORGED, exchange);
        }
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    var event = eventOf(
                            ProblemWriter.writtenTo(exchange),
                            exchange.getResponse().getStatusCode());
                    if (event != null) note(event, exchange);
                }));
        return chain.filter(exchange);
    }

    private void note(SecurityEvent event, ServerWebExchange exchange) {
        RequestId.log(exchange, () -> record.note(event, Visitor.of(exchange).address()));
    }

    private static @Nullable SecurityEvent eventOf(@Nullable ProblemKind ours, @Nullable HttpStatusCode status) {
        if (ours != null) {
            var event = switch (ours) {
                case TOO_MANY_REQUESTS -> SecurityEvent.RATE_EXCEEDED;
                case TOO_MANY_HOLDS_HERE -> SecurityEvent.HOLDS_EXCEEDED;
                case ORIGIN_NOT_ALLOWED -> SecurityEvent.ORIGIN_REFUSED;
                case MALFORMED_REQUEST -> SecurityEvent.REQUEST_MALFORMED;
                case BODY_TOO_LARGE -> SecurityEvent.REQUEST_TOO_LARGE;
                case REQUEST_TOO_SLOW -> SecurityEvent.SENDER_TOO_SLOW;
                default -> null;
            };
            if (event != null) return event;
        }
        if (status == null) return null;
        return switch (status.value()) {
            case 401 -> SecurityEvent.CREDENTIALS_REFUSED;
            case 403 -> SecurityEvent.ACCESS_REFUSED;
            default -> null;
        };
    }
}
