package io.rhomboid.gateway.session;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReachingTheProviderTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8090/realms/r/token, http://keycloak:8080/realms/r/token",
        "http://keycloak:8080/realms/r/token, http://keycloak:8080/realms/r/token",
        "http://localhost:8090/realms/root/token, http://localhost:8090/realms/root/token",
        "https://keys.example/all, https://keys.example/all",
    })
    void goes_the_way_of_the_description_for_what_lies_below_the_issuer(String told, String asked) {
        assertThat(Provider.inside(told, settings("http://localhost:8090/realms/r", "http://keycloak:8080/realms/r")))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"https://id.example/", "https://id.example"})
    void changes_nothing_where_both_are_one(String issuer) {
        assertThat(Provider.inside("https://id.example/token", settings(issuer, issuer)))
                .isEqualTo("https://id.example/token");
    }

    private static SessionSettings settings(String issuer, String discovery) {
        var hour = Duration.ofHours(1);
        return new SessionSettings(
                URI.create(issuer),
                URI.create(discovery),
                "rhomboid",
                "gateway",
                "",
                true,
                hour,
                hour,
                hour,
                "gateway");
    }
}
