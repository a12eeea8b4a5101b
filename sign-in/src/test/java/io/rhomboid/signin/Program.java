package io.rhomboid.signin;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that asks an OpenID provider for tokens, by its discovery document alone. */
final class Program {

    private final String issuer;
    private final String id;
    private final String secret;
    private final String redirect;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonNode discovery;

    /** @param secret empty for a program that can't keep one */
    Program(String issuer, String id, String secret, String redirect) {
        this.issuer = issuer;
        this.id = id;
        this.secret = secret;
        this.redirect = redirect;
        discovery = fetch(URI.create(issuer + "/.well-known/openid-configuration"));
    }

    /** What was sent to sign somebody in, and has to be known again afterwards. */
    record Request(URI address, String verifier, String state, String nonce) {}

    record Tokens(int status, JsonNode body) {
        String access() {
            return body.get("access_token").asString();
        }

        String refresh() {
            return body.get("refresh_token").asString();
        }

        String id() {
            return body.get("id_token").asString();
        }

        String error() {
            return body.path("error").asString();
        }
    }

    JsonNode discovery() {
        return discovery;
    }

    String redirect() {
        return redirect;
    }

    Request request() {
        return request(Map.of());
    }

    /** @param other parameters instead of the usual ones; an empty value leaves one out */
    Request request(Map<String, String> other) {
        var verifier = random();
        var state = random();
        var nonce = random();
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", id);
        parameters.put("redirect_uri", redirect);
        parameters.put("scope", "openid profile email");
        parameters.put("state", state);
        parameters.put("nonce", nonce);
        parameters.put("code_challenge", sha256(verifier));
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(other);
        parameters.values().removeIf(String::isEmpty);
        return new Request(
                URI.create(discovery.get("authorization_endpoint").asString() + "?" + Browser.encoded(parameters)),
                verifier,
                state,
                nonce);
    }

    Tokens exchange(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", redirect, "code_verifier", verifier));
    }

    Tokens refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    void revoke(String token) {
        post("revocation_endpoint", Map.of("token", token, "token_type_hint", "refresh_token"));
    }

    Tokens token(Map<String, String> fields) {
        return post("token_endpoint", fields);
    }

    private Tokens post(String endpoint, Map<String, String> fields) {
        var sent = new LinkedHashMap<>(fields);
        var request = HttpRequest.newBuilder(URI.create(discovery.get(endpoint).asString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (secret.isEmpty()) {
            sent.put("client_id", id);
        } else {
            var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        var answer = Browser.answer(http, request.POST(BodyPublishers.ofString(Browser.encoded(sent))));
        return new Tokens(
                answer.statusCode(),
                answer.body().isBlank()
                        ? JsonMapper.shared().createObjectNode()
                        : JsonMapper.shared().readTree(answer.body()));
    }

    URI logout(String idToken, String backTo) {
        return URI.create(discovery.get("end_session_endpoint").asString() + "?"
                + Browser.encoded(new LinkedHashMap<>(
                        Map.of("id_token_hint", idToken, "post_logout_redirect_uri", backTo, "state", "bye"))));
    }

    /** The claims, if one of the provider's published keys has signed them with ES256. */
    JWTClaimsSet claims(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var keys = JWKSet.parse(
                    fetch(URI.create(discovery.get("jwks_uri").asString())).toString());
            var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
            if (!jwt.verify(new ECDSAVerifier(key.toECKey()))) throw new AssertionError("not signed by its key");
            return jwt.getJWTClaimsSet();
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode fetch(URI address) {
        var answer = Browser.answer(http, HttpRequest.newBuilder(address).GET());
        if (answer.statusCode() != 200) throw new AssertionError(address + " answers " + answer.statusCode());
        return JsonMapper.shared().readTree(answer.body());
    }

    static Map<String, String> query(URI address) {
        var query = address.getRawQuery();
        if (query == null) return Map.of();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
