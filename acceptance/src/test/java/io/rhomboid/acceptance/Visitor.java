package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Someone who books through the gateway, by HTTP and nothing else: a guest, with a mail address that nobody else has and
 * the pass of each booking, or who has signed in.
 *
 * <p>The methods named like the trade insist on a yes; {@link #get} and {@link #post} take any answer.
 */
final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP;

    static {
        // No idle connection for longer than a gateway that goes still answers: what is asked of proxies in front of
        // it.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
        HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private final Gateways gateways;
    private final String email;
    private final @Nullable Supplier<String> authorization;

    /** A guest. */
    Visitor(Gateways gateways) {
        this(gateways, "jo." + UUID.randomUUID() + "@client.example", null);
    }

    /** @param authorization the header of each request; null for none */
    Visitor(Gateways gateways, String email, @Nullable Supplier<String> authorization) {
        this.gateways = gateways;
        this.email = email;
        this.authorization = authorization;
    }

    /** @param body empty if the answer is not JSON */
    record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

        String problem() {
            return body.path("type").asString("").replace("urn:rhomboid:problem:", "");
        }

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /** A free slot, as offered. */
    record Slot(
            String therapistId,
            String therapistName,
            String clinicId,
            ZoneId zone,
            OffsetDateTime start,
            OffsetDateTime end) {

        boolean overlaps(Slot other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }
    }

    /**
     * A booking, as answered.
     *
     * @param pass with which a guest goes on with it; empty for who has signed in
     */
    record Booking(String id, String etag, String pass, JsonNode view) {

        String status() {
            return view.get("status").asString();
        }

        OffsetDateTime start() {
            return OffsetDateTime.parse(view.get("start").asString());
        }
    }

    String email() {
        return email;
    }

    /** The API's own description; the first time a service takes a while to write it. */
    JsonNode description(String service) {
        return await("the description of " + service)
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/openapi/" + service + ".json"), answer -> answer.status() == 200)
                .body();
    }

    List<JsonNode> clinics() {
        return yes(200, get("/api/v1/clinics")).get("clinics").valueStream().toList();
    }

    List<JsonNode> therapistsOf(String clinicId) {
        return yes(200, get("/api/v1/therapists?clinicId=" + clinicId))
                .get("therapists")
                .valueStream()
                .map(listed ->
                        yes(200, get("/api/v1/therapists/" + listed.get("id").asString())))
                .toList();
    }

    /** When the therapist is away, from now on. */
    List<JsonNode> timeOffOf(String therapistId) {
        return yes(200, get("/api/v1/therapists/" + therapistId + "/time-off"))
                .get("blocks")
                .valueStream()
                .toList();
    }

    /**
     * @param where {@code clinicId=…}, {@code therapistId=…} or nothing
     * @param to the last day
     */
    List<Slot> whoIsFree(String treatment, int minutes, String where, LocalDate from, LocalDate to) {
        var found = yes(
                200,
                get("/api/v1/availability?treatment=" + treatment + "&durationMinutes=" + minutes + "&" + where
                        + "&from=" + from + "&to=" + to + "&limit=1000"));
        assertThat(found.get("truncated").asBoolean()).isFalse();
        return found.get("slots")
                .valueStream()
                .map(slot -> new Slot(
                        slot.get("therapistId").asString(),
                        slot.get("therapistName").asString(),
                        slot.get("clinicId").asString(),
                        ZoneId.of(slot.get("zone").asString()),
                        OffsetDateTime.parse(slot.get("start").asString()),
                        OffsetDateTime.parse(slot.get("end").asString())))
                .toList();
    }

    /** Keeps the slot for ten minutes. */
    Booking hold(String treatment, Slot slot) {
        return booked(
                201, post("/api/v1/bookings", newKey(), request(treatment, slot).put("hold", true)));
    }

    /** Books at once. */
    Booking book(String treatment, Slot slot) {
        return booked(201, tryToBook(treatment, slot, newKey()));
    }

    Answer tryToBook(String treatment, Slot slot, String key) {
        return post("/api/v1/bookings", key, request(treatment, slot));
    }

    Booking confirm(Booking booking) {
        return changed(booking, "/confirmation", "");
    }

    Booking reschedule(Booking booking, Slot to) {
        var wish = JSON.createObjectNode().put("start", to.start().toString());
        return changed(booking, "/schedule", wish.toString());
    }

    Booking cancel(Booking booking) {
        return changed(booking, "/cancellation", "");
    }

    private Booking changed(Booking booking, String what, String body) {
        var request = with(booking, what)
                .header("If-Match", booking.etag())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return booked(200, send(request), booking.pass());
    }

    Booking look(Booking booking) {
        return booked(200, send(with(booking, "").GET()), booking.pass());
    }

    private HttpRequest.Builder with(Booking booking, String what) {
        var request = request("/api/v1/bookings/" + booking.id() + what);
        return booking.pass().isEmpty() ? request : request.header("Guest-Pass", booking.pass());
    }

    static Booking booked(int expected, Answer answer) {
        return booked(expected, answer, answer.header("Guest-Pass").orElse(""));
    }

    private static Booking booked(int expected, Answer answer, String pass) {
        var view = yes(expected, answer);
        return new Booking(view.get("id").asString(), answer.header("ETag").orElse(""), pass, view);
    }

    /** The slot as a booking request of an hour. */
    ObjectNode request(String treatment, Slot slot) {
        var body = JSON.createObjectNode()
                .put("treatment", treatment)
                .put("lengthMinutes", Duration.between(slot.start(), slot.end()).toMinutes())
                .put("therapistId", slot.therapistId())
                .put("clinicId", slot.clinicId())
                .put("start", slot.start().toString());
        body.putObject("screening").putArray("has");
        body.putObject("client").put("name", "Jo Sample").put("email", email).put("language", "en");
        return body;
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode yes(int expected, Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(expected);
        return answer.body();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String key, JsonNode body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(gateways.inTurn().getFirst().resolve(path))
                .timeout(Duration.ofSeconds(30));
        return authorization == null ? request : request.header("Authorization", authorization.get());
    }

    /** At the next gateway, as long as none was reached: then nothing can have happened. */
    Answer send(HttpRequest.Builder request) {
        var asked = request.build().uri();
        var path = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
        var unreached = new ConnectException("no gateway is known");
        for (var gateway : gateways.inTurn()) {
            try {
                return send(gateway, request.uri(gateway.resolve(path)).build());
            } catch (ConnectException e) {
                gateways.leaveOut(gateway);
                unreached = e;
            } catch (IOException e) {
                throw new UncheckedIOException(request.build().method() + " " + gateway + path, e);
            }
        }
        throw new UncheckedIOException(request.build().method() + " " + asked, unreached);
    }

    private Answer send(URI gateway, HttpRequest request) throws IOException {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.headers().allValues("Connection").contains("close")) gateways.leaveOut(gateway);
            var isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    response.headers().map(),
                    isJson ? JSON.readTree(response.body()) : JSON.missingNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
