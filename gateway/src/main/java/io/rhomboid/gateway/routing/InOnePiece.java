package io.rhomboid.gateway.routing;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands a short answer back with its head, as one piece, instead of head and body each by itself. Its service may break
 * off in the middle of it, too: then the visitor is told so, and not given half an answer.
 */
final class InOnePiece extends ServerHttpResponseDecorator {

    /** Bytes, of each answer that is on its way. */
    private static final long SHORT = 32 * 1024;

    private InOnePiece(ServerHttpResponse response) {
        super(response);
    }

    /** Of a HEAD there is nothing but the head. */
    static ServerWebExchange handBack(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? exchange
                : exchange.mutate()
                        .response(new InOnePiece(exchange.getResponse()))
                        .build();
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        var length = getHeaders().getContentLength();
        return super.writeWith(length > 0 && length <= SHORT ? whole(body) : body);
    }

    private static Mono<DataBuffer> whole(Publisher<? extends DataBuffer> body) {
        return DataBufferUtils.join(body)
                .onErrorMap(fault -> new ResponseStatusException(HttpStatus.BAD_GATEWAY, "broke off", fault));
    }
}
