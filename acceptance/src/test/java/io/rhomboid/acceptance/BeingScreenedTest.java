package io.rhomboid.acceptance;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every line of what the articles say about who must not be massaged, with the rules as booking-service was told them. */
@ExtendWith(RunningClinic.ForAllStories.class)
class BeingScreenedTest {

    final Visitor jo;

    BeingScreenedTest(RunningClinic clinic) {
        jo = clinic.visitor();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHEST_PAIN                     | SWEDISH   | STOP               | 002",
                "SHORTNESS_OF_BREATH            | SWEDISH   | STOP               | 002",
                "FEVER                          | SWEDISH   | STOP               | 002",
                "FALL                           | SWEDISH   | STOP               | 002, 003",
                "CAR_ACCIDENT                   | SWEDISH   | STOP               | 002, 003",
                "OTHER_INJURY                   | SWEDISH   | STOP               | 002, 003",
                "BLADDER_OR_BOWEL_PROBLEM       | SWEDISH   | STOP               | 002, 003",
                "LOSS_OF_STRENGTH               | SWEDISH   | STOP               | 002, 003",
                "NUMBNESS                       | SWEDISH   | STOP               | 002, 003",
                "FRACTURE                       | SWEDISH   | ASK_DOCTOR_FIRST   | 001",
                "SKIN_INFECTION                 | SWEDISH   | ASK_DOCTOR_FIRST   | 001",
                "OPEN_WOUND                     | SWEDISH   | ASK_DOCTOR_FIRST   | 001",
                "SERIOUS_MEDICAL_CONDITION      | SWEDISH   | ASK_DOCTOR_FIRST   | 001",
                "PREGNANCY                      | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "OSTEOPOROSIS                   | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "HERNIATED_DISC                 | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "OSTEOARTHRITIS                 | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "SCOLIOSIS                      | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "FIBROMYALGIA                   | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "SPONDYLITIS                    | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "OTHER_SPINAL_CONDITION         | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "CHRONIC_SEVERE_PAIN            | SWEDISH   | ASK_DOCTOR_FIRST   | 001, 002, 003",
                "SENSITIVE_SKIN                 | SWEDISH   | CLEAR              |",
                "SENSITIVE_SKIN                 | HOT_STONE | NOT_THIS_TECHNIQUE | 003",
                "DIABETES                       | HOT_STONE | NOT_THIS_TECHNIQUE | 003",
                "CIRCULATORY_PROBLEM            | HOT_STONE | NOT_THIS_TECHNIQUE | 003",
                "ONLY_TREATMENT_FOR_STRONG_PAIN | HOT_STONE | NOT_THIS_TECHNIQUE | 003",
                "                               | HOT_STONE | CLEAR              |",
            })
    void a_line_of_the_articles_gives_its_verdict(String has, String treatment, String outcome, String source) {
        var request = JsonMapper.shared().createObjectNode();
        request.putArray("treatments").add(treatment);
        if (has == null) request.putArray("has");
        else request.putArray("has").add(has);

        var verdict = jo.post("/api/v1/screening", Visitor.newKey(), request).body();

        assertThat(verdict.get("outcome").asString()).isEqualTo(outcome);
        if (source == null) {
            assertThat(verdict.get("findings")).isEmpty();
            return;
        }
        assertThat(verdict.get("findings")).hasSize(1);
        assertThat(verdict.get("findings").get(0).get("source").asString()).isEqualTo(source);
        if (outcome.equals("NOT_THIS_TECHNIQUE"))
            assertThat(verdict.get("fits").toString()).contains("SWEDISH");
    }
}
