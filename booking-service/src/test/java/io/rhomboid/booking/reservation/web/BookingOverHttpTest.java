package io.rhomboid.booking.reservation.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.Told;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service, from HTTP to the topic. */
@SpringBootTest(properties = {"management.server.port=0", "rhomboid.outbox.sweep=200ms"})
@AutoConfigureMockMvc
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("store")
class BookingOverHttpTest {

    static final TherapistId MIRA = TherapistId.of("10000000-0000-4000-8000-000000000601");
    static final String PATH = "/api/v1/bookings";

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry registry) {
        var database = RealStore.newDatabase();
        registry.add("spring.mongodb.uri", RealStore::uri);
        registry.add("rhomboid.database", () -> database);
        registry.add("spring.kafka.bootstrap-servers", RealBroker::bootstrapServers);
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    Availability availability;

    @Autowired
    ClaimsIndex index;

    @Autowired
    MongoDatabase database;

    JsonMapper json = JsonMapper.shared();

    @BeforeEach
    void the_clinic_is_known() {
        Neighbourhood.tell(availability, List.of(MIRA), 2);
        await().atMost(Duration.ofSeconds(20)).until(index::isThere);
    }

    @Test
    void a_session_is_held_confirmed_moved_and_cancelled() throws Exception {
        var held = post(UUID.randomUUID().toString(), body(at(3, 10, 0), "a@client.example", true));
        assertThat(held).hasStatus(201).hasHeader("ETag", "\"1\"");
        var booking = read(held);
        var uri = PATH + "/" + booking.get("id").asString();
        assertThat(held).hasHeader("Location", uri);
        assertThat(booking.get("status").asString()).isEqualTo("HELD");
        assertThat(booking.get("reference").asString()).matches("RH-[2-9A-Z]{6}");
        assertThat(booking.get("start").asString())
                .endsWith(at(3, 10, 0).atZone(Neighbourhood.BERLIN).getOffset().getId());
        assertThat(booking.get("holdExpiresAt")).isNotNull();

        var confirmed = put(uri + "/confirmation", 1, "");
        assertThat(confirmed).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(read(confirmed).get("status").asString()).isEqualTo("CONFIRMED");

        var moved = put(uri + "/schedule", 2, "{\"start\":\"%s\"}".formatted(at(3, 12, 0)));
        assertThat(moved).hasStatusOk();
        assertThat(Instant.parse(at(3, 12, 0).toString()))
                .isEqualTo(
                        java.time.OffsetDateTime.parse(read(moved).get("start").asString())
                                .toInstant());

        var cancelled = put(uri + "/cancellation", 3, "");
        assertThat(cancelled).hasStatusOk();
        assertThat(read(cancelled).get("fee").get("cents").asLong()).isZero();
        assertThat(read(http.get().uri(uri).exchange()).get("status").asString())
                .isEqualTo("CANCELLED");

        var told = Told.on(Topics.BOOKINGS, booking.get("id").asString(), 4);
        assertThat(told.stream().map(r -> header(r, "ce_type")))
                .containsExactly("BookingHeld", "BookingConfirmed", "BookingRescheduled", "BookingCancelled");
        assertThat(header(told.getFirst(), "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(told)
                .allSatisfy(r -> assertThat(new String(r.value(), StandardCharsets.UTF_8))
                        .doesNotContain("client.example"));
    }

    @Test
    void a_booking_keeps_its_price_whatever_the_therapist_asks_later() {
        var uri = PATH + "/"
                + read(post(UUID.randomUUID().toString(), body(at(40, 10, 0), "loyal@client.example", false)))
                        .get("id")
                        .asString();
        var dearer = new Offer(Neighbourhood.CLINIC, Neighbourhood.SWEDISH, 60, new Money(95_00, "EUR"));
        var mira = availability.catalogue().therapist(MIRA).orElseThrow();
        availability.tell(MIRA, 1_000, mira.withPrices(List.of(dearer), List.of()));

        assertThat(price(read(http.get().uri(uri).exchange()))).isEqualTo(70_00);
        assertThat(price(read(put(uri + "/schedule", 1, "{\"start\":\"%s\"}".formatted(at(40, 12, 0))))))
                .isEqualTo(70_00);
        assertThat(price(read(post(UUID.randomUUID().toString(), body(at(40, 14, 0), "new@client.example", false)))))
                .isEqualTo(95_00);
        availability.tell(MIRA, 1_001, mira);
    }

    private static long price(JsonNode booking) {
        return booking.at("/price/cents").asLong();
    }

    @Test
    void a_repeat_answers_the_same_and_makes_nothing_new() {
        var key = UUID.randomUUID().toString();
        var body = body(at(4, 10, 0), "b@client.example", false);

        var first = post(key, body);
        var again = post(key, body);
        var other = post(key, body(at(4, 12, 0), "b@client.example", false));

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(read(again)).isEqualTo(read(first));
        assertProblem(other, 422, "idempotency-key-reused");
    }

    @Test
    void a_taken_slot_comes_with_three_others() {
        post(UUID.randomUUID().toString(), body(at(5, 10, 0), "c@client.example", false));

        var late = post(UUID.randomUUID().toString(), body(at(5, 10, 0), "d@client.example", false));

        assertProblem(late, 409, "slot-taken");
        assertThat(read(late).get("alternatives").size()).isEqualTo(3);
        assertThat(read(late).get("alternatives").get(0).get("start").asString())
                .endsWith(at(5, 10, 0).atZone(Neighbourhood.BERLIN).getOffset().getId());
    }

    @Test
    void a_change_needs_the_version_it_means() {
        var booking = read(post(UUID.randomUUID().toString(), body(at(6, 10, 0), "e@client.example", false)));
        var uri = PATH + "/" + booking.get("id").asString() + "/cancellation";

        assertProblem(http.put().uri(uri).exchange(), 428, "missing-if-match");
        assertProblem(put(uri, 7, ""), 412, "version-changed");
        assertThat(put(uri, 1, "")).hasStatusOk();
        assertProblem(put(uri, 2, ""), 409, "already-cancelled");
    }

    @Test
    void a_repeated_change_under_one_key_answers_the_same() {
        var booking = read(post(UUID.randomUUID().toString(), body(at(7, 10, 0), "f@client.example", true)));
        var uri = PATH + "/" + booking.get("id").asString() + "/confirmation";

        for (int i = 0; i < 2; i++) {
            assertThat(http.put()
                            .uri(uri)
                            .header("If-Match", "\"1\"")
                            .header("Idempotency-Key", "confirm-f")
                            .exchange())
                    .hasStatusOk()
                    .hasHeader("ETag", "\"2\"");
        }
    }

    static Stream<Arguments> wrong() {
        var good = body(at(8, 10, 0), "g@client.example", false);
        return Stream.of(
                Arguments.of(
                        good.replace(MIRA.toString(), UUID.randomUUID().toString()),
                        422,
                        "unknown-therapist",
                        "therapistId"),
                Arguments.of(
                        good.replace(
                                Neighbourhood.CLINIC.toString(),
                                UUID.randomUUID().toString()),
                        422,
                        "unknown-clinic",
                        "clinicId"),
                Arguments.of(good.replace("SWEDISH", "THAI"), 422, "unknown-treatment", "treatment"),
                Arguments.of(good.replace(":60,", ":45,"), 422, "wrong-length", "lengthMinutes"),
                Arguments.of(body(at(-1, 10, 0), "g@client.example", false), 422, "in-the-past", "start"),
                Arguments.of(body(at(200, 10, 0), "g@client.example", false), 422, "beyond-horizon", "start"),
                Arguments.of(
                        body(Instant.parse("0001-01-01T10:00:00Z"), "g@client.example", false),
                        422,
                        "in-the-past",
                        "start"),
                Arguments.of(
                        body(Instant.parse("9999-12-31T10:00:00Z"), "g@client.example", false),
                        422,
                        "beyond-horizon",
                        "start"),
                Arguments.of(body(at(8, 10, 7), "g@client.example", false), 422, "off-grid", "start"),
                Arguments.of(body(at(8, 5, 0), "g@client.example", false), 422, "outside-hours", "start"),
                Arguments.of(body(at(8, 23, 30), "g@client.example", false), 422, "outside-hours", "start"),
                Arguments.of(good.replace("\"start\"", "\"begin\""), 400, "unknown-field", "begin"),
                Arguments.of(good.replaceFirst("\\{", "{\"status\":\"CONFIRMED\","), 400, "unknown-field", "status"),
                Arguments.of(good.replaceFirst("\\{", "{\"claims\":[],"), 400, "unknown-field", "claims"),
                Arguments.of(good.replace(at(8, 10, 0).toString(), "tomorrow"), 400, "invalid-field", "start"),
                Arguments.of(good.replace("\"" + at(8, 10, 0) + "\"", "1795245694"), 400, "invalid-field", "start"),
                // As people write it: no seconds. Understood, so that the next mistake is found.
                Arguments.of(
                        good.replace(at(8, 10, 0).toString(), "2020-01-01T10:00+01:00"), 422, "in-the-past", "start"),
                Arguments.of(good.replace(":60,", ":6e1,"), 400, "invalid-field", "lengthMinutes"),
                Arguments.of(good.replace("g@client.example", "nobody"), 400, "invalid-field", "client.email"),
                Arguments.of(good.replace("\"Jo\"", "\"a\\nb\""), 400, "invalid-field", "client.name"),
                Arguments.of(good.replace("\"Jo\"", "{\"$ne\":null}"), 400, "invalid-field", "client.name"),
                Arguments.of(good.replace(MIRA.toString(), "1-1-1-1-1"), 400, "invalid-field", "therapistId"),
                Arguments.of(good.substring(0, good.length() - 1), 400, "malformed-json", null));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_request_is_told_what_is_wrong_and_books_nothing(String body, int status, String type, String field) {
        var before = database.getCollection("bookings").countDocuments();

        var answer = post(UUID.randomUUID().toString(), body);

        assertProblem(answer, status, type);
        if (field != null) {
            assertThat(read(answer).get("errors").get(0).get("field").asString())
                    .isEqualTo(field);
        }
        assertThat(database.getCollection("bookings").countDocuments()).isEqualTo(before);
        assertThat(documentedTypes(status)).contains(type);
    }

    @Test
    void a_hold_is_renewed_once_and_given_up_once() {
        var held = read(post(UUID.randomUUID().toString(), body(at(10, 10, 0), "i@client.example", true)));
        var uri = PATH + "/" + held.get("id").asString() + "/hold";
        assertThat(held.get("holdRenewable").asBoolean()).isTrue();

        assertProblem(http.put().uri(uri).exchange(), 428, "missing-if-match");
        var renewed = put(uri, 1, "");
        assertThat(renewed).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(read(renewed).get("holdRenewable").asBoolean()).isFalse();
        assertProblem(put(uri, 2, ""), 409, "already-renewed");
        var given = http.delete().uri(uri).header("If-Match", "\"2\"").exchange();
        assertThat(given).hasStatusOk();
        assertThat(read(given).get("status").asString()).isEqualTo("CANCELLED");
        assertProblem(http.delete().uri(uri).header("If-Match", "\"3\"").exchange(), 409, "already-cancelled");
        assertProblem(
                http.delete()
                        .uri(PATH + "/" + UUID.randomUUID() + "/hold")
                        .header("If-Match", "\"3\"")
                        .exchange(),
                404,
                "unknown-booking");
    }

    @Test
    void a_third_hold_is_refused_with_the_two_there_are() {
        var first = read(post(UUID.randomUUID().toString(), body(at(11, 10, 0), "j@client.example", true)));
        var second = read(post(UUID.randomUUID().toString(), body(at(11, 14, 0), "j@client.example", true)));

        var third = post(UUID.randomUUID().toString(), body(at(11, 18, 0), "j@client.example", true));

        assertProblem(third, 409, "too-many-holds");
        assertThat(read(third).get("holds").findValuesAsString("id"))
                .containsExactlyInAnyOrder(
                        first.get("id").asString(), second.get("id").asString());
    }

    @Test
    void everything_that_happened_is_on_record_with_who_and_from_where() {
        var held = read(post(UUID.randomUUID().toString(), body(at(12, 10, 0), "k@client.example", true)));
        var uri = PATH + "/" + held.get("id").asString();
        var confirmed = http.put()
                .uri(uri + "/confirmation")
                .header("If-Match", "\"1\"")
                .header("X-Request-Id", "the-request-of-k")
                .exchange();
        assertThat(confirmed).hasStatusOk();

        var answer = http.get().uri(uri + "/history").exchange();

        assertThat(answer).hasStatusOk();
        var history = read(answer);
        assertThat(history.findValuesAsString("event")).containsExactly("BookingHeld", "BookingConfirmed");
        assertThat(history.get(0).get("differences").findValuesAsString("field"))
                .contains("status", "start", "roomId", "therapistId", "price.cents");
        var second = history.get(1);
        assertThat(second.get("requestId").asString()).isEqualTo("the-request-of-k");
        assertThat(second.get("actor").asString()).isEqualTo("PLATFORM_ADMIN");
        assertThat(second.get("channel").asString()).isEqualTo("API");
        assertThat(second.get("differences").toString()).isEqualTo("""
                        [{"field":"status","before":"HELD","after":"CONFIRMED"},{"field":"holdExpiresAt","before":"%s"}]""".formatted(
                        java.time.OffsetDateTime.parse(held.get("holdExpiresAt").asString())
                                .toInstant()));
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .doesNotContain("client.example", "Jo");
        assertProblem(
                http.get().uri(PATH + "/" + UUID.randomUUID() + "/history").exchange(), 404, "unknown-booking");
    }

    @Test
    void what_no_longer_fits_is_flagged_for_the_desk_page_by_page_until_it_fits_again() {
        var mira = availability.catalogue().therapist(MIRA).orElseThrow();
        var flagged = PATH + "?flagged=true&clinicId=" + Neighbourhood.CLINIC;
        for (int day = 20; day < 23; day++) {
            assertThat(post(UUID.randomUUID().toString(), body(at(day, 10, 0), day + "@client.example", false)))
                    .hasStatus(201);
        }
        assertThat(read(http.get().uri(flagged).exchange()).get("bookings")).isEmpty();

        availability.tell(MIRA, 2, mira.withLicences(List.of()));
        var all = read(http.get().uri(flagged).exchange());
        assertThat(all.get("bookings").size()).isGreaterThanOrEqualTo(3);
        assertThat(all.get("bookings").valueStream())
                .allSatisfy(entry -> assertThat(entry.get("flags").valueStream().map(JsonNode::asString))
                        .containsExactly("LICENCE_MISSING"));
        var paged = new ArrayList<JsonNode>();
        for (String next = ""; next != null; ) {
            var page = read(http.get().uri(flagged + "&limit=1" + next).exchange());
            page.get("bookings").forEach(paged::add);
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
        }
        assertThat(paged).containsExactlyElementsOf(all.get("bookings"));

        availability.tell(MIRA, 3, mira);
        assertThat(read(http.get().uri(flagged).exchange()).get("bookings")).isEmpty();
    }

    @Test
    void the_desk_finds_a_booking_by_a_part_of_the_name_the_number_or_the_reference() {
        var made = read(post(
                UUID.randomUUID().toString(),
                body(at(26, 10, 0), "sought@client.example", false)
                        .replace(
                                "\"name\":\"Jo\"",
                                "\"name\":\"Ottilie (von) Übersee\",\"phone\":\"+49 30 777-4242\"")));
        for (var words : List.of(
                "ottilie",
                "(VON)",
                "übersee",
                "030 7774242",
                "77742",
                made.get("reference").asString()))
            assertThat(found(words)).as(words).containsExactly(made.get("id").asString());
        for (var words : List.of(".*", "Ottiliex", "7774243", "RH-"))
            assertThat(found(words)).as(words).isEmpty();

        assertProblem(search("{\"words\":\"x\"}"), 400, "invalid-field");
        assertProblem(search("{}"), 400, "invalid-field");
        assertProblem(search("{\"words\":{\"$ne\":\"\"}}"), 400, "invalid-field");
    }

    private List<String> found(String words) {
        return read(search("{\"words\":\"" + words + "\"}"))
                .get("bookings")
                .valueStream()
                .map(one -> one.get("booking").get("id").asString())
                .toList();
    }

    private MvcTestResult search(String body) {
        return http.post()
                .uri(PATH + "/searches?clinicId=" + Neighbourhood.CLINIC)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void a_wrong_question_for_what_is_flagged_is_told_what_is_wrong() {
        var clinic = "&clinicId=" + Neighbourhood.CLINIC;
        assertProblem(http.get().uri(PATH + "?flagged=true").exchange(), 400, "missing-parameter");
        assertProblem(http.get().uri(PATH + "?clientId=x").exchange(), 400, "missing-parameter");
        assertProblem(http.get().uri(PATH + "?flagged=true&clinicId=x").exchange(), 400, "invalid-parameter");
        assertProblem(http.get().uri(PATH + "?flagged=true&limit=0" + clinic).exchange(), 400, "invalid-parameter");
        assertProblem(http.get().uri(PATH + "?flagged=true&after=x" + clinic).exchange(), 400, "invalid-parameter");
        assertProblem(http.get().uri(PATH + "?flagged=true&clinicId=" + MIRA).exchange(), 404, "unknown-clinic");
    }

    @Test
    void what_a_change_would_cost_is_told_before_and_undoing_at_once_is_free() {
        var booking = read(post(UUID.randomUUID().toString(), body(at(1, 6, 0), "l@client.example", false)));
        var uri = PATH + "/" + booking.get("id").asString();

        for (var what : List.of("/cancellation", "/schedule")) {
            var cost = http.get().uri(uri + what).exchange();
            assertThat(cost).hasStatusOk();
            assertThat(read(cost).get("fee").get("cents").asLong()).isZero();
            assertThat(read(cost).get("words").asString()).contains("costs nothing");
            assertThat(read(cost).get("version").asLong()).isEqualTo(1);
        }
        assertThat(put(uri + "/cancellation", 1, "")).hasStatusOk();
        assertThat(database.getCollection("bookings")
                        .find(new Document("_id", booking.get("id").asString()))
                        .first()
                        .getBoolean("grace"))
                .isTrue();
        assertProblem(http.get().uri(uri + "/cancellation").exchange(), 409, "already-cancelled");
        assertProblem(http.get().uri(uri + "/schedule").exchange(), 409, "already-cancelled");
    }

    @Test
    void a_late_change_is_made_only_at_a_fee_that_was_accepted() {
        var booking = read(post(UUID.randomUUID().toString(), body(at(1, 7, 15), "m@client.example", false)));
        var uri = PATH + "/" + booking.get("id").asString();
        longAgo(booking);
        late(booking);

        assertThat(read(http.get().uri(uri + "/cancellation").exchange())
                        .get("words")
                        .asString())
                .contains("Cancelling now costs 35.00 EUR.");
        var unasked = put(uri + "/cancellation", 1, "");
        assertProblem(unasked, 409, "fee-not-accepted");
        assertThat(read(unasked).get("fee").get("cents").asLong()).isEqualTo(35_00);
        assertProblem(put(uri + "/cancellation", 1, "{\"acceptedFeeCents\":3499}"), 409, "fee-not-accepted");
        assertProblem(
                put(uri + "/schedule", 1, "{\"start\":\"%s\"}".formatted(at(13, 12, 0))), 409, "fee-not-accepted");
        var moved = put(uri + "/schedule", 1, "{\"start\":\"%s\",\"acceptedFeeCents\":3500}".formatted(at(13, 12, 0)));
        assertThat(moved).hasStatusOk();
        assertThat(read(moved).get("fee").get("cents").asLong()).isEqualTo(35_00);
        // What was late stays owed, whatever comes after.
        assertProblem(put(uri + "/cancellation", 2, ""), 409, "fee-not-accepted");
        var cancelled = put(uri + "/cancellation", 2, "{\"override\":{\"reason\":\"GOODWILL\"}}");
        assertThat(cancelled).hasStatusOk();
        assertThat(read(cancelled).get("fee").get("cents").asLong()).isZero();
        var last = read(http.get().uri(uri + "/history").exchange()).get(2);
        assertThat(last.get("reason").asString()).isEqualTo("GOODWILL");
        assertThat(last.get("actor").asString()).isEqualTo("PLATFORM_ADMIN");
    }

    @Test
    void where_the_clinic_wants_it_a_late_move_needs_a_call() {
        var booking = read(post(UUID.randomUUID().toString(), body(at(1, 8, 15), "n@client.example", false)));
        var uri = PATH + "/" + booking.get("id").asString();
        longAgo(booking);
        late(booking);
        set(booking, Updates.set("contactToMoveLate", true));

        var refused =
                put(uri + "/schedule", 1, "{\"start\":\"%s\",\"acceptedFeeCents\":9000}".formatted(at(13, 15, 0)));
        assertProblem(refused, 409, "contact-clinic");
        assertThat(read(refused).get("phone").asString()).isEqualTo("+49 30 5550100");
        assertThat(read(refused).get("email").asString()).isEqualTo("mitte@rhomboid.example");
        assertProblem(http.get().uri(uri + "/schedule").exchange(), 409, "contact-clinic");
        var byStaff = put(
                uri + "/schedule",
                1,
                "{\"start\":\"%s\",\"override\":{\"reason\":\"CLIENT_ASKED\"}}".formatted(at(13, 15, 0)));
        assertThat(byStaff).hasStatusOk();
        assertThat(read(byStaff).has("fee")).isFalse();
    }

    @Test
    void the_desk_changes_the_room_and_writes_a_note() {
        var booking = read(post(UUID.randomUUID().toString(), body(at(14, 10, 0), "o@client.example", false)));
        var uri = PATH + "/" + booking.get("id").asString();
        var here = booking.get("roomId").asString();
        var other = Neighbourhood.room(here.equals(Neighbourhood.room(0).toString()) ? 1 : 0);

        assertProblem(put(uri + "/room", 1, "{\"roomId\":\"%s\"}".formatted(here)), 409, "same-room");
        assertProblem(put(uri + "/room", 1, "{\"roomId\":\"%s\"}".formatted(UUID.randomUUID())), 422, "unknown-room");
        var changed = put(uri + "/room", 1, "{\"roomId\":\"%s\"}".formatted(other));
        assertThat(changed).hasStatusOk();
        assertThat(read(changed).get("roomId").asString()).isEqualTo(other.toString());
        var noted = put(uri + "/note", 2, "{\"text\":\"wants the quiet room\"}");
        assertThat(noted).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(read(http.get().uri(uri + "/note").exchange()).get("text").asString())
                .isEqualTo("wants the quiet room");
        var history = http.get().uri(uri + "/history").exchange();
        assertThat(read(history).findValuesAsString("event"))
                .containsExactly("BookingConfirmed", "BookingRoomChanged", "BookingNoted");
        assertThat(history).bodyText().doesNotContain("quiet");
        assertThat(read(put(uri + "/note", 3, "{}")).has("text")).isFalse();
        assertProblem(
                put(PATH + "/" + UUID.randomUUID() + "/room", 1, "{\"roomId\":\"%s\"}".formatted(other)),
                404,
                "unknown-booking");
    }

    static Stream<Arguments> wrongChanges() {
        var start = "\"start\":\"" + at(15, 10, 0) + "\"";
        return Stream.of(
                Arguments.of("/cancellation", "{\"acceptedFeeCents\":-1}", "acceptedFeeCents"),
                Arguments.of("/cancellation", "{\"acceptedFeeCents\":1.5}", "acceptedFeeCents"),
                Arguments.of("/cancellation", "{\"override\":{}}", "override.reason"),
                Arguments.of("/cancellation", "{\"override\":{\"reason\":\"BACK_PAIN\"}}", "override.reason"),
                Arguments.of("/cancellation", "{\"fee\":0}", "fee"),
                Arguments.of("/schedule", "{" + start + ",\"acceptedFeeCents\":-1}", "acceptedFeeCents"),
                Arguments.of("/schedule", "{" + start + ",\"override\":{\"reason\":null}}", "override.reason"),
                Arguments.of("/schedule", "{" + start + ",\"override\":{\"hours\":true}}", "override.hours"),
                Arguments.of("/room", "{}", "roomId"),
                Arguments.of("/room", "{\"roomId\":\"1\"}", "roomId"),
                Arguments.of("/note", "{\"text\":\"\"}", "text"),
                Arguments.of("/note", "{\"text\":\"" + "x".repeat(501) + "\"}", "text"),
                Arguments.of("/note", "{\"text\":\"a\\u0000b\"}", "text"));
    }

    @ParameterizedTest
    @MethodSource("wrongChanges")
    void a_wrong_change_is_told_what_is_wrong_and_changes_nothing(String what, String body, String field) {
        var answer = put(PATH + "/" + UUID.randomUUID() + what, 1, body);

        assertThat(answer).hasStatus(400);
        assertThat(read(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    /** As if the grace after booking were over. */
    private void longAgo(JsonNode booking) {
        set(booking, Updates.unset("confirmedAt"));
    }

    /** As if it had been agreed that changes are late a month ahead already. */
    private void late(JsonNode booking) {
        set(booking, Updates.set("freeCancellation", 30L * 24 * 60));
    }

    private void set(JsonNode booking, Bson update) {
        database.getCollection("bookings")
                .updateOne(new Document("_id", booking.get("id").asString()), update);
    }

    @Test
    void a_booking_that_is_not_there_is_not_found() {
        assertProblem(http.get().uri(PATH + "/" + UUID.randomUUID()).exchange(), 404, "unknown-booking");
        assertProblem(http.get().uri(PATH + "/x").exchange(), 400, "invalid-parameter");
        assertProblem(put(PATH + "/" + UUID.randomUUID() + "/confirmation", 1, ""), 404, "unknown-booking");
    }

    /** Last, for it takes the index away. */
    @Test
    @Order(Integer.MAX_VALUE)
    void without_its_index_the_service_is_not_ready_and_books_nothing() {
        database.getCollection("bookings").dropIndex("claims");
        await().atMost(Duration.ofSeconds(20)).until(() -> !index.isThere());

        assertThat(index.health().getStatus()).isEqualTo(Status.DOWN);
        assertProblem(
                post(UUID.randomUUID().toString(), body(at(9, 10, 0), "h@client.example", false)), 503, "not-ready");
    }

    @Test
    void what_other_services_say_is_documented_as_any_object() {
        var schemas = read(http.get().uri("/v3/api-docs").exchange()).at("/components/schemas");
        assertThat(schemas.propertyNames()).contains("Export").doesNotContain("JsonNode");
        assertThat(schemas.at("/Export/properties/messages").has("$ref")).isFalse();
    }

    private List<String> documentedTypes(int status) {
        var examples = read(http.get().uri("/v3/api-docs").exchange())
                .at("/paths/~1api~1v1~1bookings/post/responses/" + status
                        + "/content/application~1problem+json/examples");
        return List.copyOf(examples.propertyNames());
    }

    private static String body(Instant start, String email, boolean hold) {
        return """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo","email":"%s"},"hold":%s,"screening":{"has":[]}}""".formatted(MIRA, Neighbourhood.CLINIC, start, email, hold);
    }

    private MvcTestResult post(String key, String body) {
        return http.post()
                .uri(PATH)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String uri, long version, String body) {
        return http.put()
                .uri(uri)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode read(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:" + type);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
