package io.rhomboid.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

class CallingFromAnotherOriginTest {

    static StandIn booking = StandIn.start();
    static RunningGateway closed;
    static RunningGateway open;

    @BeforeAll
    static void start() {
        var service = "rhomboid.gateway.routing.booking=" + booking.url();
        closed = RunningGateway.start(service, "rhomboid.gateway.header.trusted-proxies=127.0.0.1/32");
        open = RunningGateway.start(service, "rhomboid.gateway.header.allowed-origins=https://clinic.example");
    }

    @AfterAll
    static void stop() {
        closed.close();
        open.close();
        booking.close();
    }

    @Test
    void is_answered_to_an_allowed_page_without_asking_a_service() {
        var before = booking.asked().size();

        var answer =
                open.send(preflight(open, "https://clinic.example", "PUT", "If-Match, Idempotency-Key, Content-Type"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var headers = answer.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("https://clinic.example");
        assertThat(headers.firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("PUT");
        assertThat(headers.firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("If-Match")
                .containsIgnoringCase("Idempotency-Key");
        assertThat(headers.firstValue("Access-Control-Max-Age")).contains("3600");
        assertThat(headers.map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(booking.asked()).hasSize(before);
    }

    @Test
    void lets_an_allowed_page_read_what_it_needs() {
        var answer = open.send(open.request("/api/v1/bookings/1").header("Origin", "https://clinic.example"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Arrays.asList(answer.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElseThrow()
                        .split(", *")))
                .containsExactlyInAnyOrder(
                        "ETag",
                        "Guest-Pass",
                        "Location",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After",
                        "X-Request-Id");
        assertThat(answer.headers().allValues("Vary").toString()).contains("Origin");
    }

    @Test
    void lets_an_allowed_page_read_our_refusals_too() {
        var answer = open.send(open.request("/api/v1/nowhere").header("Origin", "https://clinic.example"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://clinic.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://clinic.example",
                "https://clinic.example.evil.example",
                "https://clinic.example:8443",
                "null"
            })
    void is_refused_to_any_other_before_a_service_is_asked(String origin) {
        var before = booking.asked().size();

        var post = open.send(
                open.request("/api/v1/bookings").header("Origin", origin).POST(BodyPublishers.ofString("{}")));
        var preflight = open.send(preflight(open, origin, "POST", "Content-Type"));

        for (var answer : java.util.List.of(post, preflight)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:origin-not-allowed");
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(booking.asked()).hasSize(before);
    }

    @Test
    void is_refused_for_a_method_or_header_that_is_not_ours() {
        assertThat(open.send(preflight(open, "https://clinic.example", "TRACE", "Content-Type"))
                        .statusCode())
                .isEqualTo(403);
        var answer = open.send(preflight(open, "https://clinic.example", "GET", "X-User-Id"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .doesNotContainIgnoringCase("X-User-Id");
    }

    @Test
    void is_refused_to_all_by_default_but_our_own_pages() {
        var foreign = closed.send(closed.request("/api/v1/bookings").header("Origin", "https://clinic.example"));
        var own = closed.send(closed.request("/api/v1/bookings")
                .header("Origin", "http://127.0.0.1:" + closed.port())
                .POST(BodyPublishers.ofString("{}")));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(own.statusCode()).isEqualTo(200);
    }

    @Test
    void knows_our_own_pages_behind_a_proxy_that_ends_https() {
        var own = closed.send(closed.request("/api/v1/bookings")
                .header("Origin", "https://clinic.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "clinic.example")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(own.statusCode()).isEqualTo(200);
    }

    static HttpRequest.Builder preflight(RunningGateway gateway, String origin, String method, String headers) {
        return gateway.request("/api/v1/bookings/1/confirmation")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers);
    }
}
