package io.rhomboid.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Bodies and parameters that were made to do harm, to every operation of every service, as their API descriptions list
 * them: a new operation is tried from its first day.
 */
@ExtendWith(RunningClinic.ForAllStories.class)
class SendingWhatNobodyShouldTest {

    static final List<String> SERVICES = List.of("therapist", "booking", "notification");

    final RunningClinic clinic;
    final Visitor mallory;

    SendingWhatNobodyShouldTest(RunningClinic clinic) {
        this.clinic = clinic;
        // Who may do everything: what is refused is refused for what is sent, not for who sends it.
        this.mallory = clinic.as(SignIn.Person.PLATFORM_ADMIN);
    }

    /**
     * One operation, with unknown ids in its path.
     *
     * @param document all that its service describes
     */
    record Operation(JsonNode document, String service, String method, String path, JsonNode described) {

        /** Whether mallory's body would be read. */
        boolean takesJson() {
            return hasBody() && !isAboutHealth();
        }

        boolean hasBody() {
            return described.at("/requestBody/content").has("application/json");
        }

        boolean isAboutHealth() {
            return described.path("x-about-health").asBoolean(false);
        }

        Stream<JsonNode> parameters(String in) {
            return described
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("in").asString().equals(in));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        var operations = SERVICES.stream()
                .flatMap(service -> operations(service, mallory.description(service)))
                .toList();
        assertThat(operations).hasSizeGreaterThan(50);
        return operations;
    }

