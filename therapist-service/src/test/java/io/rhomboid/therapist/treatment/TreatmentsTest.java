package io.rhomboid.therapist.treatment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;
import io.rhomboid.therapist.store.Records;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class TreatmentsTest {

    @Autowired
    Api api;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Records<TreatmentCode, Treatment> treatments;

    @Autowired
    BodyHash hash;

    @Test
    void the_catalogue_is_there_before_anybody_wrote_anything() {
        var answer = api.get("/treatments");

        assertThat(answer.json()
                        .at("/treatments")
                        .valueStream()
                        .map(t -> t.get("code").asString()))
                .contains("DEEP_TISSUE", "FOOT", "HOT_STONE", "SPORTS", "SWEDISH", "THAI", "TRIGGER_POINT");

        var hotStone = api.get("/treatments/HOT_STONE");
        assertThat(hotStone.status()).isEqualTo(200);
        assertThat(hotStone.text("/equipmentNeeds/0")).isEqualTo("HOT_STONE_KIT");
        assertThat(hotStone.json().at("/pressure/withHeat").asBoolean()).isTrue();
        assertThat(hotStone.json().at("/contraindications")).hasSize(27);
    }

    @Test
    void a_clinic_may_add_to_the_catalogue_and_what_speaks_against_every_massage_comes_along() {
        var code = newCode();
        var created = api.post("/treatments", Examples.treatment(code));

        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        assertThat(created.location()).isEqualTo("/api/v1/treatments/" + code);
        var rules = created.json()
                .at("/contraindications")
                .valueStream()
                .map(rule -> rule.get("code").asString());
        assertThat(rules).contains("BRUISES", "FEVER", "PREGNANCY").hasSize(24);
        assertThat(api.get(created.location()).json()).isEqualTo(created.json());
    }

    @Test
    void a_clinics_own_treatment_is_on_its_menu_alone() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var other = api.post("/clinics", Examples.clinic()).text("/id");
        var own = Examples.treatment(newCode()).put("clinicId", clinic);
        var created = api.post("/treatments", own);

        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        assertThat(created.text("/clinicId")).isEqualTo(clinic);
        assertThat(menu("?clinicId=" + clinic)).contains(created.text("/code"), "SWEDISH");
        assertThat(menu("?clinicId=" + other))
                .contains("SWEDISH")
                .doesNotContain(created.text("/code"))
                .containsExactlyElementsOf(menu(""));
        assertThat(api.get("/treatments?clinicId=0b8f7b0e-0000-4000-8000-000000000001")
                        .problem())
                .isEqualTo("unknown-clinic");
        assertThat(api.put(created.location(), "\"1\"", own.deepCopy().put("clinicId", other))
                        .firstError())
                .isEqualTo("clinicId must stay " + clinic);
        assertThat(api.put(created.location(), "\"1\"", own.put("name", "Ours")).status())
                .isEqualTo(200);
    }

    @Test
    void a_treatment_of_the_house_does_not_become_a_clinics_own() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post("/treatments", Examples.treatment(newCode()));

        assertThat(api.put(
                                created.location(),
                                "\"1\"",
                                Examples.treatment(created.text("/code")).put("clinicId", clinic))
                        .firstError())
                .startsWith("clinicId must be left out");
    }

    private List<String> menu(String query) {
        return api.get("/treatments" + query)
                .json()
                .get("treatments")
                .valueStream()
                .map(it -> it.get("code").asString())
                .toList();
    }

    @Test
    void a_code_is_taken_once() {
        var code = newCode();
        var key = UUID.randomUUID().toString();

        assertThat(api.post("/treatments", key, Examples.treatment(code)).status())
                .isEqualTo(201);
        assertThat(api.post("/treatments", key, Examples.treatment(code)).status())
                .isEqualTo(201);
        assertThat(api.post("/treatments", key, Examples.treatment(code).put("name", "Other"))
                        .problem())
                .isEqualTo("idempotency-key-reused");
        var other = api.post("/treatments", Examples.treatment(code));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("treatment-exists");
        assertThat(api.post("/treatments", Examples.treatment("SWEDISH")).problem())
                .isEqualTo("treatment-exists");
    }

    @Test
    void a_change_needs_the_version_and_keeps_the_code() {
        var created = api.post("/treatments", Examples.treatment(newCode()));
        var changed = Examples.treatment(created.text("/code")).put("name", "Acupressure for two");

        assertThat(api.put(created.location(), "\"9\"", changed).problem()).isEqualTo("version-changed");
        assertThat(api.put(created.location(), "\"1\"", Examples.treatment("ANOTHER"))
                        .firstError())
                .startsWith("code must stay");
        var answer = api.put(created.location(), "\"1\"", changed);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(api.put("/treatments/NOWHERE", "\"1\"", changed.put("code", "NOWHERE"))
                        .problem())
                .isEqualTo("unknown-treatment");
    }

    @Test
    void a_general_contraindication_can_not_be_weakened() {
        var request = Examples.treatment(newCode());
        request.withArray("/contraindications")
                .add(Api.json("{'code': 'FEVER', 'level': 'ASK_DOCTOR', 'condition': 'fever', 'advice': 'Mind it.',"
                        + " 'source': 'house'}"));

        assertThat(api.post("/treatments", request).firstError()).startsWith("contraindications[1] must stay as it is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/code | | code",
                "/code | 'acu' | code",
                "/how | '' | how",
                "/pressure/from | 'INTENSE' | pressure.to",
                "/pressure/to | 'GENTLE' | pressure.to",
                "/pressure/withHeat | | pressure.withHeat",
                "/bestFor | [] | bestFor",
                "/bestFor | ['a', 'a'] | bestFor[1]",
                "/lengthsMinutes | [] | lengthsMinutes",
                "/lengthsMinutes | [30, 30] | lengthsMinutes[1]",
                "/lengthsMinutes | [31] | lengthsMinutes[0]",
                "/lengthsMinutes | [245] | lengthsMinutes[0]",
                "/lengthsMinutes | [null] | lengthsMinutes[0]",
                "/roomNeeds | ['a table'] | roomNeeds[0]",
                "/contraindications/0/level | 'MAYBE' | contraindications[0].level",
                "/contraindications/0/advice | | contraindications[0].advice",
                "/clinicId | 'here' | clinicId",
                "/clinicId | '0b8f7b0e-0000-4000-8000-000000000001' | clinicId",
                "/price | 7 | price"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = api.post("/treatments", Spoiled.at(Examples.treatment(newCode()), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void seeding_again_writes_nothing() {
        assertThat(new CatalogueSeed(catalogue, treatments, hash).seed()).isZero();
    }

    @Test
    void of_many_instances_that_seed_at_once_one_writes_each_treatment() throws Exception {
        var fresh = new Catalogue(Map.of(TreatmentCode.of(newCode()), known("THAI")), List.of(), 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> instance = () -> new CatalogueSeed(fresh, treatments, hash).seed();
            var written = 0;
            for (var one : threads.invokeAll(Collections.nCopies(6, instance))) written += one.get();
            assertThat(written).isEqualTo(1);
        }
    }

    @Test
    void a_newer_file_changes_what_nobody_changed() {
        var code = TreatmentCode.of(newCode());

        seed(code, known("THAI"));
        assertThat(seed(code, known("FOOT"))).isEqualTo(1);
        assertThat(seed(code, known("FOOT"))).isZero();
        assertThat(api.get("/treatments/" + code).text("/name"))
                .isEqualTo(known("FOOT").name());
        assertThat(api.get("/treatments/" + code).etag()).isEqualTo("\"2\"");
    }

    @Test
    void a_newer_file_leaves_what_somebody_changed_or_created() {
        var code = TreatmentCode.of(newCode());
        seed(code, known("THAI"));
        api.put("/treatments/" + code, "\"1\"", Examples.treatment(code.value()));
        var own = newCode();
        api.post("/treatments", Examples.treatment(own));

        assertThat(seed(code, known("FOOT"))).isZero();
        assertThat(seed(TreatmentCode.of(own), known("FOOT"))).isZero();
        assertThat(api.get("/treatments/" + code).text("/name")).isEqualTo("Acupressure");
    }

    @Test
    void a_newer_rule_for_every_massage_reaches_what_a_clinic_made() {
        var code = newCode();
        api.post("/treatments", Examples.treatment(code));
        var made = treatments.find(TreatmentCode.of(code)).orElseThrow();
        var own = made.state().contraindications().getLast();
        treatments.replace(made, made.state().withContraindications(List.of(own)));

        assertThat(new CatalogueSeed(catalogue, treatments, hash).seed()).isEqualTo(1);
        assertThat(api.get("/treatments/" + code).json().get("contraindications"))
                .isEqualTo(api.post("/treatments", Examples.treatment(newCode()))
                        .json()
                        .get("contraindications"));
    }

    private int seed(TreatmentCode code, Treatment treatment) {
        return new CatalogueSeed(new Catalogue(Map.of(code, treatment), List.of(), 1), treatments, hash).seed();
    }

    private Treatment known(String code) {
        return Objects.requireNonNull(catalogue.treatments().get(TreatmentCode.of(code)));
    }

    private static String newCode() {
        return "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
    }
}
