package io.rhomboid.testing;

import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule is shown to fail: on a canary that breaks this rule and no other. */
class ArchitectureRulesTest {

    static final String CANARIES = "io.rhomboid.testing.canary.";

    @Test
    void a_service_that_keeps_all_rules_passes() {
        assertThatCode(() -> hold("good", ArchitectureRules.ofService(CANARIES + "good", "hours")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_feature_root_that_uses_a_framework_is_found() {
        assertServiceBreaks("framework", "the root of feature hours is plain Java", "org.bson.Document", "hours");
    }

    @Test
    void a_feature_root_that_uses_its_own_adapter_is_found() {
        assertServiceBreaks("adapter", "the root of feature hours is plain Java", "MongoHours", "hours");
    }

    @Test
    void a_feature_root_that_asks_for_the_time_is_found() {
        assertServiceBreaks("clock", "in feature hours time is an argument", "Instant.now()", "hours");
    }

    @Test
    void an_adapter_that_imports_another_is_found() {
        assertServiceBreaks("sideways", "adapters do not import each other", "MongoHours");
    }

    @Test
    void an_adapter_of_two_technologies_is_found() {
        assertServiceBreaks("mixed", "each adapter has one technology", "org.apache.kafka");
    }

    @Test
    void a_service_that_imports_another_is_found() {
        assertServiceBreaks("nosy", "services share words and plumbing only", "canary.adapter.hours");
    }

    @Test
    void a_question_to_the_store_that_is_made_of_text_is_found() {
        assertServiceBreaks("parsed", "the store is asked nothing in text", "Document.parse");
    }

    @Test
    void text_that_is_run_is_found() {
        assertServiceBreaks("running", "text is never run", "ProcessBuilder");
    }

    @Test
    void a_package_that_is_not_null_marked_is_found() {
        assertServiceBreaks("unmarked", "every package is @NullMarked", "canary.unmarked is not @NullMarked");
    }

    @Test
    void a_name_that_says_nothing_is_found() {
        assertServiceBreaks("named", "a name says what a thing is", "HoursHelper");
    }

    @Test
    void contracts_that_are_more_than_words_are_found() {
        assertBreaks(
                "words",
                ArchitectureRules.ofContracts(CANARIES + "words"),
                "contracts import java",
                "org.bson.Document");
    }

    @Test
    void our_contracts_are_words() {
        ArchitectureRules.holdContracts("io.rhomboid.contracts");
    }

    @Test
    void a_gateway_that_knows_a_services_words_is_found() {
        assertBreaks(
                "door",
                ArchitectureRules.ofGateway(CANARIES + "door"),
                "the gateway imports neither contracts nor services",
                "TherapistId");
    }

    @Test
    void a_feature_that_does_not_exist_is_found() {
        assertThatThrownBy(() -> hold("good", ArchitectureRules.ofService(CANARIES + "good", "hour")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void a_service_that_does_not_exist_is_found() {
        assertThatThrownBy(() -> ArchitectureRules.holdService("io.rhomboid.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no classes");
    }

    static void assertServiceBreaks(String canary, String rule, String culprit, String... featuresWithRules) {
        assertBreaks(canary, ArchitectureRules.ofService(CANARIES + canary, featuresWithRules), rule, culprit);
    }

    static void assertBreaks(String canary, List<ArchRule> rules, String rule, String culprit) {
        assertThatThrownBy(() -> hold(canary, rules))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(culprit);
        for (var other : rules) {
            if (other.getDescription().contains(rule)) continue;
            assertThatCode(() -> hold(canary, List.of(other))).doesNotThrowAnyException();
        }
    }

    static void hold(String canary, List<ArchRule> rules) {
        ArchitectureRules.hold(new ClassFileImporter(), CANARIES + canary, rules);
    }
}
