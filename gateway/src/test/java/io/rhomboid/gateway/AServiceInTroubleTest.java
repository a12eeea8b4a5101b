package io.rhomboid.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rhomboid.gateway.RunningGateway.json;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AServiceInTroubleTest {

    static StandIn therapist = StandIn.start();
    static EmptyPort bookingPort = new EmptyPort();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.therapist=" + therapist.url(),
                "rhomboid.gateway.routing.booking=" + bookingPort.url(),
                "rhomboid.gateway.routing.breaker.pause=1s",
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s",
                "spring.cloud.gateway.server.webflux.httpclient.pool.max-connections=2",
                "spring.cloud.gateway.server.webflux.httpclient.pool.acquire-timeout=500");
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        therapist.close();
        bookingPort.close();
    }

    @AfterEach
    void forget() {
        gateway.forgetTroubles();
    }

    @Test
    void that_is_away_is_said_to_be_away_and_when_to_ask_again() {
        var answer = gateway.get("/api/v1/availability?treatment=THAI");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var problem = json(answer);
        assertThat(problem.propertyNames())
                .containsExactly("type", "title", "status", "detail", "instance", "requestId", "service");
        assertThat(problem.get("type").asString()).isEqualTo("urn:rhomboid:problem:service-away");
        assertThat(problem.get("service").asString()).isEqualTo("booking");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/availability");
        assertThat(answer.body()).doesNotContain("127.0.0.1").doesNotContain("Exception");
    }

    @Test
    void does_not_pull_another_down() {
        failUntilTheBreakerOpens();

        assertThat(gateway.get("/api/v1/clinics").statusCode()).isEqualTo(200);
    }

    @Test
    void is_left_in_peace_and_let_back_in_when_it_returns() {
        failUntilTheBreakerOpens();
        try (var booking = StandIn.startAt(bookingPort.number())) {
            assertThat(gateway.get("/api/v1/bookings/1").statusCode()).isEqualTo(503);
            assertThat(booking.asked()).isEmpty();

            await().atMost(ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(gateway.get("/api/v1/bookings/1").statusCode())
                                    .isEqualTo(200));
            for (var i = 0; i < 5; i++) {
                assertThat(gateway.get("/api/v1/bookings/1").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void that_is_slow_is_given_up_in_time() {
        var done = new CountDownLatch(1);
        try (var booking = StandIn.startAt(bookingPort.number())) {
            booking.answers(_ -> done.await());
            var begun = System.nanoTime();

            var answer = gateway.post("/api/v1/bookings", "{}");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(5));
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:service-slow");
            assertThat(json(answer).get("service").asString()).isEqualTo("booking");
            assertThat(json(answer).get("detail").asString()).contains("Idempotency-Key");
            assertThat(answer.headers().firstValue("Connection")).isEmpty();
            assertThat(booking.asked()).hasSize(1);
        } finally {
            done.countDown();
        }
    }

    @Test
    void that_breaks_off_a_short_answer_is_said_to_have_failed() {
        try (var booking = StandIn.startAt(bookingPort.number())) {
            booking.answers(exchange -> {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.sendResponseHeaders(200, 20);
                exchange.getResponseBody().write("half".getBytes());
                exchange.getResponseBody().flush();
                throw new IOException("gone");
            });

            var answer = gateway.get("/api/v1/bookings/1");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:service-failed");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
    }

    @Test
    void with_all_connections_taken_is_said_to_be_busy() throws InterruptedException {
        var done = new CountDownLatch(1);
        try (var booking = StandIn.startAt(bookingPort.number())) {
            booking.answers(exchange -> {
                done.await();
                StandIn.with(200, "{}").to(exchange);
            });
            // Two of each thread that moves bytes, and they are given visitors in turn.
            var more = 2 * Runtime.getRuntime().availableProcessors() + 1;
            var answers = new LinkedBlockingQueue<HttpResponse<String>>();
            for (var i = 0; i < more; i++) {
                Thread.ofVirtual().start(() -> answers.add(gateway.get("/api/v1/bookings/1")));
            }

            var answer = answers.poll(5, TimeUnit.SECONDS);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:service-busy");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        } finally {
            done.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET"})
    void that_breaks_off_is_never_asked_a_second_time(String method) throws Exception {
        try (var booking = new BreakingOff(bookingPort.number())) {
            var answer =
                    gateway.send(gateway.request("/api/v1/bookings/1").method(method, BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:service-failed");
            await().during(ofMillis(300)).atMost(ofSeconds(2)).until(() -> booking.requests() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void whose_one_instance_is_away_is_answered_for_by_the_other(String method) throws IOException {
        try (var there = StandIn.start();
                var nobody = new EmptyPort();
                var both =
                        RunningGateway.start("rhomboid.gateway.routing.booking=" + nobody.url() + "," + there.url())) {
            for (var i = 0; i < 10; i++) {
                var request = both.request("/api/v1/bookings/1").method(method, BodyPublishers.ofString("{\"n\": 1}"));
                assertThat(both.send(request).statusCode()).isEqualTo(200);
            }
            assertThat(there.asked())
                    .hasSize(10)
                    .allSatisfy(asked -> assertThat(asked.body()).asString().isEqualTo("{\"n\": 1}"));
        }
    }

    @Test
    void whose_one_instance_is_about_to_go_is_answered_for_by_the_other() {
        try (var going = StandIn.start();
                var there = StandIn.start();
                var both =
                        RunningGateway.start("rhomboid.gateway.routing.booking=" + going.url() + "," + there.url())) {
            going.answers(StandIn.with(200, "{}", Map.of("X-Leaving", "true")));
            for (var i = 0; i < 10; i++) {
                var answer = both.get("/api/v1/bookings/1");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("X-Leaving")).isEmpty();
            }
            assertThat(going.asked()).hasSize(1);
            assertThat(there.asked()).hasSize(9);
        }
    }

    @Test
    void that_says_so_itself_is_believed_and_still_asked() {
        try (var booking = StandIn.startAt(bookingPort.number())) {
            booking.answers(StandIn.with(503, "{\"type\":\"urn:rhomboid:problem:store-away\"}"));
            HttpResponse<String> answer = null;
            for (var i = 0; i < 30; i++) answer = gateway.get("/api/v1/bookings/1");

            assertThat(answer.body()).contains("store-away");
            assertThat(booking.asked()).hasSize(30);
        }
    }

    @Test
    void does_not_make_the_gateway_unready() {
        failUntilTheBreakerOpens();

        var readiness = gateway.manage("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    void failUntilTheBreakerOpens() {
        for (var i = 0; i < 6; i++) {
            assertThat(gateway.get("/api/v1/bookings/1").statusCode()).isEqualTo(503);
        }
    }

    /** Takes a request in and hangs up without a word. */
    static final class BreakingOff implements AutoCloseable {

        private final ServerSocket server;
        private final Thread accepting;
        private final AtomicInteger requests = new AtomicInteger();

        BreakingOff(int port) throws IOException {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accepting = Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (var socket = server.accept()) {
                        if (socket.getInputStream().read() >= 0) requests.incrementAndGet();
                        socket.setSoLinger(true, 0);
                    } catch (IOException _) {
                        return;
                    }
                }
            });
        }

        int requests() {
            return requests.get();
        }

        @Override
        public void close() throws Exception {
            server.close();
            accepting.join();
        }
    }
}
