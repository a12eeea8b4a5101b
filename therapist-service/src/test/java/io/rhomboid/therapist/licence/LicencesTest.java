package io.rhomboid.therapist.licence;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.contracts.therapist.Licence.Status;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class LicencesTest {

    @Autowired
    Api api;

    String therapist = "";

    @BeforeEach
    void a_therapist_without_a_licence() {
        therapist = api.post("/therapists", Examples.therapist()).location();
    }

    @Test
    void a_licence_begins_submitted_and_shows_its_last_day() {
        var created = api.post(therapist + "/licences", Examples.licence());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.etag()).isEqualTo("\"2\"");
        assertThat(created.text("/status")).isEqualTo("SUBMITTED");
        assertThat(api.get(created.location()).json()).isEqualTo(created.json());
        assertThat(api.get(therapist).text("/licences/0/validUntil")).isEqualTo("2031-12-31");
        assertThat(api.get(therapist).text("/licences/0/status")).isEqualTo("SUBMITTED");
    }

    @Test
    void the_same_request_twice_submits_one_licence() {
        var key = UUID.randomUUID().toString();
        var first = api.post(therapist + "/licences", key, Examples.licence());

        assertThat(api.post(therapist + "/licences", key, Examples.licence()).json())
                .isEqualTo(first.json());
        assertThat(api.get(therapist).json().at("/licences")).hasSize(1);
        assertThat(api.post(therapist + "/licences", key, Examples.licence().put("number", "2"))
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void the_same_licence_is_not_taken_twice_while_the_first_may_count() {
        var first = api.post(therapist + "/licences", Examples.licence());
        assertThat(api.post(therapist + "/licences", Examples.licence()).firstError())
                .startsWith("number must be another");

        verify(first, "REJECTED");
        assertThat(api.post(therapist + "/licences", Examples.licence()).status())
                .isEqualTo(201);
    }

    /** From each state to each: what a licence may become, and 409 for the rest. */
    @ParameterizedTest
    @CsvSource({"SUBMITTED, VERIFIED REJECTED", "VERIFIED, REVOKED", "REJECTED, ''", "REVOKED, ''"})
    void a_step_that_is_not_in_a_licences_life_is_refused(Status from, String allowed) {
        for (var to : Status.values()) {
            therapist = api.post("/therapists", Examples.therapist()).location();
            var created = api.post(therapist + "/licences", Examples.licence());
            if (from == Status.VERIFIED || from == Status.REVOKED) verify(created, "VERIFIED");
            if (from == Status.REJECTED || from == Status.REVOKED) verify(created, from.name());

            var answer = verify(created, to.name());

            if (allowed.contains(to.name())) {
                assertThat(answer.status()).as("%s to %s", from, to).isEqualTo(200);
                assertThat(answer.text("/status")).isEqualTo(to.name());
            } else {
                assertThat(answer.status()).as("%s to %s", from, to).isEqualTo(409);
                assertThat(answer.problem()).isEqualTo("illegal-verification");
                assertThat(answer.text("/current")).isEqualTo(from.name());
                assertThat(api.get(created.location()).text("/status")).isEqualTo(from.name());
            }
        }
    }

    @Test
    void a_no_has_its_reason_and_is_on_record() {
        var created = api.post(therapist + "/licences", Examples.licence());
        assertThat(api.get(created.location() + "/verifications").json().at("/verifications"))
                .isEmpty();

        var silent = api.put(created.location() + "/verification", "\"2\"", Api.json("{'status': 'REJECTED'}"));
        assertThat(silent.firstError()).startsWith("reason must");

        verify(created, "VERIFIED");
        verify(created, "REVOKED");
        var record = api.get(created.location() + "/verifications");
        assertThat(record.text("/verifications/0/status")).isEqualTo("VERIFIED");
        assertThat(record.text("/verifications/1/status")).isEqualTo("REVOKED");
        assertThat(record.text("/verifications/1/reason")).isEqualTo("Seen on paper.");
    }

    @Test
    void those_that_wait_for_a_look_are_listed_the_one_that_ends_first_first() {
        var later = api.post(therapist + "/licences", Examples.licence()).text("/id");
        var sooner = api.post(
                        therapist + "/licences",
                        Examples.licence().put("number", "2").put("validUntil", "2027-12-31"))
                .text("/id");
        var decided = api.post(therapist + "/licences", Examples.licence().put("number", "3"));
        verify(decided, "VERIFIED");

        assertThat(queue("")).containsSubsequence(sooner, later).doesNotContain(decided.text("/id"));
        assertThat(queue("?status=VERIFIED")).contains(decided.text("/id")).doesNotContain(sooner);
        assertThat(queue("?endingWithinDays=0")).doesNotContain(sooner, later);
        assertThat(api.get("/licences?endingWithinDays=367").firstError()).startsWith("endingWithinDays must");
        assertThat(api.get("/licences?status=LOST").problem()).isEqualTo("invalid-parameter");
    }

    private List<String> queue(String question) {
        return api.get("/licences" + question)
                .json()
                .at("/licences")
                .valueStream()
                .map(held -> held.at("/licence/id").asString())
                .toList();
    }

    @Test
    void a_verification_needs_the_version_and_a_licence() {
        var created = api.post(therapist + "/licences", Examples.licence());
        var verified = Api.json("{'status': 'VERIFIED'}");

        assertThat(api.put(created.location() + "/verification", "\"1\"", verified)
                        .problem())
                .isEqualTo("version-changed");
        assertThat(api.put(therapist + "/licences/" + UUID.randomUUID() + "/verification", "\"2\"", verified)
                        .problem())
                .isEqualTo("unknown-licence");
        assertThat(api.get(therapist + "/licences/" + UUID.randomUUID()).problem())
                .isEqualTo("unknown-licence");
        assertThat(api.post("/therapists/" + UUID.randomUUID() + "/licences", Examples.licence())
                        .problem())
                .isEqualTo("unknown-therapist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/number | | number",
                "/authority | ' ' | authority",
                "/jurisdiction | 'NCL' | jurisdiction",
                "/jurisdiction | 'QQ' | jurisdiction",
                "/jurisdiction | 'us-nc' | jurisdiction",
                "/validFrom | '1900-01-01' | validFrom",
                "/validFrom | '2026-02-30' | validFrom",
                "/validUntil | '2023-12-31' | validUntil",
                "/validUntil | '9999-12-31' | validUntil",
                "/status | 'VERIFIED' | status"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = api.post(therapist + "/licences", Spoiled.at(Examples.licence(), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    private Answer verify(Answer licence, String status) {
        return api.put(
                licence.location() + "/verification",
                api.get(therapist).etag(),
                Api.json("{'status': '%s', 'reason': 'Seen on paper.'}".formatted(status)));
    }
}