    private static Stream<Operation> operations(String service, JsonNode document) {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Operation(
                                document,
                                service,
                                operation.getKey().toUpperCase(),
                                path.getKey(),
                                operation.getValue())));
    }

    record Poison(String name, BodyPublisher body, int... statuses) {}

    static Poison poison(String name, String body, int... statuses) {
        return new Poison(name, BodyPublishers.ofString(body), statuses);
    }

    static Stream<Poison> poisons() {
        var tenMegabytes = "{\"x\":\"" + "x".repeat(10_000_000) + "\"}";
        return Stream.of(
                poison("ten megabytes", tenMegabytes, 413),
                new Poison(
                        "ten megabytes in chunks",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tenMegabytes.getBytes())),
                        413),
                poison("ten thousand deep", "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", 400),
                poison("ten thousand deep, objects", "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000), 400),
                poison("a number of a million digits", "{\"x\":" + "7".repeat(1_000_000) + "}", 413),
                poison("a number of two hundred thousand digits", "{\"x\":" + "7".repeat(200_000) + "}", 400),
                poison("an exponent", "{\"x\":1e999999999}", 400),
                poison("twice the same key", "{\"x\":1,\"x\":2}", 400),
                poison("garbage behind it", "{} garbage", 400),
                poison("a second document", "{}{}", 400),
                poison("NUL in a text", "{\"x\":\"\0\"}", 400),
                poison("NUL for the whole body", "\0\0\0\0", 400),
                poison("half of a surrogate pair", "{\"\\ud800\":1}", 400),
                new Poison("bytes that are no UTF-8", BodyPublishers.ofByteArray(new byte[] {'{', '"', -1, -2}), 400),
                new Poison("zipped, and far larger than it looks", BodyPublishers.ofByteArray(bomb()), 400, 415),
                poison("a list", "[[[[]]]]", 400),
                poison("code", "{\"x\":\"${jndi:ldap://127.0.0.1/a}\",\"@type\":\"java.lang.Runtime\"}", 400));
    }

    @TestFactory
    Stream<DynamicTest> as_a_body() {
        var operations = operations().stream().filter(Operation::takesJson).toList();
        assertThat(operations.stream().map(Operation::service).distinct()).hasSizeGreaterThan(1);
        return poisons()
                .map(poison -> dynamicTest(poison.name(), () -> {
                    operations.parallelStream().forEach(operation -> {
                        var request = request(operation, operation.path()).method(operation.method(), poison.body());
                        if (poison.name().startsWith("zipped")) request.header("Content-Encoding", "gzip");
                        assertRefused(operation, mallory.send(request), poison.statuses());
                    });
                    assertThat(mallory.get("/api/v1/clinics").status()).isEqualTo(200);
                }));
    }

    /** Who may do everything else is refused before it is read: as staff, and as a client whose it is not. */
    @Test
    void as_a_body_about_somebodys_health() {
        var operations = operations().stream()
                .filter(operation -> operation.hasBody() && operation.isAboutHealth())
                .toList();
        assertThat(operations).isNotEmpty();
        var poisons = poisons().toList();
        operations.parallelStream().forEach(operation -> {
            for (var poison : poisons) {
                var request = request(operation, operation.path()).method(operation.method(), poison.body());
                assertRefused(operation, mallory.send(request), 403, 404, 413);
            }
        });
    }

    /** What only the system says of a thing, one at a time, to every operation that does not know it. */
    @TestFactory
    Stream<DynamicTest> as_a_field_that_is_not_the_callers_to_set() {
        var operations = operations().stream().filter(Operation::takesJson).toList();
        return Stream.of("version", "claims", "roles", "pendingEvents", "_id", "ops", "createdAt", "__proto__", "class")
                .map(field -> dynamicTest(field, () -> {
                    operations.parallelStream().forEach(operation -> {
                        if (isThereToSet(operation, field)) return;
                        var body = JsonNodeFactory.instance.objectNode().put(field, 1);
                        var answer = mallory.send(request(operation, operation.path())
                                .method(operation.method(), BodyPublishers.ofString(body.toString())));
                        assertRefused(operation, answer, 400);
                        assertThat(answer.problem()).as("%s", operation).isEqualTo("unknown-field");
                    });
                }));
    }

    /** Roles are what an admin gives to who works at the clinic; everywhere else they are nobody's to set. */
    private static boolean isThereToSet(Operation operation, String field) {
        return field.equals("roles") && operation.path().matches("/api/v1/clinics/[^/]+/(members|invitations).*");
    }

    @Test
    void a_booking_is_only_what_may_be_asked_for_and_the_hour_stays_free() {
        var slot = Slots.free(mallory, 1, 24).getFirst();
        for (var field : List.of("status", "price", "version", "claims", "roomId", "reference", "holdExpiresAt")) {
            var answer = mallory.post(
                    "/api/v1/bookings",
                    Visitor.newKey(),
                    mallory.request(Slots.TECHNIQUE, slot).put(field, "CONFIRMED"));
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("unknown-field");
        }
        assertThat(mallory.tryToBook(Slots.TECHNIQUE, slot, Visitor.newKey()).status())
                .isEqualTo(201);
    }

    static final List<String> OPERATORS =
            List.of("{\"$gt\":\"\"}", "{\"$ne\":null}", "$where", "';return true;//", ".*", "[$ne]", "\0");

    @TestFactory
    Stream<DynamicTest> as_a_parameter() {
        return operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .flatMap(operation -> operation.parameters("query").map(parameter -> {
                    var name = parameter.get("name").asString();
                    return dynamicTest(operation + " " + name, () -> {
                        OPERATORS.parallelStream().forEach(operator -> {
                            var asValue = mallory.send(
                                    request(operation, operation.path() + "?" + name + "=" + code(operator))
                                            .GET());
                            assertThat(asValue.status())
                                    .as("%s %s", operator, asValue)
                                    .isLessThan(500);
                            // Words that are searched for may be any; everything else must be what it should be.
                            if (!isFreeText(parameter)) {
                                assertThat(asValue.status())
                                        .as("%s %s", operator, asValue)
                                        .isBetween(400, 404);
                            }
                        });
                        var asName =
                                mallory.send(request(operation, operation.path() + "?" + code(name + "[$ne]") + "=x")
                                        .GET());
                        assertThat(asName.status()).as("%s", asName).isLessThan(500);
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> as_an_id() {
        return operations().stream()
                .filter(operation -> operation.path().contains("{"))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    for (var operator : List.of("{\"$gt\":\"\"}", "$where", "*", "-1")) {
                        var path = operation
                                .path()
                                .replaceAll("\\{[^}]+}", code(operator).replace("$", "\\$"));
                        var answer = mallory.send(request(operation, path)
                                .method(
                                        operation.method(),
                                        operation.takesJson()
                                                ? BodyPublishers.ofString("{}")
                                                : BodyPublishers.noBody()));
                        assertThat(answer.status())
                                .as("%s %s", operator, answer)
                                .isBetween(400, 428);
                    }
                }));
    }

    /** Every text of every body, one after the other, is an operator. */
    @TestFactory
    Stream<DynamicTest> as_a_value_of_a_body() {
        return operations().stream()
                .filter(Operation::takesJson)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var schema = resolve(
                            operation, operation.described().at("/requestBody/content/application~1json/schema"));
                    schema.path("properties").propertyNames().parallelStream().forEach(property -> {
                        for (var operator : List.of("$gt", "$ne", "$regex")) {
                            var body = JsonNodeFactory.instance.objectNode();
                            ((ObjectNode) body.putObject(property)).put(operator, "");
                            var answer = mallory.send(request(operation, operation.path())
                                    .method(operation.method(), BodyPublishers.ofString(body.toString())));
                            assertRefused(operation, answer, 400);
                        }
                    });
                }));
    }

    private static JsonNode resolve(Operation operation, JsonNode schema) {
        if (!schema.has("$ref")) return schema;
        return operation.document().at(schema.get("$ref").asString().substring(1));
    }

    private static boolean isFreeText(JsonNode parameter) {
        var schema = parameter.path("schema");
        return schema.path("type").asString("").equals("string")
                && !schema.has("format")
                && !schema.has("enum")
                && !schema.has("pattern");
    }

    private java.net.http.HttpRequest.Builder request(Operation operation, String path) {
        var needed = operation
                .parameters("query")
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.get("name").asString() + "=" + UUID.randomUUID())
                .collect(Collectors.joining("&"));
        var complete = path.contains("?") || needed.isEmpty() ? path : path + "?" + needed;
        return mallory.request(complete.replace("{code}", "SWEDISH")
                        .replace("{kind}", "CONFIRMATION")
                        .replace("{language}", "en")
                        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Visitor.newKey())
                .header("If-Match", "\"1\"");
    }

    private static void assertRefused(Operation operation, Visitor.Answer answer, int... statuses) {
        assertThat(statuses).as("%s answered %s", operation, answer).contains(answer.status());
        assertThat(answer.problem()).as("%s", operation).isNotEmpty();
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body().toString()).doesNotContain("Exception").doesNotContain("io.rhomboid");
    }

    private static String code(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 50; i++) zipped.write(zeros);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
