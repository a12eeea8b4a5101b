package io.rhomboid.gateway;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.rhomboid.gateway.RunningGateway.json;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three times of what a service can take, at a service that answers nothing until it is told to. */
class MoreThanCanBeDoneTest {

    static final int AT_ONCE = 12;
    static final int SEARCHES = 8;

    static StandIn booking = StandIn.start();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.routing.at-once=" + AT_ONCE,
                "rhomboid.gateway.routing.searches-at-once=" + SEARCHES,
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=60s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        booking.close();
    }

    @Test
    void searches_are_turned_away_at_once_and_bookings_still_pass() throws Exception {
        var open = new CountDownLatch(1);
        booking.answers(exchange -> {
            // Searches take for ever; bookings are answered.
            if (exchange.getRequestMethod().equals("GET")) open.await();
            StandIn.with(200, "{}").to(exchange);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> searches = new ArrayList<>();
            for (var i = 0; i < 3 * AT_ONCE; i++) {
                searches.add(CompletableFuture.supplyAsync(
                        () -> gateway.get("/api/v1/availability?treatment=THAI"), threads));
            }
            // Nobody waits in a queue: all but those that are being worked on have their answer.
            await().atMost(ofSeconds(30))
                    .until(() ->
                            searches.stream().filter(CompletableFuture::isDone).count() == 3 * AT_ONCE - SEARCHES);
            for (var answered :
                    searches.stream().filter(CompletableFuture::isDone).toList()) {
                var answer = answered.get();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:service-busy");
                assertThat(json(answer).get("service").asString()).isEqualTo("booking");
            }
            for (var i = 0; i < 20; i++) {
                assertThat(gateway.post("/api/v1/bookings", "{}").statusCode()).isEqualTo(200);
                assertThat(gateway.get("/api/v1/availability").statusCode()).isEqualTo(503);
            }
            assertThat(gateway.manage("/actuator/prometheus").body())
                    .contains("rhomboid_gateway_at_once{service=\"booking\"} " + (double) SEARCHES)
                    .contains("rhomboid_gateway_shed_total{asked=\"search\",service=\"booking\"}");

            open.countDown();
            for (var search : searches) assertThat(search.get().statusCode()).isIn(200, 503);
        }
        for (var i = 0; i < 20; i++) {
            assertThat(gateway.get("/api/v1/availability").statusCode())
                    .as("when it is over")
                    .isEqualTo(200);
        }
        await().atMost(ofSeconds(10))
                .until(() -> gateway.manage("/actuator/prometheus")
                        .body()
                        .contains("rhomboid_gateway_at_once{service=\"booking\"} 0.0"));
    }
}
