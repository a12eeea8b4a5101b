package io.rhomboid.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The last resort: turns whatever was thrown on the way into a problem without internals. */
@Component
@Order(-2) // before Boot's own, which is at -1
class FaultHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FaultHandler.class);

    private final ProblemWriter problems;

    FaultHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        if (exchange.getResponse().isCommitted()) return Mono.error(fault);
        var status =
                fault instanceof ErrorResponse answer ? answer.getStatusCode().value() : 500;
        return Mono.defer(() -> {
            if (status >= 500) {
                RequestId.log(
                        exchange,
                        () -> log.error("{} failed", exchange.getRequest().getMethod(), fault));
            }
            return problems.write(exchange, problem(status));
        });
    }

    private static Problem problem(int status) {
        return switch (HttpStatus.resolve(status)) {
            case NOT_FOUND -> Problem.of(ProblemKind.NOT_FOUND, "Nothing is at this address.");
            case METHOD_NOT_ALLOWED ->
                Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "This address does not take this method.");
            case BAD_GATEWAY ->
                Problem.of(
                        ProblemKind.SERVICE_FAILED,
                        "The answer broke off on its way. What was asked may have been done: repeat the request with the"
                                + " same Idempotency-Key, or look first.");
            case null, default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemKind.MALFORMED_REQUEST, "This request can't be read.")
                        : Problem.of(
                                ProblemKind.INTERNAL_ERROR,
                                "Something went wrong on our side. Quote the requestId when you ask about it.");
        };
    }
}
