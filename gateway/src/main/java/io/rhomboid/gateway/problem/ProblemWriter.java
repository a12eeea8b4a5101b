package io.rhomboid.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Problem} as the answer to a request. */
@Component
public class ProblemWriter {

    private static final String WRITTEN = ProblemWriter.class.getName();

    private final JsonMapper json = JsonMapper.shared();

    /** Why this request was refused by the gateway itself; null if it was not, or not yet. */
    public static @Nullable ProblemKind writtenTo(ServerWebExchange exchange) {
        return exchange.getAttribute(WRITTEN);
    }

    /** Answers with the problem, in place of whatever had been prepared. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        exchange.getAttributes().put(WRITTEN, problem.kind());
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.ETAG);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        var pause = problem.retryAfter();
        if (pause != null) headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())));
        response.setStatusCode(problem.kind().status());
        var body = json(problem, exchange.getRequest().getURI().getRawPath(), RequestId.of(exchange));
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** The problem's bytes, for places where there is no exchange yet. */
    public byte[] json(Problem problem, @Nullable String instance, @Nullable String requestId) {
        return json.writeValueAsBytes(problem.seenAt(instance, requestId));
    }
}
