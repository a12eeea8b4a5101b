package io.rhomboid.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.platform.web.WebPart;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(OnlyGoodTokensTest.Desk.class)
@Import({WebPart.class, IdentityPart.class, OnlyGoodTokensTest.Desk.class, OnlyGoodTokensTest.Figures.class})
class OnlyGoodTokensTest {

    @RestController
    static class Desk {

        @Allowed(SIGNED_IN)
        @GetMapping("/api/v1/me")
        Caller me() {
            return Access.current().caller();
        }

        @Allowed(ANYONE)
        @GetMapping("/api/v1/door")
        Caller door() {
            return Access.current().caller();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Figures {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String token) {
        var before = refusals();

        for (var path : List.of("/api/v1/me", "/api/v1/door")) {
            var answer = http.get().uri(path).header("Authorization", "Bearer " + token);

            assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:invalid-token");
            assertThat(answer).hasHeader("WWW-Authenticate", "Bearer realm=\"rhomboid\", error=\"invalid_token\"");
        }
        assertThat(refusals()).isGreaterThan(before);
    }

    static Stream<Arguments> refused() throws Exception {
        var good = Issuer.token("jo", "jo@client.example");
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build();
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        var publicKey = ((RSAPublicKey) Issuer.RSA_KEY.toPublicKey()).getEncoded();
        var pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
        var lastYear = Instant.now().minusSeconds(400L * 24 * 3600);
        return Stream.of(
                Arguments.of("no token at all", "none"),
                Arguments.of("unsigned, alg none", new PlainJWT(plain(_ -> {})).serialize()),
                Arguments.of("its signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("its claims exchanged", exchanged(good)),
                Arguments.of(
                        "signed by a stranger under a known key's name", signed(header, new ECDSASigner(stranger))),
                Arguments.of(
                        "a key that nobody knows",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.ES256)
                                        .keyID("new")
                                        .build(),
                                new ECDSASigner(stranger))),
                Arguments.of(
                        "a key that it brings along",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.ES256)
                                        .jwk(stranger.toPublicJWK())
                                        .build(),
                                new ECDSASigner(stranger))),
                Arguments.of(
                        "HS256 with the public key as the secret",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .keyID("rsa")
                                        .build(),
                                new MACSigner(publicKey))),
                Arguments.of(
                        "HS256 with the public key's PEM as the secret",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .keyID("rsa")
                                        .build(),
                                new MACSigner(pem))),
                Arguments.of(
                        "RS512, which nobody asked for",
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID("rsa")
                                        .build(),
                                new RSASSASigner(Issuer.RSA_KEY))),
                Arguments.of(
                        "over",
                        with(claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(60))))),
                Arguments.of("over for a year", with(claims -> claims.expirationTime(Date.from(lastYear)))),
                Arguments.of("never over", with(claims -> claims.expirationTime(null))),
                Arguments.of(
                        "not yet",
                        with(claims ->
                                claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))))),
                Arguments.of("from another issuer", with(claims -> claims.issuer("https://other.example"))),
                Arguments.of("from nobody", with(claims -> claims.issuer(null))),
                Arguments.of("for somebody else", with(claims -> claims.audience("other"))),
                Arguments.of("for nobody", with(claims -> claims.audience((String) null))),
                Arguments.of("about nobody", with(claims -> claims.subject(null))),
                Arguments.of("about a blank", with(claims -> claims.subject(" "))),
                Arguments.of("an ID token by its nonce", with(claims -> claims.claim("nonce", "n"))),
                Arguments.of("an ID token by its hash", with(claims -> claims.claim("at_hash", "h"))),
                Arguments.of("an ID token by its name", with(claims -> claims.claim("typ", "ID"))),
                Arguments.of("a refresh token", with(claims -> claims.claim("typ", "Refresh"))),
                Arguments.of("64 KB", with(claims -> claims.claim("roles", List.of("x".repeat(64 * 1024))))),
                Arguments.of("64 KB of dots", ".".repeat(64 * 1024)),
                Arguments.of("three words", "one two three"));
    }

    private static String with(Consumer<JWTClaimsSet.Builder> different) {
        return Issuer.token("jo", "jo@client.example", different);
    }

    private static JWTClaimsSet plain(Consumer<JWTClaimsSet.Builder> different) {
        return Issuer.claims("jo", "jo@client.example", different);
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, plain(_ -> {}));
        token.sign(signer);
        return token.serialize();
    }

    private static String exchanged(String good) {
        var parts = good.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"jo\"", "\"ada\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    @Test
    void an_access_token_says_who_somebody_is() {
        var token = Issuer.token(
                "jo",
                "jo@client.example",
                claims ->
                        claims.claim("name", "Jo Weber").claim("typ", "Bearer").claim("roles", List.of("other")));

        assertThat(http.get().uri("/api/v1/me").header("Authorization", "Bearer " + token))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"subject":"jo","mail":"jo@client.example","name":"Jo Weber","platformAdmin":false}""");
    }

    @Test
    void one_signed_with_rs256_counts_as_well() throws Exception {
        var token = signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), new RSASSASigner(Issuer.RSA_KEY));

        assertThat(http.get().uri("/api/v1/me").header("Authorization", "Bearer " + token))
                .hasStatusOk();
    }

    @Test
    void one_that_says_that_it_is_an_access_token_counts_and_one_that_is_something_else_does_not() throws Exception {
        for (var type : List.of("JWT", "at+jwt", "logout+jwt")) {
            var token = signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID("ec")
                            .type(new JOSEObjectType(type))
                            .build(),
                    new ECDSASigner(Issuer.EC_KEY));

            assertThat(http.get().uri("/api/v1/me").header("Authorization", "Bearer " + token))
                    .hasStatus(type.equals("logout+jwt") ? 401 : 200);
        }
    }

    @Test
    void a_mail_address_that_is_not_verified_is_nobodys() {
        for (var verified : List.of(Map.of(), Map.of("email_verified", false), Map.of("email_verified", "true"))) {
            var token = Issuer.token("jo", null, claims -> {
                claims.claim("email", "jo@client.example");
                verified.forEach((name, value) -> claims.claim(name.toString(), value));
            });

            assertThat(http.get().uri("/api/v1/me").header("Authorization", "Bearer " + token))
                    .bodyJson()
                    .doesNotHavePath("$.mail");
        }
    }

    @Test
    void only_the_role_that_is_named_makes_an_admin() {
        for (var roles : List.of(List.of("PLATFORM-ADMIN"), List.of("admin"), "platform-admin", Map.of("a", 1))) {
            var token = Issuer.token("jo", null, claims -> claims.claim("roles", roles));

            assertThat(http.get().uri("/api/v1/me").header("Authorization", "Bearer " + token))
                    .bodyJson()
                    .extractingPath("$.platformAdmin")
                    .isEqualTo(false);
        }
    }

    @Test
    void without_a_token_only_what_is_open_to_anyone_is_answered() {
        assertThat(http.get().uri("/api/v1/door").header("Authorization", "")).hasStatusOk();

        var answer = http.get().uri("/api/v1/me").header("Authorization", "");
        assertThat(answer).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer realm=\"rhomboid\"");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:not-signed-in");
    }

    @Test
    void a_token_in_the_address_or_twice_in_the_head_is_none() {
        var token = Issuer.token("jo", null);

        assertThat(http.get().uri("/api/v1/me?access_token=" + token).header("Authorization", ""))
                .hasStatus(401);
        assertThat(http.get().uri("/api/v1/me").header("Authorization", "Bearer " + token, "Bearer " + token))
                .hasStatus(401);
    }

    @Test
    void what_is_no_operation_of_ours_is_not_open_to_anyone() {
        assertThat(http.get().uri("/anything").header("Authorization", "")).hasStatus(401);
    }

    private double refusals() {
        return meters.counter("rhomboid.security.events", "event", "token-refused")
                .count();
    }
}
