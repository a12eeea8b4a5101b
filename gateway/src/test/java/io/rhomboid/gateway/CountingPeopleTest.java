package io.rhomboid.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Who has signed in is counted as the person they are, not by where they come from; each test is people of its own. */
class CountingPeopleTest {

    static StandInProvider provider = StandInProvider.start();
    static StandIn service = StandIn.start();
    static RunningGateway gateway;
    static int addresses;

    final String house = newAddress();
    final String jo = "jo-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.session.issuer=" + provider.issuer(),
                "rhomboid.gateway.session.discovery=" + provider.issuer(),
                "rhomboid.gateway.routing.therapist=" + service.url(),
                "rhomboid.gateway.routing.booking=" + service.url(),
                "rhomboid.gateway.header.trusted-proxies=127.0.0.0/8",
                // An hour, so that nothing comes back while the test runs.
                "rhomboid.gateway.limit.rates.search=3/1h",
                "rhomboid.gateway.limit.rates.create=2/1h",
                "rhomboid.gateway.limit.rates.link=1/1h",
                "rhomboid.gateway.limit.people=4",
                "rhomboid.gateway.limit.holds=1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
        provider.close();
    }

    @BeforeEach
    void the_service_is_well() {
        service.answers(StandIn.with(200, "{}"));
    }

    static String newAddress() {
        return "198.51.100." + ++addresses;
    }

    @Test
    void somebody_behind_many_addresses_is_one() {
        for (var i = 0; i < 3; i++)
            assertThat(search(newAddress(), jo).statusCode()).isEqualTo(200);
        var before = service.asked().size();

        var refused = search(newAddress(), jo);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:rhomboid:problem:too-many-requests");
        assertThat(json(refused).get("detail").asString())
                .startsWith("From wherever you sign in, you may search 3 times in 3600 s.");
        assertThat(service.asked()).hasSize(before);

        for (var i = 0; i < 2; i++)
            assertThat(book(newAddress(), jo, false).statusCode()).isEqualTo(200);
        assertThat(book(newAddress(), jo, false).statusCode()).isEqualTo(429);
    }

    @Test
    void many_behind_one_address_do_not_stand_in_each_others_way() {
        for (var i = 0; i < 3; i++) assertThat(search(house, null).statusCode()).isEqualTo(200);
        assertThat(search(house, null).statusCode())
                .as("a fourth without an account")
                .isEqualTo(429);

        for (var i = 0; i < 4; i++) {
            var colleague = "colleague-" + UUID.randomUUID();
            for (var j = 2; j >= 0; j--) {
                var answer = search(house, colleague);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"search\";q=3;w=3600");
                assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
                        .startsWith("\"search\";r=" + j + ";t=");
            }
        }
        var fifth = search(house, "fifth-" + UUID.randomUUID());
        assertThat(fifth.statusCode()).as("more than four people's worth").isEqualTo(429);
        assertThat(json(fifth).get("detail").asString())
                .startsWith("All together, from one address you may search 12 times");
    }

    @Test
    void a_claim_that_is_false_costs_what_all_of_them_have() {
        for (var i = 0; i < 3; i++)
            assertThat(send(house, "/api/v1/therapists", "no token").statusCode())
                    .isEqualTo(401);

        assertThat(send(house, "/api/v1/therapists", "no token").statusCode()).isEqualTo(429);
        assertThat(search(newAddress(), jo).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_asked_to_get_in_is_counted_by_address_whoever_asks() {
        assertThat(send(house, "/api/v1/guest-passes", token(jo)).statusCode()).isEqualTo(200);
        assertThat(send(house, "/api/v1/guest-passes", token("other")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_desk_of_several_people_holds_more_than_a_visitor_and_nobody_holds_more_by_moving() {
        service.answers(exchange -> StandIn.with(201, "{}", Map.of("Location", "/api/v1/bookings/" + UUID.randomUUID()))
                .to(exchange));
        assertThat(hold(house, null)).isEqualTo(201);
        assertThat(hold(house, null)).isEqualTo(429);
        assertThat(hold(house, jo)).isEqualTo(201);
        assertThat(hold(house, "colleague-" + jo)).isEqualTo(201);
        assertThat(hold(newAddress(), jo)).isEqualTo(429);
    }

    private static String token(String person) {
        return provider.signed(provider.access().subject(person).build());
    }

    private static HttpResponse<String> search(String address, @Nullable String person) {
        return send(address, "/api/v1/therapists", person == null ? null : token(person));
    }

    private static HttpResponse<String> send(String address, String path, @Nullable String token) {
        return gateway.send(request(address, path, token));
    }

    private static int hold(String address, @Nullable String person) {
        return book(address, person, true).statusCode();
    }

    private static HttpResponse<String> book(String address, @Nullable String person, boolean hold) {
        return gateway.send(request(address, "/api/v1/bookings", person == null ? null : token(person))
                .POST(BodyPublishers.ofString("{\"hold\":" + hold + "}")));
    }

    private static HttpRequest.Builder request(String address, String path, @Nullable String token) {
        var request = gateway.request(path).header("X-Forwarded-For", address);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
