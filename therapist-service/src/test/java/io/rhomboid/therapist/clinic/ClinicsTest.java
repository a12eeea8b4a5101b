package io.rhomboid.therapist.clinic;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class ClinicsTest {

    @Autowired
    Api api;

    @Test
    void a_new_clinic_has_an_address_and_ids_for_its_rooms() {
        var created = api.post("/clinics", Examples.clinic());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(created.location()).isEqualTo("/api/v1/clinics/" + created.text("/id"));
        assertThat(created.text("/rooms/0/id")).hasSize(36);
        assertThat(created.text("/equipment/0/id")).hasSize(36);

        var found = api.get(created.location());
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.etag()).isEqualTo("\"1\"");
        assertThat(found.json()).isEqualTo(created.json());
        assertThat(found.text("/zone")).isEqualTo("Europe/Berlin");
    }

    @Test
    void the_same_request_twice_makes_one_clinic() {
        var key = UUID.randomUUID().toString();
        var first = api.post("/clinics", key, Examples.clinic());
        var second = api.post("/clinics", key, Examples.clinic());

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        api.post("/clinics", key, Examples.clinic());
        var other = api.post("/clinics", key, Examples.clinic().put("name", "Another"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void without_a_key_nothing_is_created() {
        var answer = api.send(api.request("/clinics")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Examples.clinic().toString())));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("missing-idempotency-key");
    }

    @Test
    void a_change_keeps_the_ids_of_the_rooms_that_stay() {
        var created = api.post("/clinics", Examples.clinic());
        var changed = Examples.clinic();
        changed.withArray("/rooms").remove(1);
        ((ObjectNode) changed.at("/rooms/0"))
                .put("id", created.text("/rooms/0/id"))
                .put("name", "Tilia");

        var answer = api.put(created.location(), created.etag(), changed);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.json().at("/rooms")).hasSize(1);
        assertThat(answer.text("/rooms/0/id")).isEqualTo(created.text("/rooms/0/id"));
        assertThat(answer.text("/rooms/0/name")).isEqualTo("Tilia");
        assertThat(answer.text("/equipment/0/id")).isNotEqualTo(created.text("/equipment/0/id"));
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        var created = api.post("/clinics", Examples.clinic());
        var blind = api.send(api.request(created.location())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Examples.clinic().toString())));
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.problem()).isEqualTo("missing-if-match");

        var late = api.put(created.location(), "\"7\"", Examples.clinic());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("version-changed");
    }

    @Test
    void a_change_that_changes_nothing_is_no_new_version() {
        var created = api.post("/clinics", Examples.clinic());
        var same = Examples.clinic();
        for (var list : List.of("rooms", "equipment")) {
            for (int i = 0; i < same.at("/" + list).size(); i++) {
                ((ObjectNode) same.at("/" + list + "/" + i)).put("id", created.text("/" + list + "/" + i + "/id"));
            }
        }

        assertThat(api.put(created.location(), "\"1\"", same).etag()).isEqualTo("\"1\"");
    }

    @RepeatedTest(5)
    void of_many_who_saw_the_same_version_exactly_one_changes_it() {
        var created = api.post("/clinics", Examples.clinic());
        var answers = together(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Answer>) () -> api.put(
                        created.location(), created.etag(), Examples.clinic().put("name", "Rival " + i)))
                .toList());

        assertThat(answers.stream().map(Answer::status)).containsOnly(200, 412);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(api.get(created.location()).etag()).isEqualTo("\"2\"");
    }

    @RepeatedTest(5)
    void of_many_equal_requests_at_once_one_creates_and_all_hear_of_it() {
        var key = UUID.randomUUID().toString();
        var answers = together(IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<Answer>) () -> api.post("/clinics", key, Examples.clinic()))
                .toList());

        assertThat(answers.stream().map(Answer::status)).containsOnly(201);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
    }

    @Test
    void an_unknown_clinic_is_404() {
        var path = "/clinics/" + UUID.randomUUID();

        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.get(path).problem()).isEqualTo("unknown-clinic");
        assertThat(api.put(path, "\"1\"", Examples.clinic()).problem()).isEqualTo("unknown-clinic");
    }

    @Test
    void an_id_that_is_no_id_is_400() {
        var answer = api.get("/clinics/7");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
    }

    @Test
    void the_nearest_comes_first_with_its_distance() {
        var auckland = Examples.clinic().put("name", "Far").put("zone", "Pacific/Auckland");
        auckland.putObject("coordinates").put("latitude", -36.8557).put("longitude", 174.7458);
        api.post("/clinics", auckland);
        api.post("/clinics", Examples.clinic());

        var near = api.get("/clinics?near=52.52,13.405").json().at("/clinics");
        assertThat(near.at("/0/name").asString()).isNotEqualTo("Far");
        assertThat(near.at("/0/distanceKm").asDouble()).isEqualTo(1.0);
        assertThat(near.at("/" + (near.size() - 1) + "/name").asString()).isEqualTo("Far");
        assertThat(near.at("/" + (near.size() - 1) + "/distanceKm").asDouble()).isBetween(17_600.0, 17_900.0);

        assertThat(api.get("/clinics").json().at("/clinics/0").has("distanceKm"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "1", "91,0", "0,181", "a,b", "1,2,3", "NaN,0", "52.52;13.4"})
    void a_place_that_is_none_is_told(String near) {
        var answer = api.get("/clinics?near=" + near.replace(";", "%3B"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
        assertThat(answer.firstError()).startsWith("near must be latitude,longitude");
    }

    /** Pointer into the request | value as JSON, or nothing to leave the field out | field of the problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name | | name",
                "/name | ' ' | name",
                "/name | 'a\\nb' | name",
                "/name | 7 | name",
                "/zone | 'Europe/Atlantis' | zone",
                "/zone | '+02:00' | zone",
                "/zone | 'CET' | zone",
                "/zone | 'Etc/GMT+5' | zone",
                "/jurisdiction | 'Germany' | jurisdiction",
                "/jurisdiction | 'XX' | jurisdiction",
                "/currency | 'EURO' | currency",
                "/currency | 'XYZ' | currency",
                "/currency | 'XAU' | currency",
                "/address | | address",
                "/address/street | | address.street",
                "/address/country | 'D' | address.country",
                "/coordinates/latitude | 91 | coordinates.latitude",
                "/coordinates/longitude | | coordinates.longitude",
                "/phone | '555' | phone",
                "/phone | '+49 30 CALL' | phone",
                "/email | 'mitte' | email",
                "/email | 'a b@c.example' | email",
                "/rooms | | rooms",
                "/rooms/0 | null | rooms[0]",
                "/rooms/1/name | 'linde' | rooms[1].name",
                "/rooms/1/features | ['table'] | rooms[1].features[0]",
                "/rooms/0/id | 'c1000000-0000-4000-8000-000000000001' | rooms[0].id",
                "/rooms/0/id | '7' | rooms[0].id",
                "/equipment/0/kind | 'x' | equipment[0].kind",
                "/policy/startGridMinutes | 7 | policy.startGridMinutes",
                "/policy/horizonDays | | policy.horizonDays",
                "/policy/lateCancellationPercent | 101 | policy.lateCancellationPercent",
                "/policy/bufferAfterMinutes | 12.5 | policy.bufferAfterMinutes",
                "/openingHours/0/day | 'FUNDAY' | openingHours[0].day",
                "/openingHours/0/hours | | openingHours[0].hours",
                "/openingHours/0/hours/from | | openingHours[0].hours",
                "/openingHours/0/hours/to | '07:00' | openingHours[0].hours",
                "/openingHours/0/hours/from | '08:01' | openingHours[0].hours",
                "/openingHours/0/hours/from | '8 am' | openingHours[0].hours.from",
                "/openingHours/1 | {'day': 'MONDAY', 'hours': {'from': '12:55', 'to': '00:00'}} | openingHours[1].hours",
                "/closures/0/from | | closures[0].from",
                "/closures/0/from | '24.12.2026' | closures[0].from",
                "/closures/0/until | '2026-12-23' | closures[0].until",
                "/closures/0/until | '9999-12-31' | closures[0].until",
                "/closures/0/from | '1900-01-01' | closures[0].from",
                "/closures/0/reason | ' ' | closures[0].reason",
                "/amenities/0 | 'POOL' | amenities[0]",
                "/amenities | 'QUIET' | amenities",
                "/photos | ['/x'] | photos",
                "/policy/cancellation | 'GENTLE' | policy.cancellation",
                "/policy/cancellation | 'STRICT' | policy.freeCancellationMinutes",
                "/policy/freeCancellationMinutes | | policy.freeCancellationMinutes",
                "/policy/lateCancellationPercent | | policy.lateCancellationPercent",
                "/policy/freeCancellationMinutes | -1 | policy.freeCancellationMinutes",
                "/policy/noShowPercent | 101 | policy.noShowPercent",
                "/policy/contactInsideNotice | 'yes' | policy.contactInsideNotice",
                "/policy/offerMinutes | 0 | policy.offerMinutes",
                "/policy/offerMinutes | 1441 | policy.offerMinutes",
                "/policy/waitlistOrder | 'BY_NAME' | policy.waitlistOrder",
                "/policy/treatmentBuffers/0/treatment | 'MAGIC' | policy.treatmentBuffers[0].treatment",
                "/policy/treatmentBuffers/1/treatment | 'HOT_STONE' | policy.treatmentBuffers[1].treatment",
                "/policy/treatmentBuffers/0/beforeMinutes | 7 | policy.treatmentBuffers[0].beforeMinutes",
                "/policy/treatmentBuffers/0/afterMinutes | 125 | policy.treatmentBuffers[0].afterMinutes",
                "/owner | 'me' | owner"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = api.post("/clinics", Spoiled.at(Examples.wholeClinic(), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isIn("invalid-field", "unknown-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).isNotBlank();
    }

    @Test
    void who_asks_clients_to_call_says_where() {
        var unreachable = Examples.wholeClinic();
        unreachable.remove("phone");
        assertThat(api.post("/clinics", unreachable).status()).isEqualTo(201);

        unreachable.remove("email");
        assertThat(api.post("/clinics", unreachable).firstError()).startsWith("phone or email must be there");
    }

    @Test
    void what_a_clinic_says_of_itself_is_answered() {
        var asked = Examples.wholeClinic();
        var created = api.post("/clinics", asked).json();

        for (var field : List.of("openingHours", "closures", "amenities")) {
            assertThat(created.get(field)).as(field).hasSameSizeAs(asked.get(field));
        }
        assertThat(created.at("/openingHours/0/hours/from").asString()).startsWith("08:00");
        assertThat(created.at("/closures/0/reason").asString()).isEqualTo("Christmas");
        assertThat(created.at("/amenities/0").asString()).isEqualTo("QUIET");
        assertThat(created.at("/policy/treatmentBuffers")).isEqualTo(asked.at("/policy/treatmentBuffers"));
        assertThat(created.at("/policy/contactInsideNotice").asBoolean()).isTrue();
        assertThat(created.at("/photos")).isEmpty();
    }

    @Test
    void what_is_left_out_of_a_change_is_empty_again() {
        var created = api.post("/clinics", Examples.wholeClinic());
        var changed = api.put(created.location(), created.etag(), Examples.clinic());

        assertThat(changed.status()).isEqualTo(200);
        for (var list : List.of("/openingHours", "/closures", "/amenities", "/policy/treatmentBuffers")) {
            assertThat(changed.json().at(list)).as(list).isEmpty();
        }
        assertThat(changed.json().at("/policy/noShowPercent").asInt()).isZero();
        assertThat(changed.json().at("/policy/contactInsideNotice").asBoolean()).isFalse();
        assertThat(changed.json().at("/policy/offerMinutes").asInt()).isEqualTo(30);
        assertThat(changed.json().at("/policy/waitlistOrder").asString()).isEqualTo("FIRST_COME");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var answer =
                api.post("/clinics", Examples.clinic().put("zone", "Nowhere").put("currency", "???"));

        assertThat(answer.json().at("/errors")).hasSize(2);
    }

    @Test
    void the_currency_stays_because_prices_are_in_it() {
        var created = api.post("/clinics", Examples.clinic());
        var answer =
                api.put(created.location(), created.etag(), Examples.clinic().put("currency", "USD"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.firstError()).startsWith("currency must stay EUR");
    }

    private static <T> List<T> together(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) answers.add(done(future));
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> T done(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
