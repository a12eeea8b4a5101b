package io.rhomboid.therapist.guide.web;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class GuideTest {

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    static ObjectNode complaint() {
        return Api.json("""
                {'areas': ['RHOMBOIDS'], 'qualities': ['KNOTS'], 'course': 'ACUTE', 'pain': 5, 'causes': ['DESK_WORK'],
                 'goals': ['TREAT_TIGHTNESS'], 'health': [], 'pressure': 'FIRM', 'person': ['FIRST_MASSAGE'],
                 'wanted': 'THAI', 'words': 'knots'}""");
    }

    @Test
    void a_page_can_be_built_from_the_questions_alone() {
        var questions = api.get("/guide").json().get("questions");

        var fields =
                questions.valueStream().map(it -> it.get("field").asString()).toList();
        var accepted = Arrays.stream(GuideRequest.class.getRecordComponents())
                .map(it -> it.getName())
                .toList();
        assertThat(fields).containsExactlyInAnyOrderElementsOf(accepted);
        var health = questions
                .valueStream()
                .filter(it -> it.get("field").asString().equals("health"))
                .findFirst()
                .orElseThrow();
        assertThat(codes(health)).contains("CHEST_PAIN", "PREGNANCY", "DIABETES");
        assertThat(health.get("required").asBoolean()).isTrue();
    }

    @Test
    void every_option_that_is_asked_is_taken() {
        for (var question : api.get("/guide").json().get("questions")) {
            for (var code : codes(question)) {
                var many = question.get("kind").asString().equals("MANY");
                var request = Api.json("{'pain': 0, 'health': []}");
                var field = question.get("field").asString();
                if (many) request.putArray(field).add(code);
                else request.put(field, code);

                assertThat(api.post("/guide", request).status())
                        .as("%s %s", field, code)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void the_questions_are_cached_until_they_change() {
        var first = api.get("/guide");
        var again = api.send(
                api.request("/guide").header("If-None-Match", first.etag()).GET());

        assertThat(first.response().headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(again.status()).isEqualTo(304);
        assertThat(api.get("/guide?clinicId=0b8f7b0e-0000-4000-8000-000000000001")
                        .problem())
                .isEqualTo("unknown-clinic");
    }

    @Test
    void a_suggestion_comes_with_the_search_that_finds_who_gives_it_and_nothing_of_the_complaint_is_in_it() {
        var answer = api.post("/guide", complaint());

        assertThat(answer.text("/suggestions/0/treatment")).isEqualTo("TRIGGER_POINT");
        assertThat(answer.text("/suggestions/0/search/therapists"))
                .isEqualTo("/api/v1/therapists?treatment=TRIGGER_POINT");
        assertThat(answer.text("/suggestions/0/search/availability"))
                .isEqualTo("/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=30");
        assertThat(api.get(answer.text("/suggestions/0/search/therapists")).status())
                .isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.text("/notice")).contains("not medical advice");
    }

    @Test
    void it_needs_no_idempotency_key() {
        var answer = api.send(api.request("/guide")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"pain\": 3, \"health\": []}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/verdict")).isEqualTo("CLEAR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/pain | | pain | is missing",
                "/pain | 11 | pain | must be from 0 to 10",
                "/pain | -1 | pain | must be from 0 to 10",
                "/pain | 5.5 | pain | must be a whole number",
                "/pain | '5' | pain | must be a whole number",
                "/health | | health | send []",
                "/health | ['HAPPY'] | health[0] | must be one of [BLADDER_OR_BOWEL_PROBLEM",
                "/health | [null] | health[0] | must",
                "/health | 'FEVER' | health | must be a list",
                "/areas/0 | 'KNEE' | areas[0] | RHOMBOIDS",
                "/qualities | ['KNOTS', 'sour'] | qualities[1] | SHARP_OR_BURNING",
                "/course | 'FOREVER' | course | must be one of [ACUTE, CHRONIC]",
                "/sinceDays | 4 | sinceDays | send one of the two",
                "/sinceDays | -4 | sinceDays | must be from 0 to 36500",
                "/causes/0 | '' | causes[0] | DESK_WORK",
                "/goals/0 | {} | goals[0] | must be a text",
                "/pressure | 'HARD' | pressure | must be one of [FIRM, INTENSE, LIGHT, MODERATE]",
                "/person/0 | 'OLD' | person[0] | must be one of [ACTIVE, FIRST_MASSAGE]",
                "/wanted | 'REIKI' | wanted | must be one of GET /api/v1/treatments",
                "/wanted | 'deep' | wanted | must be 2 to 40 capital letters",
                "/clinicId | 'here' | clinicId | must be",
                "/clinicId | '0b8f7b0e-0000-4000-8000-000000000001' | clinicId | must be one of GET /api/v1/clinics",
                "/name | 'Jo' | name | is not known here"
            })
    void what_is_wrong_is_named(String pointer, String value, String field, String remedy) {
        var answer = api.post("/guide", Spoiled.at(complaint(), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).contains(remedy);
    }

    @Test
    void too_many_words_are_refused_and_an_empty_request_hears_all_that_is_missing() {
        assertThat(api.post("/guide", complaint().put("words", "knots ".repeat(1700)))
                        .firstError())
                .isEqualTo("words must be at most 2000 characters; say it shorter");
        assertThat(api.post("/guide", "{}").json().get("errors")).hasSize(2);
        assertThat(api.post("/guide", "").problem()).isEqualTo("malformed-json");
    }

    @Test
    void nothing_that_was_said_is_kept_or_logged_or_answered_back(CapturedOutput output) {
        var canary = "Xanthippe" + UUID.randomUUID();
        var before = documents();

        var heard = api.post("/guide", complaint().put("words", canary + " has chest pain"));
        var refused = List.of(
                api.post("/guide", Spoiled.at(complaint(), "/areas/0", "'" + canary + "'")),
                api.post("/guide", Spoiled.at(complaint(), "/pressure", "'" + canary + "'")),
                api.post("/guide", Spoiled.at(complaint(), "/pain", "'" + canary + "'")),
                api.post("/guide", Spoiled.at(complaint(), "/wanted", "'" + canary + "'")),
                api.post("/guide", Spoiled.at(complaint(), "/clinicId", "'" + canary + "'")),
                api.post("/guide", complaint().put("words", canary.repeat(100))),
                api.post("/guide", "{\"words\": \"" + canary));

        assertThat(heard.text("/verdict")).isEqualTo("STOP");
        assertThat(heard.response().body()).doesNotContain(canary);
        assertThat(refused)
                .allMatch(it -> it.status() == 400)
                .noneMatch(it -> it.response().body().contains(canary));
        assertThat(documents()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain(canary).doesNotContain("CHEST_PAIN");
    }

    @Test
    void a_clinics_own_treatment_is_judged_by_what_it_names_itself_and_by_what_speaks_against_every_massage() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var code = "OWN" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        var own = Examples.treatment(code).put("clinicId", clinic);
        Spoiled.at(own, "/contraindications/0/code", "'" + code + "'");
        assertThat(api.post("/treatments", own).status()).isEqualTo(201);
        var there = complaint().put("clinicId", clinic);
        there.putArray("health").add(code);

        var answer = api.post("/guide", there).json();
        assertThat(answer.get("verdict").asString()).isEqualTo("CLEAR");
        assertThat(technique(answer, code).get("verdict").asString()).isEqualTo("NOT_THIS_TECHNIQUE");
        assertThat(technique(answer, code).at("/reasons/0/rule").asString()).isEqualTo(code + "/" + code);
        assertThat(answer.at("/suggestions/0/search/availability").asString()).endsWith("&clinicId=" + clinic);

        there.putArray("health").add("FEVER");
        assertThat(technique(api.post("/guide", there).json(), code)
                        .get("verdict")
                        .asString())
                .isEqualTo("STOP");

        var elsewhere = complaint();
        assertThat(technique(api.post("/guide", elsewhere).json(), code).isMissingNode())
                .isTrue();
        elsewhere.putArray("health").add(code);
        assertThat(api.post("/guide", elsewhere).firstError()).startsWith("health[0] must be one of");
        assertThat(api.get("/guide?clinicId=" + clinic).response().body()).contains(code);
        assertThat(api.get("/guide").response().body()).doesNotContain(code);
    }

    private static JsonNode technique(JsonNode answer, String code) {
        return answer.get("techniques")
                .valueStream()
                .filter(it -> it.get("treatment").asString().equals(code))
                .findFirst()
                .orElseGet(() -> answer.at("/none"));
    }

    private static List<String> codes(JsonNode question) {
        return question.get("options")
                .valueStream()
                .map(it -> it.get("code").asString())
                .toList();
    }

    private long documents() {
        long all = 0;
        for (var name : database.listCollectionNames())
            all += database.getCollection(name, Document.class).countDocuments();
        return all;
    }
}
