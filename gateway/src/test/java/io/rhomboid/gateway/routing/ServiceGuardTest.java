package io.rhomboid.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.problem.ProblemWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** While instances come and go, some of those the gateway knows of are not there. */
class ServiceGuardTest {

    static final URI GONE = URI.create("http://gone:1");
    static final URI STARTING = URI.create("http://starting:1");
    static final URI THERE = URI.create("http://there:1");

    ServiceGuard guard = new ServiceGuard(
            Backend.BOOKING,
            CircuitBreaker.ofDefaults("booking"),
            Duration.ofSeconds(1),
            new Places("booking", 10, 10, new SimpleMeterRegistry()),
            new ProblemWriter());
    List<URI> asked = new ArrayList<>();

    @Test
    void a_request_that_reached_nobody_goes_on_to_who_is_there() {
        var status = send(Map.of(
                GONE, new NoRouteToHostException("gone with its address"),
                STARTING, new ConnectException("refused")));

        assertThat(status).isEqualTo(HttpStatus.OK);
        assertThat(asked).containsExactly(GONE, STARTING, THERE);
    }

    @Test
    void a_request_that_may_have_been_heard_goes_to_nobody_else() {
        var status = send(Map.of(GONE, new IOException("Connection reset by peer")));

        assertThat(status).isEqualTo(HttpStatus.BAD_GATEWAY);
        assertThat(asked).containsExactly(GONE);
    }

    @Test
    void nobody_is_asked_for_ever() {
        var refused = new ConnectException("refused");

        var status = send(Map.of(GONE, refused, STARTING, refused, THERE, refused));

        assertThat(status).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(asked).containsExactly(GONE, STARTING, THERE);
    }

    private HttpStatus send(Map<URI, IOException> faults) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/api/v1/bookings"));
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
                        Route.async()
                                .id("booking")
                                .uri(THERE)
                                .predicate(_ -> true)
                                .metadata(
                                        ToAnInstance.INSTANCES,
                                        new Instances(List.of(GONE, STARTING, THERE), Clock.systemUTC()))
                                .build());
        guard.filter(exchange, one -> new ToAnInstance().filter(one, passed -> answerOf(passed, faults)))
                .block(Duration.ofSeconds(5));
        return HttpStatus.valueOf(exchange.getResponse().getStatusCode().value());
    }

    private Mono<Void> answerOf(ServerWebExchange exchange, Map<URI, IOException> faults) {
        URI to = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        var instance = to.resolve("/").toString();
        var asked = URI.create(instance.substring(0, instance.length() - 1));
        this.asked.add(asked);
        if (faults.containsKey(asked)) return Mono.error(faults.get(asked));
        exchange.getResponse().setStatusCode(HttpStatus.OK);
        return exchange.getResponse().setComplete();
    }
}
