package io.rhomboid.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in for an OpenID provider: lets in whoever is sent to it, as Jo, and notices a refresh token that comes twice. */
final class StandInProvider implements AutoCloseable {

    private final HttpServer server;
    private final ECKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    final AtomicInteger refreshes = new AtomicInteger();
    final AtomicInteger reuses = new AtomicInteger();
    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    volatile Duration accessLife = Duration.ofMinutes(5);
    volatile UnaryOperator<String> nonce = UnaryOperator.identity();
    volatile String subject = "jo";
    /** When it says that somebody has shown who they are; null if it doesn't say. */
    volatile @Nullable Instant signedInAt = Instant.now();

    volatile Map<String, String> lastRequest = Map.of();

    private StandInProvider() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("known").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        200,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "revocation_endpoint", issuer() + "/revoke",
                                "jwks_uri", issuer() + "/jwks")));
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/revoke", exchange -> {
            revoked.add(form(exchange).get("token"));
            answer(exchange, 200, Map.of());
        });
        server.start();
    }

    static StandInProvider start() {
        return new StandInProvider();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ECKey key() {
        return key;
    }

    /** An access token as this provider makes them, five minutes long. */
    JWTClaimsSet.Builder access() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("rhomboid")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(accessLife)))
                .jwtID(UUID.randomUUID().toString())
                .claim("name", "Jo Weber")
                .claim("email", "jo@client.example")
                .claim("email_verified", true)
                .claim("roles", List.of("platform-admin"));
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends all sign-ins: no refresh token is good any more. */
    void forgetEverybody() {
        refreshTokens.clear();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        lastRequest = asked;
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = form(exchange);
        if (asked.get("grant_type").equals("authorization_code")) {
            var request = codes.remove(asked.get("code"));
            var fits = request != null && request.get("code_challenge").equals(challenge(asked.get("code_verifier")));
            answer(exchange, fits ? 200 : 400, fits ? tokens(request.get("nonce")) : Map.of("error", "invalid_grant"));
            return;
        }
        refreshes.incrementAndGet();
        var shown = asked.get("refresh_token");
        if (!used.add(shown)) reuses.incrementAndGet();
        var fits = refreshTokens.remove(shown);
        answer(exchange, fits ? 200 : 400, fits ? tokens(null) : Map.of("error", "invalid_grant"));
    }

    private Map<String, Object> tokens(@Nullable String askedNonce) {
        var refresh = UUID.randomUUID().toString();
        refreshTokens.add(refresh);
        var id = new JWTClaimsSet.Builder(access().build()).audience("rhomboid-gateway");
        var at = signedInAt;
        if (at != null) id.claim("auth_time", at.getEpochSecond());
        if (askedNonce != null) id.claim("nonce", nonce.apply(askedNonce));
        return Map.of(
                "token_type", "Bearer",
                "expires_in", accessLife.toSeconds(),
                "access_token", signed(access().build()),
                "refresh_token", refresh,
                "id_token", signed(id.build()));
    }

    private static String challenge(String verifier) {
        try {
            return java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        var body = JsonMapper.shared().writeValueAsBytes(json);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
