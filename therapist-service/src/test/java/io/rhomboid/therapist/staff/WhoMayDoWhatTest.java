package io.rhomboid.therapist.staff;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.testing.identity.AccessMatrix;
import io.rhomboid.testing.identity.AccessMatrix.Answer;
import io.rhomboid.testing.identity.AccessMatrix.Operation;
import io.rhomboid.testing.identity.KindsOfCallers;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.review.Reviewed;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class WhoMayDoWhatTest {

    @Autowired
    Api api;

    @Autowired
    Reviewed reviewed;

    @Test
    void every_operation_is_done_for_those_in_its_row_and_for_nobody_else() {
        var operations = Operation.of(api.get("/v3/api-docs").json().toString());
        var callers = new LinkedHashMap<>(KindsOfCallers.callers());
        var ids = world();

        var matrix = new AccessMatrix(
                operations,
                callers,
                (operation, name) -> name.equals("id")
                        ? ids.get(operation.path().split("/")[3])
                        : ids.getOrDefault(name, UUID.randomUUID().toString()),
                this::ask);

        assertThat(matrix.violations()).isEmpty();
    }

    /** Two clinics with a therapist each, and the staff of both. */
    private Map<String, String> world() {
        var ids = new HashMap<String, String>();
        for (var other : new boolean[] {false, true}) {
            var prefix = other ? "other " : "";
            var clinic = idOf(api.post("/clinics", Examples.clinic()));
            var therapist = idOf(api.post("/therapists?clinicId=" + clinic, Examples.therapist()));
            member(clinic, prefix + "therapist", "{'roles':['THERAPIST'],'therapistId':'" + therapist + "'}");
            member(clinic, prefix + "desk", "{'roles':['DESK']}");
            member(clinic, prefix + "admin", "{'roles':['CLINIC_ADMIN']}");
            if (!other) {
                ids.put("clinics", clinic);
                ids.put("clinicId", clinic);
                ids.put("therapists", therapist);
                ids.put("person", KindsOfCallers.subject("desk"));
                ids.put("reviews", reviewed.reviewOf(therapist));
                var code = "MATRIX_" + clinic.substring(0, 8).toUpperCase();
                assertThat(api.post("/treatments", Examples.treatment(code).put("clinicId", clinic))
                                .status())
                        .isEqualTo(201);
                ids.put("code", code);
            }
        }
        return ids;
    }

    private static String idOf(Api.Answer created) {
        return created.text("/id");
    }

    private void member(String clinic, String caller, String roles) {
        var path = "/clinics/" + clinic + "/members/" + KindsOfCallers.subject(caller);
        var version = api.request("/me")
                .setHeader("Authorization", KindsOfCallers.callers().get(caller).get("Authorization"));
        var seen = api.send(version.GET()).json().get("version").asLong();
        assertThat(api.put(path, "\"" + seen + "\"", Api.json(roles)).status()).isEqualTo(200);
    }

    private Answer ask(String method, String path, Map<String, String> headers) {
        var request = api.request(path.replace(" ", "%20")).method(method, BodyPublishers.noBody());
        headers.forEach(request::setHeader);
        var answer = api.sendForText(request);
        return new Answer(answer.statusCode(), answer.body());
    }
}
