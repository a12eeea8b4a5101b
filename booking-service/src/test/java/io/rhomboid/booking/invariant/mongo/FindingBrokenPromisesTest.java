package io.rhomboid.booking.invariant.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.invariant.Inspector;
import io.rhomboid.booking.invariant.Invariant;
import io.rhomboid.booking.invariant.Report;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the service has really written is found healthy; then one thing is broken by hand, and that one is found. */
@WholeService
class FindingBrokenPromisesTest {

    static final Duration WAIT = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    MongoClient client;

    @Autowired
    MongoDatabase written;

    MongoDatabase copied;
    MongoCollection<Document> bookings;
    boolean indexed = true;
    String one;
    String other;
    String held;
    String ended;

    @BeforeEach
    void some_bookings_are_copied_from_the_service() {
        var mira = api.therapist();
        var name = UUID.randomUUID().toString();
        one = api.book(mira, at(3, 10, 0), name + "@client.example").get("id").asString();
        other = api.book(mira, at(3, 14, 0), name + "@client.example").get("id").asString();
        ended = api.book(mira, at(3, 18, 0), name + "@client.example").get("id").asString();
        api.put("/bookings/" + ended + "/cancellation", 1, "");
        held = api.hold(mira, at(4, 10, 0), name + "@client.example").get("id").asString();
        copied = client.getDatabase(RealStore.newDatabase());
        bookings = copied.getCollection("bookings");
        for (var id : List.of(one, other, ended, held)) {
            // What is not told yet would be copied as something that is never told.
            await().atMost(WAIT)
                    .until(() ->
                            stored(id).getList("pendingEvents", Document.class).isEmpty());
            bookings.insertOne(stored(id));
        }
    }

    @AfterEach
    void drop() {
        copied.drop();
    }

    Document stored(String id) {
        return written.getCollection("bookings").find(Filters.eq("_id", id)).first();
    }

    Report look() throws InterruptedException {
        var inspector =
                new Inspector(new MongoArchive(copied), () -> indexed, Duration.ofMinutes(1), Clock.systemUTC());
        inspector.look(WAIT);
        return inspector.last().orElseThrow().report();
    }

    @Test
    void what_the_service_writes_is_healthy() throws Exception {
        var report = look();

        assertThat(report.violations()).isEmpty();
        assertThat(report.isHealthy()).isTrue();
        assertThat(report.checked()).isEqualTo(4);
    }

