package io.rhomboid.therapist.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;
import io.rhomboid.therapist.store.Records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class SearchingOverHttpTest {

    static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    Api api;

    @Autowired
    Records<ClinicId, Clinic> clinics;

    @Autowired
    Records<TreatmentCode, Treatment> treatments;

    @Autowired
    Records<TherapistId, Therapist> therapists;

    @Test
    void only_listed_therapists_are_found() {
        var name = aName();
        var paused =
                api.post("/therapists", Examples.therapist().put("name", name).put("listing", "PAUSED"));
        var listed = api.post("/therapists", Examples.therapist().put("name", name));

        await().atMost(SOON).until(() -> found("q=" + name).equals(List.of(listed.text("/id"))));
        api.put(paused.location(), "\"1\"", Examples.therapist().put("name", name));
        await().atMost(SOON).until(() -> found("q=" + name).size() == 2);
        api.put(
                listed.location(),
                "\"1\"",
                Examples.therapist().put("name", name).put("listing", "DRAFT"));
        await().atMost(SOON).until(() -> found("q=" + name).equals(List.of(paused.text("/id"))));
    }

    @Test
    void a_client_finds_who_fits() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post(
                "/therapists",
                Spoiled.at(Examples.therapist().put("gender", "NON_BINARY"), "/languages", "['nl', 'en-NZ']"));
        var id = created.text("/id");
        api.put(
                created.location() + "/prices",
                "\"1\"",
                Examples.prices(Examples.offer(clinic, "TRIGGER_POINT", 60, 8900, "EUR")));

        await().atMost(SOON).until(() -> found("clinicId=" + clinic).equals(List.of(id)));
        assertThat(found("treatment=TRIGGER_POINT&clinicId=" + clinic)).containsExactly(id);
        assertThat(found("treatment=HOT_STONE&clinicId=" + clinic)).isEmpty();
        assertThat(found("treatment=HOT_STONE&language=nl")).contains(id);
        assertThat(found("treatment=THAI&language=nl")).doesNotContain(id);
        assertThat(found("language=nl&gender=NON_BINARY")).contains(id);
        assertThat(found("language=EN&clinicId=" + clinic)).contains(id);
        assertThat(found("language=de&clinicId=" + clinic)).isEmpty();
        assertThat(found("gender=MALE&clinicId=" + clinic)).isEmpty();
        assertThat(found("city=BERLIN&maxPrice=8900&currency=EUR&clinicId=" + clinic))
                .containsExactly(id);
        assertThat(found("maxPrice=8899&currency=EUR&clinicId=" + clinic)).isEmpty();
        assertThat(found("amenity=QUIET&clinicId=" + clinic)).isEmpty();
        assertThat(found("near=52.53,13.41&radiusKm=1&clinicId=" + clinic)).containsExactly(id);
        assertThat(found("near=52.6,13.41&radiusKm=1&clinicId=" + clinic)).isEmpty();
    }

    @Test
    void the_answer_says_how_far_and_for_how_much_and_what_else_there_is() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post("/therapists", Examples.therapist());
        api.put(
                created.location() + "/prices",
                "\"1\"",
                Examples.prices(
                        Examples.offer(clinic, "TRIGGER_POINT", 60, 8900, "EUR"),
                        Examples.offer(clinic, "HOT_STONE", 60, 9900, "EUR")));
        await().atMost(SOON).until(() -> found("clinicId=" + clinic).size() == 1);

        var answer = search("clinicId=" + clinic + "&near=52.5286,13.4256&treatment=HOT_STONE");

        assertThat(answer.at("/total").asInt()).isEqualTo(1);
        assertThat(answer.has("next")).isFalse();
        var hit = answer.at("/therapists/0");
        assertThat(hit.at("/distanceKm").asDouble()).isEqualTo(1.0);
        assertThat(hit.at("/nearestClinicId").asString()).isEqualTo(clinic);
        assertThat(hit.at("/cheapestOffer/price/cents").asInt()).isEqualTo(9900);
        assertThat(hit.has("rating")).isFalse();
        assertThat(answer.at("/facets/treatment")
                        .valueStream()
                        .map(each -> each.get("value").asString()
                                + " " + each.get("name").asString() + " "
                                + each.get("count").asInt()))
                .containsExactly("HOT_STONE Hot stone massage 1", "TRIGGER_POINT Trigger point therapy 1");
        assertThat(answer.at("/facets/clinic/0/name").asString()).isEqualTo("Rhomboid Mitte");
        assertThat(answer.at("/facets/price/0").toString())
                .isEqualTo("{\"currency\":\"EUR\",\"maxPrice\":12000,\"count\":1}");
        assertThat(answer.at("/facets/rating").isEmpty()).isTrue();
    }

    @Test
    void pages_follow_each_other() {
        var name = aName();
        var all = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            all.add(api.post("/therapists", Examples.therapist().put("name", name + " " + i))
                    .text("/id"));
        }
        await().atMost(SOON).until(() -> found("q=" + name).size() == 5);

        var seen = new ArrayList<String>();
        var page = search("limit=2&sort=name&q=" + name);
        while (true) {
            seen.addAll(ids(page));
            assertThat(page.at("/total").asInt()).isEqualTo(5);
            if (!page.has("next")) break;
            page = search(
                    "limit=2&sort=name&q=" + name + "&after=" + page.get("next").asString());
        }

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_second_instance_and_one_that_was_started_anew_find_the_same() throws Exception {
        var name = aName();
        var clinic = api.post("/clinics", Examples.clinic().put("name", "House of " + name))
                .text("/id");
        var created = api.post("/therapists", Examples.therapist().put("name", name));
        try (var index = new TherapistIndex(StrictJson.mapper());
                var other = new Following(index, clinics, treatments, therapists, _ -> {}, Duration.ofMillis(200))) {
            other.run(null);
            assertThat(foundBy(index, name)).containsExactly(created.text("/id"));

            api.put(
                    created.location() + "/prices",
                    "\"1\"",
                    Examples.prices(Examples.offer(clinic, "HOT_STONE", 60, 8900, "EUR")));
            await().atMost(SOON).until(() -> foundBy(index, "House " + name).size() == 1);
            api.put("/clinics/" + clinic, "\"1\"", Examples.clinic().put("name", "Garden of " + name));
            await().atMost(SOON)
                    .until(() -> foundBy(index, "Garden").size() == 1
                            && found("q=Garden%20" + name).size() == 1);
            api.put(
                    created.location(),
                    "\"2\"",
                    Examples.therapist().put("name", name).put("listing", "PAUSED"));
            await().atMost(SOON)
                    .until(() ->
                            foundBy(index, name).isEmpty() && found("q=" + name).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treatment=thai | treatment",
                "clinicId=7 | clinicId",
                "gender=X | gender",
                "language=german1 | language",
                "language= | language",
                "near=north | near",
                "near=91,0 | near",
                "radiusKm=5 | near",
                "near=1,1&radiusKm=0 | radiusKm",
                "near=1,1&radiusKm=NaN | radiusKm",
                "near=1,1&radiusKm=far | radiusKm",
                "maxPrice=9000 | currency",
                "maxPrice=-1&currency=EUR | maxPrice",
                "maxPrice=x&currency=EUR | maxPrice",
                "currency=EURO | currency",
                "sort=price | currency",
                "sort=distance | near",
                "sort=NAME | sort",
                "minRating=0.5 | minRating",
                "minRating=NaN | minRating",
                "amenity=POOL | amenity",
                "amenity=QUIET&amenity=POOL | amenity",
                "minYears=-1 | minYears",
                "minYears=101 | minYears",
                "limit=0 | limit",
                "limit=101 | limit",
                "limit=all | limit",
                "after=x | after",
                "after=!! | after",
                "after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | after"
            })
    void a_parameter_that_can_not_be_understood_is_named(String query, String name) {
        var answer = api.get("/therapists?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
        assertThat(answer.text("/errors/0/field")).isEqualTo(name);
    }

    @Test
    void what_is_too_long_is_named() {
        for (var name : List.of("q", "city", "professionalBody")) {
            var answer = api.get("/therapists?" + name + "=" + "a".repeat(201));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/errors/0/field")).isEqualTo(name);
        }
    }

    @Test
    void a_cursor_is_good_for_its_own_search_only() {
        var name = aName();
        for (int i = 0; i < 2; i++) api.post("/therapists", Examples.therapist().put("name", name));
        await().atMost(SOON).until(() -> found("q=" + name).size() == 2);
        var next = search("limit=1&q=" + name).get("next").asString();

        assertThat(api.get("/therapists?limit=1&gender=MALE&q=" + name + "&after=" + next)
                        .text("/errors/0/field"))
                .isEqualTo("after");
        assertThat(found("limit=2&q=" + name + "&after=" + next)).hasSize(1);
    }

    /** One that nobody has and that is like no other. */
    private static String aName() {
        var letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return "Zq" + letters + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static List<String> foundBy(TherapistIndex index, String words) {
        return index.find(Searches.words(words), null, 20).orElseThrow().hits().stream()
                .map(hit -> hit.id().toString())
                .toList();
    }

    private List<String> found(String query) {
        return ids(search(query));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("therapists")
                .valueStream()
                .map(therapist -> therapist.get("id").asString())
                .toList();
    }

    private JsonNode search(String query) {
        var answer = api.get("/therapists?" + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.json();
    }
}
