package io.rhomboid.gateway;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Live streams pass as they come, take nobody's place, and are not cut while nothing is said. */
class ListeningThroughTheGatewayTest {

    static final StandIn NOTIFICATION = StandIn.start();
    static final RunningGateway GATEWAY = RunningGateway.start(
            "rhomboid.gateway.routing.notification=" + NOTIFICATION.url(),
            "rhomboid.gateway.routing.at-once=2",
            "rhomboid.gateway.routing.searches-at-once=1",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=300ms");

    @AfterAll
    static void close() {
        GATEWAY.close();
        NOTIFICATION.close();
    }

    @Test
    void an_event_arrives_while_the_stream_goes_on_and_silence_longer_than_the_time_limit_ends_nothing()
            throws Exception {
        var goOn = new CountDownLatch(1);
        NOTIFICATION.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("id: 1\nevent: hello\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            goOn.await(10, TimeUnit.SECONDS);
            Thread.sleep(600);
            exchange.getResponseBody().write("id: 2\nevent: booking\n\n".getBytes(StandardCharsets.UTF_8));
        });
        var lines = new ArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    GATEWAY.request("/api/v1/live")
                            .header("Last-Event-ID", "7/0.1")
                            .header("Accept", "text/event-stream")
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofLines());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            answer.body().forEach(line -> {
                lines.add(line);
                if (line.equals("event: hello")) goOn.countDown();
            });
        }

        assertThat(lines).contains("event: hello", "event: booking");
        assertThat(NOTIFICATION.lastAsked().headers().getFirst("Last-Event-ID")).isEqualTo("7/0.1");
    }

    @Test
    void streams_leave_the_places_of_a_service_to_who_asks_something() throws Exception {
        var end = new CountDownLatch(1);
        var open = new CountDownLatch(3);
        var streams = new ArrayList<InputStream>();
        NOTIFICATION.answers(exchange -> {
            if (!exchange.getRequestURI().getPath().startsWith("/api/v1/live")) {
                StandIn.with(200, "{}").to(exchange);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(": open\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            open.countDown();
            end.await(10, TimeUnit.SECONDS);
        });
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                // One after the other: until its head is there, a stream has a place.
                streams.add(client.send(GATEWAY.request("/api/v1/live").build(), BodyHandlers.ofInputStream())
                        .body());
            }
            assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(GATEWAY.get("/api/v1/inbox").statusCode()).isEqualTo(200);
            end.countDown();
            for (var stream : streams) stream.close();
        }
    }
}
