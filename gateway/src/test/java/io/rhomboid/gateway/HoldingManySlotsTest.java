package io.rhomboid.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

/** One visitor under many names; each test is another visitor. */
class HoldingManySlotsTest {

    static StandIn booking = StandIn.start();
    static RunningGateway gateway;
    static int visitors;

    String visitor = "192.0.2." + ++visitors;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.header.trusted-proxies=127.0.0.0/8");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        booking.close();
    }

    @BeforeEach
    void everyBookingIsMade() {
        booking.answers(exchange -> StandIn.with(201, "{}", Map.of("Location", "/api/v1/bookings/" + UUID.randomUUID()))
                .to(exchange));
    }

    HttpResponse<String> book(boolean hold) {
        var body = "{\"client\":{\"email\":\"%s@client.example\"},\"hold\":%s}".formatted(UUID.randomUUID(), hold);
        return gateway.send(gateway.request("/api/v1/bookings")
                .header("X-Forwarded-For", visitor)
                .POST(BodyPublishers.ofString(body)));
    }

    String held() {
        var answer = book(true);
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> change(String method, String target) {
        return gateway.send(
                gateway.request(target).header("X-Forwarded-For", visitor).method(method, BodyPublishers.noBody()));
    }

    @Test
    void is_possible_up_to_four_whatever_the_clients_are_called() {
        for (var i = 0; i < 4; i++) held();
        var before = booking.asked().size();

        var refused = book(true);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:rhomboid:problem:too-many-holds-here");
        assertThat(json(refused).get("detail").asString()).contains("4 slots");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(booking.asked()).hasSize(before);
        assertThat(book(false).statusCode()).as("booked at once").isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT confirmation", "PUT cancellation", "DELETE hold"})
    void is_possible_again_once_one_of_them_is_decided(String way) {
        var first = held();
        for (var i = 0; i < 3; i++) held();
        var parts = way.split(" ");
        booking.answers(StandIn.with(200, "{}"));
        assertThat(change(parts[0], first + "/" + parts[1]).statusCode()).isEqualTo(200);
        everyBookingIsMade();

        held();
        assertThat(book(true).statusCode()).isEqualTo(429);
    }

    @Test
    void a_hold_that_was_refused_takes_no_place() {
        booking.answers(StandIn.with(409, "{}"));
        for (var i = 0; i < 10; i++) assertThat(book(true).statusCode()).isEqualTo(409);
        everyBookingIsMade();

        for (var i = 0; i < 4; i++) held();
    }

    @Test
    void an_ending_that_was_refused_ends_nothing() {
        var first = held();
        for (var i = 0; i < 3; i++) held();
        booking.answers(StandIn.with(412, "{}"));
        change("PUT", first + "/confirmation");
        everyBookingIsMade();

        assertThat(book(true).statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"hold\":\"perhaps\"}", "{\"hold\":null}"})
    void what_is_no_wish_to_hold_is_for_the_service_to_refuse(String body) {
        booking.answers(StandIn.with(400, "{}"));
        var answer = gateway.send(gateway.request("/api/v1/bookings")
                .header("X-Forwarded-For", visitor)
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(booking.lastAsked().body())).isEqualTo(body);
    }
}
