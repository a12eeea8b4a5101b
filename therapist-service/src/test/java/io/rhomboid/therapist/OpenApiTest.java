package io.rhomboid.therapist;

import java.util.ArrayList;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class OpenApiTest {

    @Autowired
    Api api;

    @Test
    void it_is_openapi_3_1_and_knows_every_operation() {
        var document = document();
        var operations = new ArrayList<String>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase() + " " + path.getKey())));

        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "GET /api/v1/me",
                        "POST /api/v1/invitations/acceptance",
                        "POST /api/v1/clinics/{id}/invitations",
                        "GET /api/v1/clinics/{id}/invitations",
                        "DELETE /api/v1/clinics/{id}/invitations/{invitationId}",
                        "DELETE /api/v1/me/memberships/{clinicId}",
                        "GET /api/v1/clinics/{id}/members",
                        "PUT /api/v1/clinics/{id}/members/{person}",
                        "DELETE /api/v1/clinics/{id}/members/{person}",
                        "GET /api/v1/clinics",
                        "POST /api/v1/clinics",
                        "GET /api/v1/clinics/{id}",
                        "PUT /api/v1/clinics/{id}",
                        "DELETE /api/v1/clinics/{id}",
                        "GET /api/v1/cancellation-presets",
                        "POST /api/v1/clinics/{id}/photos",
                        "DELETE /api/v1/clinics/{id}/photos/{photoId}",
                        "PUT /api/v1/therapists/{id}/photo",
                        "DELETE /api/v1/therapists/{id}/photo",
                        "GET /api/v1/photos/{photoId}",
                        "POST /api/v1/imports/therapists",
                        "POST /api/v1/imports/rotas",
                        "GET /api/v1/treatments",
                        "POST /api/v1/treatments",
                        "GET /api/v1/treatments/{code}",
                        "PUT /api/v1/treatments/{code}",
                        "DELETE /api/v1/treatments/{code}",
                        "PUT /api/v1/clinics/{id}/treatments/{code}/lengths",
                        "DELETE /api/v1/clinics/{id}/treatments/{code}/lengths",
                        "GET /api/v1/guide",
                        "POST /api/v1/guide",
                        "GET /api/v1/therapists",
                        "POST /api/v1/therapists",
                        "GET /api/v1/therapists/{id}",
                        "PUT /api/v1/therapists/{id}",
                        "DELETE /api/v1/therapists/{id}",
                        "GET /api/v1/therapists/{id}/prices",
                        "PUT /api/v1/therapists/{id}/prices",
                        "PUT /api/v1/therapists/{id}/rota",
                        "POST /api/v1/therapists/{id}/licences",
                        "GET /api/v1/therapists/{id}/licences/{licenceId}",
                        "PUT /api/v1/therapists/{id}/licences/{licenceId}/verification",
                        "GET /api/v1/therapists/{id}/licences/{licenceId}/verifications",
                        "GET /api/v1/therapists/{id}/licences/{licenceId}/evidence",
                        "PUT /api/v1/therapists/{id}/licences/{licenceId}/evidence",
                        "GET /api/v1/licences",
                        "GET /api/v1/therapists/{id}/reviews",
                        "GET /api/v1/reviews",
                        "POST /api/v1/reviews",
                        "GET /api/v1/reviews/{id}",
                        "PUT /api/v1/reviews/{id}",
                        "PUT /api/v1/reviews/{id}/answer",
                        "POST /api/v1/reviews/{id}/reports",
                        "POST /api/v1/reviews/written",
                        "PUT /api/v1/reviews/{id}/moderation");
    }

    @ParameterizedTest
    @CsvSource({
        "/clinics, get, 200 400 401 503",
        "/clinics, post, 201 400 401 403 413 422 503",
        "/clinics/{id}, put, 200 400 401 403 404 412 413 428 503",
        "/treatments, get, 200 400 401 404 503",
        "/clinics/{id}/photos, post, 201 400 401 403 404 409 413 415 422 503",
        "/therapists/{id}/photo, put, 200 400 401 403 404 412 413 415 422 428 503",
        "/imports/rotas, post, 200 400 401 403 413 415 422 503",
        "/treatments, post, 201 400 401 403 409 413 422 503",
        "/guide, get, 200 400 401 404 503",
        "/guide, post, 200 400 401 413 503",
        "/therapists/{id}/prices, put, 200 400 401 403 404 412 413 428 503",
        "/therapists/{id}/licences/{licenceId}/verification, put, 200 400 401 403 404 409 412 413 428 503",
        "/reviews, post, 201 400 401 409 413 422 503",
        "/reviews/{id}, put, 200 400 401 404 409 412 413 422 428 503",
        "/reviews/{id}/moderation, put, 200 400 401 403 404 409 412 413 428 503"
    })
    void an_operation_says_how_it_may_answer(String path, String method, String statuses) {
        var responses =
                document().get("paths").get("/api/v1" + path).get(method).get("responses");

        assertThat(Set.copyOf(responses.propertyNames())).isEqualTo(Set.of(statuses.split(" ")));
    }

    @Test
    void a_problem_is_shown_with_its_type() {
        var examples = document()
                .at("/paths/~1api~1v1~1therapists~1{id}~1licences~1{licenceId}~1verification/put/responses/409/content")
                .get("application/problem+json")
                .get("examples");

        assertThat(examples.at("/illegal-verification/value/type").asString())
                .isEqualTo("urn:rhomboid:problem:illegal-verification");
    }

    @Test
    void ids_are_uuids_and_texts_say_how_long_they_may_be() {
        var schemas = document().at("/components/schemas");

        assertThat(schemas.at("/ClinicView/properties/id/format").asString()).isEqualTo("uuid");
        assertThat(schemas.at("/ClinicView/properties/openingHours").isMissingNode())
                .isFalse();
        assertThat(schemas.at("/ClinicView/properties/policy/$ref").asString()).endsWith("/PolicyView");
        assertThat(schemas.at("/PolicyView/properties/noShowPercent").isMissingNode())
                .isFalse();
        assertThat(schemas.at("/TherapistView/properties/rota").isMissingNode()).isFalse();
        assertThat(schemas.at("/ClinicRequest/properties/name/maxLength").asInt())
                .isEqualTo(80);
        assertThat(schemas.at("/ProfileRequest/properties/about/maxLength").asInt())
                .isEqualTo(2000);
    }

    private JsonNode document() {
        return api.get("/v3/api-docs").json();
    }
}
