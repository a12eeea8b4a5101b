package io.rhomboid.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, for a caller that waits when it is asked to. */
final class Gateway {

    /** What a request without a second chance ends in. */
    static final class Refused extends RuntimeException {

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }

        /** Whether it was refused for that, as the problem's type says it. */
        boolean isFor(String why) {
            return getMessage().contains("\"urn:rhomboid:problem:" + why + "\"");
        }
    }

    /** @param etag for the next change; empty if what was answered has no version */
    record Answer(JsonNode body, String etag) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final URI base;
    private final Optional<Pass> pass;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Gateway(URI base, Optional<Pass> pass, JsonMapper json) {
        this.base = base;
        this.pass = pass;
        this.json = json;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String key, JsonNode body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer put(String path, String etag, JsonNode body) {
        return send(request(path)
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer post(String path, String key, byte[] jpeg) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "image/jpeg")
                .POST(HttpRequest.BodyPublishers.ofByteArray(jpeg)));
    }

    Answer put(String path, String etag, byte[] jpeg) {
        return send(request(path)
                .header("If-Match", etag)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(jpeg)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .header("Accept", "application/json, application/problem+json")
                .timeout(Duration.ofSeconds(30));
        pass.ifPresent(shown -> request.header("Authorization", shown.header()));
        return request;
    }

    /** Every request here may be repeated: it has a key or a version. */
    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        var giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            String trouble;
            var pause = Duration.ofSeconds(1);
            try {
                var response = http.send(request, HttpResponse.BodyHandlers.ofString());
                var status = response.statusCode();
                if (status < 300) {
                    return new Answer(
                            json.readTree(response.body()),
                            response.headers().firstValue("ETag").orElse(""));
                }
                trouble = request.method() + " " + request.uri() + " was answered " + status + ": "
                        + response.body().strip();
                if (status != 429 && status != 502 && status != 503 && status != 504) {
                    throw new Refused(status, trouble);
                }
                pause = pause(response);
            } catch (ConnectException | HttpTimeoutException e) {
                trouble = "nobody answers at " + base + " (" + e.getClass().getSimpleName() + ")";
            } catch (IOException e) {
                trouble = request.method() + " " + request.uri() + " broke off: " + e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused(0, "interrupted");
            }
            if (Instant.now().plus(pause).isAfter(giveUp)) throw new Refused(0, trouble);
            sleep(pause);
        }
    }

    private static Duration pause(HttpResponse<?> response) {
        var seconds = response.headers().firstValue("Retry-After").orElse("1");
        var asked = seconds.matches("[0-9]{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ofSeconds(1);
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(0, "interrupted");
        }
    }
}
