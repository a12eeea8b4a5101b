package io.rhomboid.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yaml.snakeyaml.Yaml;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WatchingTheGatewayTest {

    static StandIn booking = StandIn.start();
    static EmptyPort notification = new EmptyPort();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.routing.notification=" + notification.url(),
                "logging.level.io.rhomboid.gateway=info",
                "logging.structured.format.console=ecs");
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        booking.close();
        notification.close();
    }

    @Test
    void a_change_or_a_refusal_leaves_one_line_with_its_ids_and_without_its_path(CapturedOutput output) {
        gateway.send(gateway.request("/api/v1/calendar/secret-token.ics?also=secret")
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("X-Request-Id", "watched-12345")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        gateway.send(gateway.request("/api/v1/nowhere").header("X-Request-Id", "watched-23456"));

        var lines = Arrays.stream(output.getOut().split("\n"))
                .filter(line -> line.contains("watched-12345"))
                .toList();
        assertThat(lines)
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("POST calendar 200").contains("0af7651916cd43dd8448eb211c80319c"));
        assertThat(output.getOut()).containsOnlyOnce("watched-23456");
        assertThat(output.getAll()).doesNotContain("secret");
    }

    @Test
    void a_read_that_went_well_is_counted_and_leaves_no_line(CapturedOutput output) {
        gateway.send(gateway.request("/api/v1/bookings/2").header("X-Request-Id", "watched-34567"));

        assertThat(output.getAll()).doesNotContain("watched-34567");
        assertThat(gateway.manage("/actuator/prometheus").body())
                .containsPattern(
                        "rhomboid_gateway_requests_seconds_count\\{method=\"GET\",route=\"booking\",status=\"200\"} [1-9]");
    }

    @Test
    void a_service_in_trouble_is_told_of_with_the_request_it_failed(CapturedOutput output) {
        gateway.send(gateway.request("/api/v1/inbox").header("X-Request-Id", "watched-67890"));

        assertThat(Arrays.stream(output.getOut().split("\n")).filter(line -> line.contains("watched-67890")))
                .anySatisfy(line -> assertThat(line).contains("notification did not answer"));
    }

    @Test
    void metrics_name_the_breakers_and_the_routes() {
        gateway.get("/api/v1/bookings/1");

        assertThat(gateway.manage("/actuator/prometheus").body())
                .contains("resilience4j_circuitbreaker_state{name=\"booking\"")
                .contains("rhomboid_gateway_requests_seconds_bucket{method=\"GET\",route=\"booking\"")
                .doesNotContain("/api/v1/bookings/1");
    }

    @Test
    void it_says_which_version_it_is() {
        assertThat(json(gateway.manage("/actuator/info")).at("/build/version").asString())
                .matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "health/liveness", "health/readiness"})
    void health_is_answered_without_details(String path) {
        assertThat(gateway.manage("/actuator/" + path).body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("disk");
    }

    @Test
    void who_is_refused_and_who_claims_to_be_somebody_is_on_record(CapturedOutput output) throws IOException {
        gateway.send(gateway.request("/api/v1/bookings/1").header("X-User-Id", "forged"));
        gateway.send(gateway.request("/api/v1/bookings/1").header("Origin", "https://evil.example"));
        gateway.post("/api/v1/bookings", "x".repeat(300_000));
        gateway.sendRaw("GET /api/v1/clinics/%2e%2e/x HTTP/1.1\r\nHost: a\r\n\r\n");
        booking.answers(StandIn.with(401, "{}"));
        gateway.get("/api/v1/bookings/1");
        booking.answers(StandIn.with(403, "{}"));
        gateway.get("/api/v1/bookings/1");
        booking.answers(StandIn.with(200, "{}"));

        var metrics = gateway.manage("/actuator/prometheus").body();
        for (var event : new String[] {
            "header-forged",
            "origin-refused",
            "request-too-large",
            "request-malformed",
            "credentials-refused",
            "access-refused"
        }) {
            assertThat(metrics).contains("rhomboid_security_events_total{event=\"" + event + "\"} 1.0");
            assertThat(Arrays.stream(output.getOut().split("\n")).filter(line -> line.contains(event)))
                    .as(event)
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("\"source\":{\"ip\":\"127.0.0.1\"}")
                            .contains("\"message\":\"security event\""));
        }
    }

    /** What others than the gateway count, the rules may name without its being here. */
    @Test
    void the_alarms_are_about_what_is_counted() throws IOException {
        var elsewhere = Set.of("token-refused", "not-allowed", "not-theirs", "login");
        var metrics = gateway.manage("/actuator/prometheus").body();
        var rules = new ArrayList<String>();
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(Path.of("../watching/alarms.yml")));
        for (var group : file.get("groups")) {
            for (var rule : group.get("rules")) {
                assertThat(rule).containsKeys("alert", "expr", "annotations");
                rules.add(rule.get("expr").toString());
            }
        }

        assertThat(rules).hasSizeGreaterThan(5).allSatisfy(rule -> {
            for (var metric : found(
                    "(rhomboid_security\\w+|rhomboid_sessions\\w+|rhomboid_gateway_s\\w+|resilience4j_\\w+)", rule)) {
                assertThat(metrics).contains("\n" + metric + "{");
            }
            for (var events : found("event=~?\"([^\"]+)\"", rule)) {
                for (var event : events.split("\\|")) {
                    if (!elsewhere.contains(event)) assertThat(metrics).contains("event=\"" + event + "\"");
                }
            }
        });
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void health_is_answered_however_often_it_is_asked() {
        for (var i = 0; i < 300; i++) {
            assertThat(gateway.manage("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_is_kept_for_the_next_request_to_a_service() {
        assertThat(gateway.get("/api/v1/bookings/1").headers().firstValue("Connection"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway/routes", "gateway/refresh", "env", "beans", "heapdump", "loggers", "shutdown"})
    void nothing_else_is_shown_or_can_be_changed(String endpoint) {
        assertThat(gateway.manage("/actuator/" + endpoint).statusCode()).isEqualTo(404);
    }

    @Test
    void none_of_it_is_on_the_public_port() {
        assertThat(gateway.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }
}
