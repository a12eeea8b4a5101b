package io.rhomboid.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.demo.Gateway.Refused;

/**
 * What shows the gateway that it is the loader: an access token for its client id and secret, got from the provider's
 * {@code token_endpoint} and kept for as long as it is good. Thread-safe.
 */
final class Pass {

    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final URI issuer;
    private final String secret;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";
    private Instant until = Instant.EPOCH;

    private Pass(URI issuer, String secret, JsonMapper json) {
        this.issuer = issuer;
        this.secret = secret;
        this.json = json;
    }

    /**
     * @param environment {@code SIGN_IN_DISCOVERY} or else {@code SIGN_IN_ISSUER}, and {@code DEMO_CLIENT_SECRET} or, in
     *     {@code DEMO_CLIENT_SECRET_FILE}, the name of the file that has it
     * @return empty without them: then it tries as anybody
     */
    static Optional<Pass> from(Map<String, String> environment, JsonMapper json) {
        var issuer = environment.getOrDefault("SIGN_IN_DISCOVERY", environment.getOrDefault("SIGN_IN_ISSUER", ""));
        var secret = environment.getOrDefault("DEMO_CLIENT_SECRET", inFile(environment.get("DEMO_CLIENT_SECRET_FILE")));
        return issuer.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pass(URI.create(issuer), secret, json));
    }

    private static String inFile(@Nullable String name) {
        try {
            return name == null ? "" : Files.readString(Path.of(name)).strip();
        } catch (IOException e) {
            throw new Refused(0, "DEMO_CLIENT_SECRET_FILE can't be read: " + e);
        }
    }

    /** For the header {@code Authorization}. */
    synchronized String header() {
        if (Instant.now().isAfter(until.minus(AHEAD))) renew();
        return "Bearer " + token;
    }

    private void renew() {
        var description =
                json.readTree(send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))));
        // As a form has it (RFC 6749, 2.3.1): a plus in it would be read as a blank.
        var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var credentials =
                Base64.getEncoder().encodeToString(("rhomboid-demo:" + encoded).getBytes(StandardCharsets.UTF_8));
        var answer = json.readTree(send(HttpRequest.newBuilder(
                        URI.create(description.get("token_endpoint").asString()))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))));
        token = answer.get("access_token").asString();
        until = Instant.now().plusSeconds(answer.get("expires_in").asLong());
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refused(answer.statusCode(), "the sign-in at " + issuer + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Refused(
                    0, "nobody signs in at " + issuer + " (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(0, "interrupted");
        }
    }
}
