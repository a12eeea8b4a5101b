package io.rhomboid.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

/** From behind a proxy we trust, so that each test is a visitor of its own. */
class AskingTooOftenTest {

    static StandIn therapist = StandIn.start();
    static StandIn booking = StandIn.start();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.therapist=" + therapist.url(),
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.header.trusted-proxies=127.0.0.0/8",
                // An hour, so that nothing comes back while the test runs.
                "rhomboid.gateway.limit.rates.search=3/1h",
                "rhomboid.gateway.limit.rates.create=2/1h",
                "rhomboid.gateway.limit.rates.link=20/1h");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        therapist.close();
        booking.close();
    }

    HttpResponse<String> get(String visitor, String path) {
        return gateway.send(gateway.request(path).header("X-Forwarded-For", visitor));
    }

    HttpResponse<String> post(String visitor, String path, String body) {
        return gateway.send(
                gateway.request(path).header("X-Forwarded-For", visitor).POST(BodyPublishers.ofString(body)));
    }

    @Test
    void every_answer_says_what_is_left() {
        var first = get("192.0.2.1", "/api/v1/therapists").headers();
        var second = get("192.0.2.1", "/api/v1/availability").headers();

        assertThat(first.firstValue("RateLimit-Policy")).contains("\"search\";q=3;w=3600");
        assertThat(first.firstValue("RateLimit").orElseThrow()).startsWith("\"search\";r=2;t=");
        assertThat(second.firstValue("RateLimit").orElseThrow()).startsWith("\"search\";r=1;t=");
    }

    @Test
    void is_refused_with_when_to_come_back_and_no_service_is_asked() {
        for (var i = 0; i < 3; i++) {
            assertThat(get("192.0.2.2", "/api/v1/therapists").statusCode()).isEqualTo(200);
        }
        var before = therapist.asked().size();

        var refused = get("192.0.2.2", "/api/v1/therapists");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:rhomboid:problem:too-many-requests");
        assertThat(json(refused).get("detail").asString()).contains("search 3 times in 3600 s");
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"search\";r=0;t=");
        // A third of an hour each, of which the test has used up a little.
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(600, 1200);
        assertThat(therapist.asked()).hasSize(before);
    }

    @Test
    void of_one_thing_keeps_nobody_from_another_nor_anybody_else_from_it() {
        for (var i = 0; i < 4; i++) get("192.0.2.3", "/api/v1/therapists");

        assertThat(post("192.0.2.3", "/api/v1/bookings", "{}").statusCode()).isEqualTo(200);
        assertThat(get("192.0.2.3", "/api/v1/bookings/1").statusCode()).isEqualTo(200);
        assertThat(get("192.0.2.4", "/api/v1/therapists").statusCode()).isEqualTo(200);
    }

    @Test
    void cannot_be_got_round_by_naming_another_address() {
        for (var i = 0; i < 2; i++) post("192.0.2.5", "/api/v1/bookings", "{}");

        assertThat(post("203.0.113." + 9 + ", 192.0.2.5", "/api/v1/bookings", "{}")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void cannot_be_got_round_by_the_many_addresses_of_one_ipv6_network() {
        for (var i = 0; i < 2; i++) post("2001:db8::" + i, "/api/v1/bookings", "{}");

        assertThat(post("2001:db8::ffff:9", "/api/v1/bookings", "{}").statusCode())
                .isEqualTo(429);
        assertThat(post("2001:db8:0:1::1", "/api/v1/bookings", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void is_refused_before_a_body_is_taken_in() {
        for (var i = 0; i < 2; i++) post("192.0.2.6", "/api/v1/bookings", "{}");

        assertThat(post("192.0.2.6", "/api/v1/bookings", "x".repeat(300_000)).statusCode())
                .isEqualTo(429);
    }

    @Test
    void guessing_links_ends_after_the_first_few() {
        var answers = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> post("192.0.2.7", "/api/v1/guest-passes", "{\"link\":\"guess-" + i + "\"}"))
                .toList();

        assertThat(answers.stream().filter(answer -> answer.statusCode() != 429))
                .hasSize(20);
    }
}
