package io.rhomboid.notification.push;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncryptingForOneBrowserTest {

    static final String POINT =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    /** Appendix A of RFC 8291. */
    @Test
    void the_example_of_the_standard_comes_out_to_the_byte() throws Exception {
        var ours = new KeyPair(
                Curve.publicKey(decoded(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                Curve.privateKey(new BigInteger(1, decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))));

        var sealed = Encryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                new Subscription.Keys(POINT, "BTBZMqHH6r4Tts7J_aSIgg"),
                ours,
                decoded("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void the_browser_reads_it_and_no_other_one_does() throws Exception {
        var browser = BrowserUnderTest.fresh();
        var message = "ü".repeat(Encryption.MOST_BYTES / 2);
        var sealed = Encryption.encrypt(message.getBytes(StandardCharsets.UTF_8), browser.keys());

        assertThat(sealed.length).isLessThanOrEqualTo(4096);
        assertThat(browser.read(sealed)).isEqualTo(message);
        assertThatThrownBy(() -> BrowserUnderTest.fresh().read(sealed))
                .isInstanceOf(javax.crypto.AEADBadTagException.class);
        assertThat(Encryption.encrypt(message.getBytes(StandardCharsets.UTF_8), browser.keys()))
                .isNotEqualTo(sealed);
    }

    @Test
    void the_public_point_is_the_one_that_the_jdk_reckons_for_its_own_keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(Curve.P256);
        for (int i = 0; i < 20; i++) {
            var pair = generator.generateKeyPair();
            var number = ((ECPrivateKey) pair.getPrivate()).getS();
            assertThat(Curve.publicPoint(number)).isEqualTo(((ECPublicKey) pair.getPublic()).getW());
        }
    }

    @Test
    void a_push_service_finds_out_that_it_is_us_and_that_it_is_meant() throws Exception {
        var secret = new byte[32];
        secret[5] = 7;
        var vapid = new Vapid(secret, "desk@clinic.example");
        var now = Instant.parse("2026-11-21T12:00:00Z");
        var header = vapid.authorization(URI.create("https://push.example:8443/send/abc"), now);

        assertThat(header).startsWith("vapid t=").endsWith(", k=" + vapid.publicKey());
        var token = SignedJWT.parse(header.substring(8, header.indexOf(',')));
        var key = (ECPublicKey) Curve.publicKey(decoded(vapid.publicKey()));
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://push.example:8443");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mailto:desk@clinic.example");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant()).isBetween(now, now.plusSeconds(24 * 3600));
        assertThat(new Vapid(secret, "").publicKey()).isEqualTo(vapid.publicKey());
    }

    @ParameterizedTest
    @CsvSource({
        "AAAA, BTBZMqHH6r4Tts7J_aSIgg",
        "no base64!, BTBZMqHH6r4Tts7J_aSIgg",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiwA, BTBZMqHH6r4Tts7J_aSIgg",
        POINT + ", AAAA",
        POINT + ", ''",
    })
    void keys_with_which_nothing_can_be_encrypted_are_none(String point, String secret) {
        assertThatThrownBy(() -> new Subscription.Keys(point, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be");
    }

    static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
