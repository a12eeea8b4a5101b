package io.rhomboid.therapist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.testing.identity.Issuer;

/** What a caller without any help of ours does: sends bytes, reads status, headers and JSON. */
@TestComponent
public class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    /** @param body null when there is none */
    public record Answer(
            int status,
            HttpResponse<String> response,
            @Nullable JsonNode body) {

        public String etag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }

        public String location() {
            return response.headers().firstValue("Location").orElseThrow();
        }

        public JsonNode json() {
            if (body == null) throw new AssertionError("no body");
            return body;
        }

        public String text(String pointer) {
            return json().at(pointer).asString();
        }

        /** The problem's type without its prefix. */
        public String problem() {
            return text("/type").replace("urn:rhomboid:problem:", "");
        }

        /** Field and message of the problem's first error. */
        public String firstError() {
            return text("/errors/0/field") + " " + text("/errors/0/message");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    public Answer post(String path, String key, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public Answer put(String path, String etag, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public Answer delete(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE());
    }

    /** A request to be completed by the test itself; the platform's admin's, unless the test says otherwise. */
    public HttpRequest.Builder request(String path) {
        var port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                        + (path.startsWith("/api") || path.startsWith("/v3") ? "" : "/api/v1") + path))
                .setHeader("Authorization", "Bearer " + Issuer.platformAdmin());
    }

    /** What is not JSON. */
    public HttpResponse<byte[]> bytes(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Answer send(HttpRequest.Builder request) {
        var response = sendForText(request);
        var text = response.body();
        return new Answer(response.statusCode(), response, text.isEmpty() ? null : JSON.readTree(text));
    }

    /** Whatever is answered. */
    public HttpResponse<String> sendForText(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** JSON that may be written with single quotes. */
    public static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }
}
