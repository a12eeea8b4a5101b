package io.rhomboid.therapist;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class DeletingTest {

    @Autowired
    Api api;

    @Test
    void a_listed_therapist_stays_and_a_paused_one_goes_with_all_that_was_told() {
        var key = UUID.randomUUID().toString();
        var created = api.post("/therapists", key, Examples.therapist());
        var path = created.location();
        var licence = api.post(path + "/licences", Examples.licence()).location();

        assertThat(api.delete(path, "\"2\"").problem()).isEqualTo("therapist-listed");
        api.put(path, "\"2\"", Examples.therapist().put("listing", "PAUSED"));
        assertThat(api.delete(path, "\"2\"").problem()).isEqualTo("version-changed");
        assertThat(api.delete(path, "\"3\"").status()).isEqualTo(204);

        assertThat(api.get(path).problem()).isEqualTo("unknown-therapist");
        assertThat(api.get(licence).problem()).isEqualTo("unknown-therapist");
        assertThat(api.delete(path, "\"3\"").problem()).isEqualTo("unknown-therapist");
        assertThat(api.post("/therapists", key, Examples.therapist()).problem()).isEqualTo("therapist-exists");
        var told = Told.records("therapists", created.text("/id"), 4);
        assertThat(told).hasSize(4);
        assertThat(told.getLast().value()).isNull();
    }

    @Test
    void a_clinic_goes_when_nobody_works_there() {
        var clinic = api.post("/clinics", Examples.clinic());
        var id = clinic.text("/id");
        var therapist = api.post("/therapists", Examples.therapist()).location();
        var prices = Examples.prices(Examples.offer(id, "HOT_STONE", 60, 8900, "EUR"));
        api.put(therapist + "/prices", "\"1\"", prices);

        var refused = api.delete(clinic.location(), "\"1\"");
        assertThat(refused.problem()).isEqualTo("clinic-in-use");
        assertThat(therapist).endsWith(refused.text("/therapists/0"));

        api.put(therapist + "/prices", "\"2\"", Examples.prices());
        assertThat(api.delete(clinic.location(), "\"1\"").status()).isEqualTo(204);
        assertThat(api.get(clinic.location()).problem()).isEqualTo("unknown-clinic");
        assertThat(Told.records("clinics", id, 2).getLast().value()).isNull();
    }

    @Test
    void a_clinics_own_treatment_goes_and_the_houses_stay() {
        assertThat(api.delete(
                                "/treatments/SWEDISH",
                                api.get("/treatments/SWEDISH").etag())
                        .problem())
                .isEqualTo("treatment-of-the-house");

        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var own = api.post("/treatments", Examples.treatment("OWN_TO_GO").put("clinicId", clinic));
        assertThat(own.status()).isEqualTo(201);
        assertThat(api.delete(own.location(), "\"1\"").status()).isEqualTo(204);
        assertThat(api.get("/treatments?clinicId=" + clinic).response().body()).doesNotContain("OWN_TO_GO");
        assertThat(api.post("/treatments", Examples.treatment("OWN_TO_GO").put("clinicId", clinic))
                        .problem())
                .isEqualTo("treatment-exists");
    }
}
