package io.rhomboid.gateway.limit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.netty.channel.ChannelException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;

import static java.time.Duration.ofSeconds;

/**
 * Takes a body in whole before any service hears of the request, and refuses it as soon as it is too large.
 *
 * <p>Bytes are counted as they arrive, whatever a header says. Because a service gets only bodies that are complete, a
 * slow sender holds a place here and never a connection to a service. Files may be larger, only where files are sent;
 * they have a bound of their own, so that they take no place from bookings.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class BodyLimit implements WebFilter {

    private final Bound bodies;
    private final Bound files;
    private final List<PathPattern> filePaths = Stream.of(
                    "/api/v1/therapists/{id}/photo",
                    "/api/v1/therapists/{id}/licences/{licenceId}/evidence",
                    "/api/v1/clinics/{id}/photos",
                    "/api/v1/imports/{what}")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();
    private final ProblemWriter problems;

    BodyLimit(LimitSettings settings, ProblemWriter problems) {
        bodies = new Bound(settings.body().toBytes(), settings.bodiesInHand().toBytes());
        files = new Bound(settings.upload().toBytes(), settings.uploadsInHand().toBytes());
        this.problems = problems;
    }

    /** How much one may have, and all together. */
    private record Bound(long each, long together, AtomicLong inHand) {

        Bound(long each, long together) {
            this(each, together, new AtomicLong());
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var declared = headers.getContentLength();
        var bound = boundOf(exchange);
        if (declared > bound.each) return refuse(exchange, tooLarge(bound));
        if (declared <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) return chain.filter(exchange);

        return Mono.usingWhen(
                Mono.fromSupplier(() -> new Body(bound)),
                body -> body.receive(exchange.getRequest().getBody())
                        .map(bytes -> chain.filter(withBody(exchange, bytes)))
                        .onErrorResume(Refused.class, refused -> Mono.just(refuse(exchange, refused.problem)))
                        .onErrorResume(BodyLimit::isTooSlow, _ -> Mono.just(refuse(exchange, tooSlow())))
                        .onErrorResume(_ -> Mono.just(refuse(exchange, brokenOff())))
                        .flatMap(answer -> answer),
                body -> Mono.fromRunnable(body::letGo));
    }

    private Bound boundOf(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        return filePaths.stream().anyMatch(pattern -> pattern.matches(path)) ? files : bodies;
    }

    /** What has arrived of one body. Used by one thread at a time. */
    private static final class Body {

        private final Bound bound;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

        Body(Bound bound) {
            this.bound = bound;
        }

        Mono<byte[]> receive(Flux<DataBuffer> parts) {
            return parts.doOnNext(this::add).then(Mono.fromSupplier(bytes::toByteArray));
        }

        private void add(DataBuffer part) {
            try {
                var count = part.readableByteCount();
                if (bytes.size() + (long) count > bound.each) throw new Refused(tooLarge(bound));
                if (bound.inHand.addAndGet(count) > bound.together) {
                    bound.inHand.addAndGet(-count);
                    throw new Refused(Problem.of(
                                    ProblemKind.GATEWAY_BUSY, "Too much is being sent at once. Try again in a moment.")
                            .retryAfter(ofSeconds(2)));
                }
                var copy = new byte[count];
                part.read(copy);
                bytes.write(copy, 0, count);
            } finally {
                DataBufferUtils.release(part);
            }
        }

        void letGo() {
            bound.inHand.addAndGet(-bytes.size());
        }
    }

    private static final class Refused extends RuntimeException {

        private final transient Problem problem;

        Refused(Problem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }

    private static ServerWebExchange withBody(ServerWebExchange exchange, byte[] bytes) {
        var headers = new HttpHeaders(exchange.getRequest().getHeaders());
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.setContentLength(bytes.length);
        var buffers = exchange.getResponse().bufferFactory();
        var complete = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }

            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> Flux.just(buffers.wrap(bytes)));
            }
        };
        return exchange.mutate().request(complete).build();
    }

    /** The connection ends with the answer: what is still coming belongs to nothing. */
    private Mono<Void> refuse(ServerWebExchange exchange, Problem problem) {
        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        return problems.write(exchange, problem);
    }

    private static Problem tooLarge(Bound bound) {
        return Problem.of(ProblemKind.BODY_TOO_LARGE, "A request may carry " + bound.each + " bytes at most here.");
    }

    private static Problem tooSlow() {
        return Problem.of(ProblemKind.REQUEST_TOO_SLOW, "The request took too long to arrive.");
    }

    private static Problem brokenOff() {
        return Problem.of(ProblemKind.MALFORMED_REQUEST, "The body broke off or can't be read.");
    }

    private static boolean isTooSlow(Throwable fault) {
        return fault instanceof ReadTimeoutException
                || fault instanceof ChannelException; // reactor-netty's own "Request timed out"
    }
}
