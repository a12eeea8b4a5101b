package io.rhomboid.booking.intake.web;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.link.IntakeCodes;

import static io.rhomboid.booking.Api.inDays;
import static io.rhomboid.booking.Api.keyed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Two without an account, each with a mail address. */
@WholeService
class IntakeByCodeTest {

    static final String DRAFT = "{\"handIn\":false,\"history\":\"a fall in May\"}";

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @Autowired
    GuestLinks links;

    @Autowired
    IntakeCodes codes;

    String booking = "";
    String client = "";
    String[] guest = {};

    @BeforeEach
    void two_who_come_together() {
        var start = inDays(6);
        var some = UUID.randomUUID();
        var booked = api.post(
                "/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Weber","email":"jo-%s@client.example"},"screening":{"has":[]},\
                "companion":{"name":"Kim Lee","email":"kim-%s@client.example","screening":{"has":[]},\
                "sessions":[{"therapistId":"%s","treatment":"SWEDISH","lengthMinutes":60}]}}""".formatted(api.therapist(), Neighbourhood.CLINIC, start, some, some, api.therapist()));
        assertThat(booked).hasStatus(201);
        booking = Api.json(booked).get("id").asString();
        client = Api.json(booked).get("clientId").asString();
        guest = with(
                links.pass(Guest.of(BookingId.of(booking), ClientId.of(client)), GuestLinks.passUntil(Instant.now())));
    }

    @Test
    void who_has_the_code_from_the_mail_fills_in_their_own_and_reads_it_back() {
        Api.assertProblem(api.get("/clients/" + client + "/intake", guest), 404, "unknown-client");
        var code = send("");
        var told = new String(Told.on(Topics.INTAKE_CODES, code, 1).getFirst().value(), UTF_8);
        assertThat(JsonMapper.shared().readTree(told).get("clientId").asString())
                .isEqualTo(client);
        assertThat(told).doesNotContain(digits(code));

        var pass = exchange(code, digits(code));
        assertThat(pass).hasStatus(201);
        assertThat(Api.json(pass).get("clientId").asString()).isEqualTo(client);
        var own = with(Api.json(pass).get("pass").asString());

        assertThat(api.put("/clients/" + client + "/intake", 0, DRAFT, own)).hasStatusOk();
        assertThat(Api.json(api.get("/clients/" + client + "/intake", own))
                        .at("/draft/history")
                        .asString())
                .isEqualTo("a fall in May");
        // The pass opens that alone, and the code is used.
        assertThat(api.get("/bookings/" + booking, own)).hasStatus(404);
        assertThat(api.get("/clients/" + client + "/sessions", own)).hasStatus(401);
        Api.assertProblem(exchange(code, digits(code)), 404, "unknown-code");
    }

    @Test
    void who_comes_along_has_an_intake_of_their_own_by_their_own_mail() {
        var code = send("{\"companion\":true}");
        var told = new String(Told.on(Topics.INTAKE_CODES, code, 1).getFirst().value(), UTF_8);
        var kim = JsonMapper.shared().readTree(told).get("clientId").asString();
        assertThat(kim).isNotEqualTo(client);
        var own = with(Api.json(exchange(code, digits(code))).get("pass").asString());

        assertThat(api.put("/clients/" + kim + "/intake", 0, DRAFT, own)).hasStatusOk();

        Api.assertProblem(api.get("/clients/" + client + "/intake", own), 404, "unknown-client");
        Api.assertProblem(api.get("/clients/" + kim + "/intake", guest), 404, "unknown-client");
    }

    @Test
    void a_code_is_guessed_at_five_times_and_good_for_half_an_hour() {
        var code = send("");
        var wrong = digits(code).equals("00000000") ? "00000001" : "00000000";
        for (int i = 0; i < 5; i++) Api.assertProblem(exchange(code, wrong), 404, "unknown-code");
        Api.assertProblem(exchange(code, digits(code)), 404, "unknown-code");

        var old = send("");
        database.getCollection("intakeCodes")
                .updateOne(
                        new Document("_id", old),
                        new Document("$set", new Document("expiresAt", Date.from(Instant.now()))));
        Api.assertProblem(exchange(old, digits(old)), 404, "unknown-code");
    }

    @Test
    void a_mailbox_is_not_filled() {
        for (int i = 0; i < 4; i++) send("");

        Api.assertProblem(api.post("/bookings/" + booking + "/intake-codes", "", keyed(guest)), 409, "too-many-codes");
    }

    @Test
    void a_link_opens_no_intake() {
        var link = links.link(Guest.ofIntake(ClientId.of(client)));

        Api.assertProblem(api.post("/guest-passes", "{\"link\":\"" + link + "\"}"), 404, "unknown-link");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"id\":\"%s\",\"code\":\"1234567\"} | code", "{\"id\":\"1-1-1-1-1\",\"code\":\"12345678\"} | id"
            })
    void what_is_wrong_is_named(String body, String field) {
        var answer = api.post("/intake-passes", body.formatted(UUID.randomUUID()));

        Api.assertProblem(answer, 400, "invalid-field");
        assertThat(Api.json(answer).at("/errors/0/field").asString()).isEqualTo(field);
        Api.assertProblem(exchange(UUID.randomUUID().toString(), "12345678"), 404, "unknown-code");
    }

    private String send(String body) {
        var headers = keyed(guest);
        var sent = api.post("/bookings/" + booking + "/intake-codes", body, headers);
        assertThat(sent).hasStatus(202);
        assertThat(api.post("/bookings/" + booking + "/intake-codes", body, headers))
                .hasStatus(202);
        return Api.json(sent).get("id").asString();
    }

    private String digits(String code) {
        return codes.code(IntakeCodeId.of(code));
    }

    private MvcTestResult exchange(String code, String digits) {
        return api.post("/intake-passes", "{\"id\":\"" + code + "\",\"code\":\"" + digits + "\"}");
    }

    private static String[] with(String pass) {
        return new String[] {"Authorization", "", "Guest-Pass", pass};
    }
}
