package io.rhomboid.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rhomboid.gateway.RunningGateway.json;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LimitsTest {

    static final int LIMIT = 256 * 1024;

    static final int FILE_LIMIT = 5 * 1024 * 1024;

    static StandIn booking = StandIn.start();
    static StandIn therapist = StandIn.start();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.routing.therapist=" + therapist.url(),
                "rhomboid.gateway.limit.between-reads=400ms",
                "rhomboid.gateway.limit.whole-request=1s",
                "rhomboid.gateway.limit.bodies-in-hand=1MB",
                "rhomboid.gateway.limit.uploads-in-hand=8MB",
                "server.netty.idle-timeout=800ms");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        booking.close();
        therapist.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/therapists/t-1/photo",
                "/api/v1/clinics/c-1/photos",
                "/api/v1/therapists/t-1/licences/l-1/evidence",
                "/api/v1/imports/therapists?dryRun=true"
            })
    void a_file_may_be_larger_where_files_are_sent(String target) {
        assertThat(gateway.post(target, "x".repeat(FILE_LIMIT)).statusCode()).isEqualTo(200);
        assertThat(therapist.lastAsked().body()).hasSize(FILE_LIMIT);

        var before = therapist.asked().size();
        var answer = gateway.send(gateway.request(target).POST(chunked("x".repeat(FILE_LIMIT + 1))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("detail").asString()).contains(String.valueOf(FILE_LIMIT));
        assertThat(therapist.asked()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/therapists/t-1",
                "/api/v1/therapists/t-1/photo/x",
                "/api/v1/clinics/c-1/photos/p-1",
                "/api/v1/imports"
            })
    void a_file_has_no_place_anywhere_else(String target) {
        assertThat(gateway.post(target, "x".repeat(LIMIT + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void files_that_are_still_coming_take_no_place_from_bookings() throws IOException {
        var holding = new ArrayList<Socket>();
        var answers = new ArrayList<String>();
        try {
            for (var i = 0; i < 2; i++) {
                var socket = gateway.connect();
                socket.getOutputStream()
                        .write(("POST /api/v1/clinics/c-1/photos HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n"
                                        + "b".repeat(4_900_000))
                                .getBytes());
                holding.add(socket);
            }
            assertThat(gateway.post("/api/v1/bookings", "x".repeat(200_000)).statusCode())
                    .isEqualTo(200);
            for (var socket : holding) {
                answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            for (var socket : holding) socket.close();
        }
        assertThat(answers).anySatisfy(answer -> assertIsProblem(answer, 503, "gateway-busy"));
    }

    @Test
    void a_body_of_just_the_limit_passes_in_whole() {
        var body = "x".repeat(LIMIT);

        assertThat(gateway.post("/api/v1/bookings", body).statusCode()).isEqualTo(200);
        assertThat(booking.lastAsked().body()).hasSize(LIMIT);
    }

    @Test
    void a_chunked_body_arrives_in_whole_and_measured() {
        var answer = gateway.send(gateway.request("/api/v1/bookings").POST(chunked("y".repeat(100_000))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(booking.lastAsked().body()).hasSize(100_000);
        assertThat(booking.lastAsked().headers().getFirst("Content-Length")).isEqualTo("100000");
    }

    @Test
    void one_byte_more_is_refused_before_it_is_sent() throws IOException {
        var before = booking.asked().size();

        var answer = gateway.sendRaw("""
                POST /api/v1/bookings HTTP/1.1\r
                Host: localhost\r
                Content-Length: %d\r
                \r
                """.formatted(LIMIT + 1));

        assertIsProblem(answer, 413, "body-too-large");
        assertThat(booking.asked()).hasSize(before);
    }

    @Test
    void a_chunked_body_is_counted_as_it_arrives_and_refused() throws IOException {
        var before = booking.asked().size();
        var chunk = "8000\r\n" + "z".repeat(0x8000) + "\r\n";

        var answer = gateway.sendRaw(
                "POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(9));

        assertIsProblem(answer, 413, "body-too-large");
        assertThat(booking.asked()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ten_megabytes_are_refused_at_once(boolean chunked) {
        var before = booking.asked().size();
        var body = "a".repeat(10_000_000);
        var begun = System.nanoTime();

        var answer = gateway.send(
                gateway.request("/api/v1/bookings").POST(chunked ? chunked(body) : BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:body-too-large");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(3));
        assertThat(booking.asked()).hasSize(before);
    }

    @Test
    void who_is_refused_while_still_sending_can_read_why() throws Exception {
        try (var socket = gateway.connect()) {
            var out = socket.getOutputStream();
            out.write("POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n".getBytes());
            for (var i = 0; i < 30; i++) out.write(new byte[100_000]);

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertIsProblem(answer, 413, "body-too-large");
        }
    }

    @Test
    void too_long_an_address_is_a_414_problem() throws IOException {
        assertIsProblem(
                raw("GET /api/v1/clinics?q=" + "a".repeat(9_000) + " HTTP/1.1", "Host: a"), 414, "address-too-long");
    }

    @Test
    void too_large_headers_are_a_431_problem() throws IOException {
        assertIsProblem(
                raw("GET /api/v1/clinics HTTP/1.1", "Host: a", "X-Big: " + "a".repeat(17_000)),
                431,
                "headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/clinics/../bookings HTTP/1.1",
                "GET /api/v1/clinics/..%2fbookings HTTP/1.1",
                "GET /api/v1/clinics/%2e%2e/bookings HTTP/1.1",
                "GET /api/v1/clinics/..%5cbookings HTTP/1.1",
                "GET /api/v1/clinics/%252e%252e/x HTTP/1.1",
                "GET //api/v1/clinics HTTP/1.1",
                "GET /api/v1/clinics;x=1/rooms HTTP/1.1",
                "GET /api/v1/clinics/%00 HTTP/1.1",
                "GET /api/v1/clinics?q=a%00b HTTP/1.1",
                "GET /api/v1/clinics/%zz HTTP/1.1",
                "GET http://elsewhere.example/api/v1/clinics HTTP/1.1",
                "GET elsewhere HTTP/1.1",
                "GARBAGE",
                "TRACE /api/v1/clinics HTTP/1.1",
                "CONNECT /api/v1/clinics HTTP/1.1",
                "GET /api/v1/clinics HTTP/9.9"
            })
    void a_request_line_that_could_mean_two_things_is_a_400_problem(String line) throws IOException {
        assertIsProblem(raw(line, "Host: localhost"), 400, "malformed-request");
    }

    @Test
    void two_hosts_or_none_are_a_400_problem() throws IOException {
        assertIsProblem(raw("GET / HTTP/1.1", "Host: a", "Host: b"), 400, "malformed-request");
        assertIsProblem(raw("GET / HTTP/1.1", "Accept: */*"), 400, "malformed-request");
        assertIsProblem(raw("GET / HTTP/1.1", "Host: a b"), 400, "malformed-request");
    }

    @Test
    void chunks_that_are_none_are_a_400_problem() throws IOException {
        var before = booking.asked().size();

        assertIsProblem(
                gateway.sendRaw("POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2\r\n{}\r\nnonsense\r\n\r\n"),
                400,
                "malformed-request");
        assertThat(booking.asked()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 10\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "Transfer-Encoding: chunked\r\n\r\n"
            })
    void a_body_that_breaks_off_never_reaches_a_service(String start) throws Exception {
        var before = booking.asked().size();
        try (var socket = gateway.connect()) {
            socket.getOutputStream().write(("POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\n" + start).getBytes());
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes())).doesNotContain(" 200 ");
        }
        await().during(ofMillis(200)).until(() -> booking.asked().size() == before);
    }

    @Test
    void a_body_measured_twice_is_never_read_in_two_ways() throws IOException {
        var before = booking.asked().size();

        var answer = gateway.sendRaw(
                "POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /api/v1/bookings/smuggled HTTP/1.1\r\n\r\n");

        assertThat(booking.asked().subList(before, booking.asked().size()))
                .noneMatch(asked -> asked.target().contains("smuggled"));
        assertThat(answer).startsWith("HTTP/1.1 ");
    }

    @Test
    void a_body_that_stops_arriving_is_a_408_problem() throws IOException {
        var before = booking.asked().size();
        var begun = System.nanoTime();

        var answer =
                gateway.sendRaw("POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nab");

        assertIsProblem(answer, 408, "request-too-slow");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(3));
        assertThat(booking.asked()).hasSize(before);
    }

    @Test
    void a_body_that_drips_is_a_408_problem() throws Exception {
        try (var socket = gateway.connect()) {
            var out = socket.getOutputStream();
            out.write("POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n".getBytes());
            var begun = System.nanoTime();
            var dripping = drip(socket, "a");

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertIsProblem(answer, 408, "request-too-slow");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(4));
            dripping.interrupt();
        }
    }

    @Test
    void headers_that_drip_are_cut_off() throws Exception {
        try (var socket = gateway.connect()) {
            socket.getOutputStream().write("GET /api/v1/clinics HTTP/1.1\r\nHost: a\r\n".getBytes());
            var begun = System.nanoTime();
            var dripping = drip(socket, "X-A: b\r\n");

            assertThat(endOf(socket)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(4));
            dripping.interrupt();
        }
    }

    @Test
    void a_connection_on_which_nothing_happens_is_closed() throws IOException {
        try (var socket = gateway.connect()) {
            var begun = System.nanoTime();

            assertThat(endOf(socket)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ofSeconds(4));
        }
    }

    @Test
    void more_bodies_than_can_be_held_at_once_are_asked_to_wait() {
        // On a busy machine the first may have given up before the last has come.
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(sixLargeBodiesAtOnce())
                        .anySatisfy(answer -> assertIsProblem(answer, 503, "gateway-busy")));
        await().atMost(ofSeconds(5))
                .untilAsserted(() -> assertThat(gateway.post("/api/v1/bookings", "x".repeat(200_000))
                                .statusCode())
                        .isEqualTo(200));
    }

    /** None of them comes to its end. */
    private static List<String> sixLargeBodiesAtOnce() throws IOException {
        var holding = new ArrayList<Socket>();
        var answers = new ArrayList<String>();
        try {
            for (var i = 0; i < 6; i++) {
                var socket = gateway.connect();
                socket.getOutputStream()
                        .write(("POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Length: 260000\r\n\r\n"
                                        + "b".repeat(250_000))
                                .getBytes());
                holding.add(socket);
            }
            for (var socket : holding) {
                answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            for (var socket : holding) socket.close();
        }
        return answers;
    }

    static String raw(String... lines) throws IOException {
        return gateway.sendRaw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    static java.net.http.HttpRequest.BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()));
    }

    static Thread drip(Socket socket, String drop) {
        return Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write(drop.getBytes());
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException _) {
                // the gateway has had enough, which is what we wait for
            }
        });
    }

    static boolean endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException _) {
            return true;
        }
    }

    static void assertIsProblem(String answer, int status, String type) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase()).contains("content-type: application/problem+json");
        assertThat(List.of(answer.split("\r\n\r\n"))).hasSize(2);
        assertThat(answer)
                .contains("\"type\":\"urn:rhomboid:problem:" + type + "\"")
                .contains("\"requestId\":\"");
    }
}
