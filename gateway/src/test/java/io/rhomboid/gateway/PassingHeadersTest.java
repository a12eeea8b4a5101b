package io.rhomboid.gateway;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

class PassingHeadersTest {

    static StandIn therapist = StandIn.start();
    static StandIn booking = StandIn.start();
    static RunningGateway gateway;
    static RunningGateway behindAProxy;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(services());
        var settings = java.util.stream.Stream.concat(
                java.util.stream.Stream.of(services()),
                java.util.stream.Stream.of("rhomboid.gateway.header.trusted-proxies=127.0.0.0/8,10.0.0.0/8"));
        behindAProxy = RunningGateway.start(settings.toArray(String[]::new));
    }

    static String[] services() {
        return new String[] {
            "rhomboid.gateway.routing.therapist=" + therapist.url(), "rhomboid.gateway.routing.booking=" + booking.url()
        };
    }

    @AfterAll
    static void stop() {
        gateway.close();
        behindAProxy.close();
        therapist.close();
        booking.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User-Id",
                "x-user-roles",
                "X-Real-IP",
                "X-Original-URL",
                "X-Rewrite-Url",
                "Forwarded",
                "X-Forwarded-Port",
                "X-Forwarded-Prefix",
                "X-Forwarded-User",
                "X-HTTP-Method-Override",
                "True-Client-IP",
                "Cookie",
                "baggage"
            })
    void what_only_we_may_say_never_comes_from_outside(String header) {
        gateway.send(gateway.request("/api/v1/clinics").header(header, "forged"));
        assertThat(therapist.lastAsked().headers())
                .doesNotContainKey(header)
                .doesNotContainValue(java.util.List.of("forged"));

        behindAProxy.send(behindAProxy.request("/api/v1/clinics").header(header, "forged"));
        assertThat(therapist.lastAsked().headers())
                .doesNotContainKey(header)
                .doesNotContainValue(java.util.List.of("forged"));
    }

    @Test
    void what_a_stranger_says_about_himself_is_overwritten() {
        gateway.send(gateway.request("/api/v1/clinics")
                .header("X-Forwarded-For", "9.9.9.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example"));

        var seen = therapist.lastAsked().headers();
        assertThat(seen.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.get("X-Forwarded-Host")).containsExactly("127.0.0.1:" + gateway.port());
    }

    @Test
    void a_trusted_proxy_is_believed_up_to_the_first_it_does_not_vouch_for() {
        behindAProxy.send(behindAProxy
                .request("/api/v1/clinics")
                .header("X-Forwarded-For", "1.1.1.1, 203.0.113.7, 10.1.2.3")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "clinic.example"));

        var seen = therapist.lastAsked().headers();
        assertThat(seen.get("X-Forwarded-For")).containsExactly("203.0.113.7");
        assertThat(seen.get("X-Forwarded-Proto")).containsExactly("https");
        assertThat(seen.get("X-Forwarded-Host")).containsExactly("clinic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "[2001:db8::1]:4711"})
    void an_ipv6_visitor_is_known_by_the_address_alone(String said) {
        behindAProxy.send(behindAProxy.request("/api/v1/clinics").header("X-Forwarded-For", said));

        assertThat(therapist.lastAsked().headers().getFirst("X-Forwarded-For")).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void nonsense_from_a_trusted_proxy_leaves_the_proxy_itself() {
        behindAProxy.send(behindAProxy
                .request("/api/v1/clinics")
                .header("X-Forwarded-For", "localhost; drop")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", "a b"));

        var seen = therapist.lastAsked().headers();
        assertThat(seen.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.getFirst("X-Forwarded-Host")).startsWith("127.0.0.1:");
    }

    @Test
    void what_a_service_needs_arrives() {
        gateway.send(gateway.request("/api/v1/bookings")
                .header("Idempotency-Key", "k-12345678")
                .header("If-Match", "\"3\"")
                .header("Accept-Language", "de"));

        var seen = booking.lastAsked().headers();
        assertThat(seen.getFirst("Idempotency-Key")).isEqualTo("k-12345678");
        assertThat(seen.getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(seen.getFirst("Accept-Language")).isEqualTo("de");
    }

    @Test
    void an_answer_does_not_say_what_a_service_runs_on_or_where_it_lives() {
        booking.answers(StandIn.with(
                201,
                "{}",
                Map.of(
                        "Server", "Tomcat",
                        "X-Powered-By", "Java",
                        "Set-Cookie", "a=b",
                        "Location", booking.url() + "/api/v1/bookings/1",
                        "ETag", "\"1\"",
                        "X-Request-Id", "another-one",
                        "Access-Control-Allow-Origin", "*")));

        var headers = gateway.post("/api/v1/bookings", "{}").headers();

        assertThat(headers.map())
                .doesNotContainKeys("server", "x-powered-by", "set-cookie", "access-control-allow-origin");
        assertThat(headers.firstValue("Location")).contains("/api/v1/bookings/1");
        assertThat(headers.firstValue("ETag")).contains("\"1\"");
        assertThat(headers.allValues("X-Request-Id")).hasSize(1).doesNotContain("another-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/clinics", "/api/v1/nowhere", "/", "/openapi", "/api/v1/bookings"})
    void every_answer_tells_the_browser_to_be_careful(String path) {
        var headers = gateway.get(path).headers();

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.map()).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void a_page_that_a_service_made_runs_nothing() {
        therapist.answers(StandIn.with(200, "<script>alert(1)</script>", Map.of("Content-Type", "text/html")));
        try {
            assertThat(gateway.get("/api/v1/clinics").headers().firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; frame-ancestors 'none'");
        } finally {
            therapist.answers(StandIn.with(200, "{}"));
        }
    }

    @Test
    void who_came_by_https_is_told_to_stay_with_it() {
        var secure = behindAProxy.send(behindAProxy.request("/").header("X-Forwarded-Proto", "https"));
        var forged = gateway.send(gateway.request("/").header("X-Forwarded-Proto", "https"));

        assertThat(secure.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .startsWith("max-age=31536000");
        assertThat(forged.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void no_cache_keeps_a_booking_whatever_the_service_forgot() {
        booking.answers(StandIn.with(200, "{}", Map.of("Cache-Control", "public, max-age=60")));
        assertThat(gateway.get("/api/v1/bookings/1").headers().allValues("Cache-Control"))
                .containsExactly("no-store");

        therapist.answers(StandIn.with(200, "{}", Map.of("Cache-Control", "public, max-age=60")));
        assertThat(gateway.get("/api/v1/treatments").headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=60");
        therapist.answers(StandIn.with(200, "{}"));
        assertThat(gateway.get("/api/v1/treatments").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void a_sane_request_id_is_taken_and_passed_on_and_given_back() {
        var answer = gateway.send(gateway.request("/api/v1/clinics").header("X-Request-Id", "desk-7.2026_11-21"));

        assertThat(therapist.lastAsked().headers().get("X-Request-Id")).containsExactly("desk-7.2026_11-21");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("desk-7.2026_11-21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has space in it", "<script>alert(1)</script>", "a{0}bbbbbbbbbb"})
    void any_other_request_id_is_replaced(String given) {
        var answer = gateway.send(gateway.request("/api/v1/nowhere").header("X-Request-Id", given));

        var made = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(made).matches("[0-9a-f]{32}");
        assertThat(json(answer).get("requestId").asString()).isEqualTo(made);
    }

    @Test
    void a_trace_that_was_begun_goes_on() {
        gateway.send(gateway.request("/api/v1/clinics")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        assertThat(therapist.lastAsked().headers().get("traceparent"))
                .singleElement()
                .satisfies(passed -> assertThat(passed)
                        .matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01")
                        .doesNotContain("b7ad6b7169203331"));
    }

    @Test
    void a_trace_that_its_sender_does_not_follow_is_passed_on_as_it_is() {
        var unfollowed = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
        gateway.send(gateway.request("/api/v1/clinics").header("traceparent", unfollowed));

        assertThat(therapist.lastAsked().headers().get("traceparent")).containsExactly(unfollowed);
    }

    @Test
    void what_is_for_one_connection_ends_with_it() throws IOException {
        gateway.sendRaw("GET /api/v1/clinics HTTP/1.1\r\nHost: a\r\nConnection: close, x-secret-hop"
                + "\r\nX-Secret-Hop: 1\r\nTE: trailers\r\nKeep-Alive: 5\r\nX-Kept: 1\r\n\r\n");

        assertThat(therapist.lastAsked().headers().keySet())
                .contains("X-kept")
                .doesNotContain("X-secret-hop", "Te", "Keep-alive");
    }

    @Test
    void a_trace_is_begun_where_there_is_none() {
        gateway.get("/api/v1/clinics");
        var first = therapist.lastAsked().headers().getFirst("traceparent");
        gateway.send(gateway.request("/api/v1/clinics").header("traceparent", "nonsense"));
        var second = therapist.lastAsked().headers().get("traceparent");

        assertThat(first).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(second)
                .singleElement()
                .satisfies(passed -> assertThat(passed)
                        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                        .doesNotContain(first.substring(3, 35)));
    }
}
