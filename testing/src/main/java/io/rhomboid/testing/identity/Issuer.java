package io.rhomboid.testing.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Signs tokens, and shows its public keys on a port of its own; one for each JVM. */
public final class Issuer {

    public static final String NAME = "https://sign-in.rhomboid.example";
    public static final String AUDIENCE = "rhomboid";

    /** One of ES256 and one of RS256, as services take either. */
    public static final ECKey EC_KEY;

    public static final RSAKey RSA_KEY;

    private static final String KEYS;

    static {
        try {
            EC_KEY = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            RSA_KEY = new RSAKeyGenerator(2048).keyID("rsa").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            var keys = new JWKSet(List.of(EC_KEY, RSA_KEY)).toPublicJWKSet().toString();
            server.createContext("/jwks", exchange -> {
                var body = keys.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            KEYS = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Issuer() {}

    /** Where its public keys are. */
    public static String keys() {
        return KEYS;
    }

    /** Of somebody who may do everything. */
    public static String platformAdmin() {
        return token("platform-admin", null, claims -> claims.claim("roles", List.of("platform-admin")));
    }

    /** @param mail verified; null for who has none */
    public static String token(String subject, @Nullable String mail) {
        return token(subject, mail, _ -> {});
    }

    /** A token as a sign-in makes it, with what the test makes different. */
    public static String token(String subject, @Nullable String mail, Consumer<JWTClaimsSet.Builder> different) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims(subject, mail, different));
            token.sign(new ECDSASigner(EC_KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in such a token, for tests that sign it in ways of their own. */
    public static JWTClaimsSet claims(String subject, @Nullable String mail, Consumer<JWTClaimsSet.Builder> different) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(2))));
        if (mail != null) claims.claim("email", mail).claim("email_verified", true);
        different.accept(claims);
        return claims.build();
    }
}
