package io.rhomboid.booking.export.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.export.ExportSettings;
import io.rhomboid.booking.export.http.OtherServices.Visit;
import io.rhomboid.contracts.booking.BookingId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class AskingOtherServicesTest {

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    HttpServer server;
    volatile int status = 200;
    volatile String says = "{\"reviews\":[{\"stars\":5}]}";
    volatile Duration takes = Duration.ZERO;

    @BeforeEach
    void somebody_answers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            try {
                Thread.sleep(takes);
                var body = says.getBytes(UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void nobody_answers() {
        server.stop(0);
    }

    @Test
    void they_are_asked_with_the_callers_own_token() {
        var visit = new Visit(new BookingId(new UUID(1, 2)), "RH-7K2M9Q");

        var reviews = others(Duration.ofSeconds(5)).reviews("Bearer jo", List.of(visit));
        says = "{\"messages\":[]}";
        var messages = others(Duration.ofSeconds(5)).messages("Bearer jo");

        assertThat(reviews.orElseThrow().at("/reviews/0/stars").asInt()).isEqualTo(5);
        assertThat(messages.orElseThrow().has("messages")).isTrue();
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/reviews/written Bearer jo {\"visits\":[{\"bookingId\":\"" + visit.bookingId()
                                + "\",\"reference\":\"RH-7K2M9Q\"}]}",
                        "GET /api/v1/recipients/me/export Bearer jo ");
    }

    @Test
    void who_is_away_slow_or_confused_is_left_out() {
        status = 500;
        assertThat(others(Duration.ofSeconds(5)).messages("Bearer jo")).isEmpty();
        status = 200;
        says = "<html>";
        assertThat(others(Duration.ofSeconds(5)).messages("Bearer jo")).isEmpty();
        says = "{}";
        takes = Duration.ofSeconds(20);
        assertThat(others(Duration.ofMillis(50)).messages("Bearer jo")).isEmpty();
        server.stop(0);
        assertThat(others(Duration.ofSeconds(5)).messages("Bearer jo")).isEmpty();
    }

    @Test
    void who_has_not_answered_of_late_is_not_asked() {
        status = 503;
        var others = others(Duration.ofSeconds(5));
        for (int i = 0; i < 8; i++) assertThat(others.messages("Bearer jo")).isEmpty();

        assertThat(asked).hasSize(5);
        // The other one is.
        status = 200;
        assertThat(others.reviews("Bearer jo", List.of())).isPresent();
    }

    private OtherServices others(Duration patience) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new OtherServices(new ExportSettings(address, address, patience));
    }
}
