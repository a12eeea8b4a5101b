package io.rhomboid.booking.waitlist.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WholeService
class WaitingOverHttpTest {

    private static final LocalDate DAY = LocalDate.now(Neighbourhood.BERLIN).plusDays(3);

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    TherapistId mira;
    List<JsonNode> evening;

    @BeforeEach
    void miras_evening_is_full() {
        mira = api.therapist();
        evening = new ArrayList<>();
        for (var start : List.of(at(3, 17, 0), at(3, 18, 15), at(3, 19, 30), at(3, 20, 45), at(3, 22, 0))) {
            evening.add(api.book(mira, start, UUID.randomUUID() + "@client.example"));
        }
    }

    @Test
    void what_becomes_free_is_kept_for_who_waits_and_is_theirs_when_they_say_yes() {
        var jo = json(join("jo"));
        assertThat(jo.get("state").asString()).isEqualTo("WAITING");

        cancel(evening.get(2));

        var offered = await(jo, "OFFERED");
        assertThat(offered.at("/offer/start").asString()).startsWith(DAY + "T19:30");
        assertThat(offered.at("/offer/therapistName").asString()).isEqualTo("Mira");
        assertThat(offered.at("/offer/price/cents").asLong()).isEqualTo(70_00);
        var until = Instant.parse(offered.at("/offer/until").asString());
        assertThat(until)
                .isBetween(Instant.now().plusSeconds(28 * 60), Instant.now().plusSeconds(30 * 60));
        assertProblem(api.post("/bookings", booking(at(3, 19, 30), "rival@client.example")), 409, "slot-taken");

        var taken = json(api.put("/waitlist/" + id(jo) + "/acceptance", version(offered), ""));

        assertThat(taken.get("state").asString()).isEqualTo("TAKEN");
        var booking = json(api.get("/bookings/" + taken.get("bookingId").asString()));
        assertThat(booking.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(booking.get("start").asString()).startsWith(DAY + "T19:30");
        assertThat(json(api.put("/waitlist/" + id(jo) + "/acceptance", version(offered), "")))
                .as("once more")
                .isEqualTo(taken);
    }

    private JsonNode await(JsonNode entry, String state) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(entry), now -> now.get("state").asString().equals(state));
    }

    private JsonNode read(JsonNode entry) {
        return json(api.get("/waitlist/" + id(entry)));
    }

    private static String id(JsonNode node) {
        return node.get("id").asString();
    }

    private static long version(JsonNode node) {
        return node.get("version").asLong();
    }

    private void cancel(JsonNode booking) {
        assertThat(api.put("/bookings/" + id(booking) + "/cancellation", version(booking), ""))
                .hasStatus(200);
    }

    private MvcTestResult join(String name) {
        return api.post("/waitlist", wish(name));
    }

    private String wish(String name) {
        return """
                {"clinicId":"%s","treatment":"SWEDISH","lengthsMinutes":[60],"therapistId":"%s","from":"%s",\
                "until":"%s","partsOfDay":["EVENING"],"client":{"name":"Jo Weber","email":"%s@client.example"}}""".formatted(Neighbourhood.CLINIC, mira, DAY, DAY, name + mira);
    }

    private String booking(Instant start, String email) {
        return """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Ada","email":"%s"}}""".formatted(mira, Neighbourhood.CLINIC, start, email);
    }
}