    @Test
    void a_series_of_which_not_all_visits_stand_as_it_has_decided_is_found() throws Exception {
        var mira = api.therapist();
        var made = json(api.post(
                "/series", """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"client":{"name":"Jo","email":"%s"},\
                "visits":[{"therapistId":"%s","start":"%s"},{"therapistId":"%s","start":"%s"}]}""".formatted(CLINIC, mira + "@client.example", mira, at(5, 9, 0), mira, at(12, 9, 0))));
        var id = made.get("id").asString();
        assertThat(api.put(
                        "/series/" + id + "/confirmation", made.get("version").asLong(), Api.SCREENED))
                .hasStatusOk();
        copied.getCollection("series")
                .insertOne(written.getCollection("series")
                        .find(Filters.eq("_id", id))
                        .first());
        var visits = List.of(visit(made, 0), visit(made, 1));
        for (var visit : visits) {
            await().atMost(WAIT)
                    .until(() -> stored(visit)
                            .getList("pendingEvents", Document.class)
                            .isEmpty());
            bookings.insertOne(stored(visit));
        }
        assertThat(look().violations()).isEmpty();

        bookings.updateOne(
                Filters.eq("_id", visits.getFirst()),
                Updates.combine(Updates.set("status", "EXPIRED"), Updates.unset("claims")));
        assertThat(look().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.invariant()).isEqualTo(Invariant.HALF_SERIES);
            assertThat(violation.documents()).containsExactly(id);
        });
    }

    private static String visit(JsonNode series, int number) {
        return series.get("visits").get(number).get("booking").get("id").asString();
    }

    @Test
    void an_offer_claims_the_place_for_offers() throws Exception {
        set(held, "offeredTo", UUID.randomUUID().toString());
        set(held, "holdPlace", 0);
        assertThat(look().violations()).as("still the place for a hold").isNotEmpty();

        var claims = bookings.find(Filters.eq("_id", held)).first().getList("claims", String.class).stream()
                .map(claim -> claim.startsWith("h:") ? claim.replaceFirst(":1$", ":0") : claim)
                .toList();
        set(held, "claims", claims);

        assertThat(look().violations()).isEmpty();
    }

    void set(String id, String field, Object value) {
        bookings.updateOne(Filters.eq("_id", id), Updates.set(field, value));
    }

    /** So that it lies where {@code one} does, for one of its resources alone, with claims to match. */
    void moveOnto(String shared) {
        var target = bookings.find(Filters.eq("_id", one)).first();
        for (var field : List.of("therapistId", "roomId", "clientId")) {
            set(
                    other,
                    field,
                    field.equals(shared) ? target.get(field) : UUID.randomUUID().toString());
        }
        set(other, "start", target.get("start"));
        set(other, "end", target.get("end"));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(Invariant.THERAPIST_OVERLAP, test -> test.moveOnto("therapistId")),
                broken(Invariant.ROOM_OVERLAP, test -> test.moveOnto("roomId")),
                broken(Invariant.CLIENT_OVERLAP, test -> test.moveOnto("clientId")),
                broken(Invariant.EQUIPMENT_OVERLAP, test -> {
                    test.moveOnto("nothing");
                    test.set(test.one, "equipmentIds", List.of("kit"));
                    test.set(test.other, "equipmentIds", List.of("kit"));
                }),
                // Back to back, as the clock has it; but the therapist has no time to clean up.
                broken(Invariant.THERAPIST_OVERLAP, test -> {
                    test.set(test.other, "roomId", UUID.randomUUID().toString());
                    test.set(test.other, "start", Date.from(at(3, 11, 0)));
                    test.set(test.other, "end", Date.from(at(3, 12, 0)));
                }),
                broken(
                        Invariant.ROOM_OVERLAP,
                        test -> test.block(new Document("kind", "ROOM_CLOSED")
                                .append("roomId", test.stored(test.one).getString("roomId")))),
                broken(
                        Invariant.THERAPIST_OVERLAP,
                        test -> test.block(new Document("kind", "TIME_OFF")
                                .append("therapistId", test.stored(test.one).getString("therapistId")))),
                broken(
                        Invariant.CLAIMS_WRONG,
                        test -> test.bookings.updateOne(Filters.eq("_id", test.one), Updates.popLast("claims"))),
                broken(
                        Invariant.CLAIMS_WRONG,
                        test -> test.bookings.updateOne(
                                Filters.eq("_id", test.held), Updates.push("claims", "t:somebody:1"))),
                broken(
                        Invariant.CLAIMS_WRONG,
                        test -> test.bookings.updateOne(Filters.eq("_id", test.one), Updates.unset("claims"))),
                broken(Invariant.CLAIMS_LEFT, test -> test.set(test.ended, "claims", List.of("t:somebody:1"))),
                broken(Invariant.CLAIMS_LEFT, test -> test.set(test.one, "status", "EXPIRED")),
                broken(Invariant.INDEX_MISSING, test -> test.indexed = false),
                broken(Invariant.VERSION_GAP, test -> test.set(test.ended, "version", 5L)),
                broken(
                        Invariant.VERSION_GAP,
                        test -> test.bookings.updateOne(Filters.eq("_id", test.ended), Updates.popFirst("history"))),
                broken(
                        Invariant.VERSION_GAP,
                        test -> test.set(test.one, "pendingEvents", List.of(test.event(3, Instant.now())))),
                broken(
                        Invariant.EVENT_STUCK,
                        test -> test.set(
                                test.one,
                                "pendingEvents",
                                List.of(test.event(1, Instant.now().minusSeconds(120))))),
                broken(
                        Invariant.EVENT_STUCK,
                        test -> test.copied
                                .getCollection("clients")
                                .insertOne(new Document("_id", "jo")
                                        .append("version", 1L)
                                        .append(
                                                "pendingEvents",
                                                List.of(test.event(
                                                        1, Instant.now().minusSeconds(120)))))),
                broken(Invariant.EVENT_STUCK, test -> test.tell("series", 120, 3)),
                broken(Invariant.EVENT_STUCK, test -> test.tell("waitlist", 120, 1, 3)),
                broken(Invariant.VERSION_GAP, test -> test.tell("series", 0, 3, 4)),
                broken(Invariant.VERSION_GAP, test -> test.tell("waitlist", 0, 3, 2)),
                broken(Invariant.VERSION_GAP, test -> test.tell("waitlist", 0, 2, 2)),
                broken(
                        Invariant.HOLD_LAPSED,
                        test -> test.set(
                                test.held,
                                "holdExpiresAt",
                                Date.from(Instant.now().minusSeconds(90)))),
                broken(Invariant.UNREADABLE, test -> test.set(test.one, "status", "ON_HOLIDAY")),
                broken(Invariant.UNREADABLE, test -> test.set(test.one, "start", "tomorrow")));
    }

    static Arguments broken(Invariant invariant, Consumer<FindingBrokenPromisesTest> how) {
        return Arguments.of(invariant, how);
    }

    Document event(long version, Instant at) {
        return new Document("id", UUID.randomUUID().toString())
                .append("version", version)
                .append("occurredAt", Date.from(at));
    }

    /** A series or a place on the waitlist of version 3 that has not told these of its versions. */
    void tell(String collection, int secondsAgo, long... versions) {
        copied.getCollection(collection)
                .insertOne(new Document("_id", "it")
                        .append("version", 3L)
                        .append("status", "CONFIRMED")
                        .append("visits", List.of())
                        .append(
                                "pendingEvents",
                                Arrays.stream(versions)
                                        .mapToObj(version ->
                                                event(version, Instant.now().minusSeconds(secondsAgo)))
                                        .toList()));
    }

    void block(Document body) {
        body.append("start", Date.from(at(3, 10, 30))).append("end", Date.from(at(3, 10, 45)));
        var resource = body.containsKey("roomId") ? "r:" + body.get("roomId") : "t:" + body.get("therapistId");
        long cell = at(3, 10, 30).getEpochSecond() / 300;
        bookings.insertOne(new Document("_id", "block/1")
                .append("version", 1L)
                .append("block", body)
                .append(
                        "claims",
                        List.of(resource + ":" + cell, resource + ":" + (cell + 1), resource + ":" + (cell + 2))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_broken_is_found(Invariant invariant, Consumer<FindingBrokenPromisesTest> breaking) throws Exception {
        breaking.accept(this);

        var report = look();

        assertThat(report.isHealthy()).isFalse();
        assertThat(report.counts()).as("%s", report.violations()).containsEntry(invariant, 1L);
        assertThat(report.violations())
                .anySatisfy(it -> assertThat(it.invariant()).isEqualTo(invariant));
        // Who moves a booking by hand breaks its claims as well; nothing else must be found.
        var expected = new ArrayList<>(List.of(invariant));
        expected.add(Invariant.CLAIMS_WRONG);
        assertThat(expected).containsAll(report.counts().keySet());
    }

    @Test
    void what_has_just_happened_is_no_offence() throws Exception {
        set(held, "holdExpiresAt", Date.from(Instant.now().minusSeconds(20)));
        set(one, "pendingEvents", List.of(event(1, Instant.now().minusSeconds(20))));
        tell("series", 10, 3);
        tell("waitlist", 10, 1, 3);

        var report = look();

        assertThat(report.violations()).isEmpty();
        assertThat(Duration.between(report.oldestUntold(), Instant.now())).isGreaterThan(Duration.ofSeconds(19));
    }

    @Test
    void only_the_first_violations_are_told_and_all_are_counted() throws Exception {
        for (int i = 0; i < 150; i++) {
            bookings.insertOne(
                    new Document("_id", "x" + i).append("version", 1L).append("status", "?"));
        }

        var report = look();

        assertThat(report.counts()).containsEntry(Invariant.UNREADABLE, 150L);
        assertThat(report.violations()).hasSize(100);
    }

    @Test
    void the_desk_asks_over_http() {
        var answer = api.get("/admin/invariants?maxAgeSeconds=0");

        assertThat(answer.getResponse().getStatus()).isIn(200, 202);
        await().atMost(WAIT).until(() -> json(api.get("/admin/invariants")).has("report"));
        var report = json(api.get("/admin/invariants")).get("report");
        assertThat(report.get("checked").asLong()).isPositive();
        assertThat(report.get("counts").has("THERAPIST_OVERLAP")).isFalse();
        assertProblem(api.get("/admin/invariants?maxAgeSeconds=-1"), 400, "invalid-parameter");
        assertProblem(api.get("/admin/invariants?maxAgeSeconds=x"), 400, "invalid-parameter");
    }
}
