package io.rhomboid.booking.export.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.export.ExportSettings;
import io.rhomboid.contracts.booking.BookingId;

/**
 * Asks the other services what they have of who asks, with the caller's own token: each decides by itself what is theirs.
 * One that does not answer in time, or not as it should, is left out; who has not answered of late is not asked.
 */
@Component
public final class OtherServices {

    private static final System.Logger log = System.getLogger(OtherServices.class.getName());

    /** Somebody's whole life with us is a few hundred kilobytes. */
    private static final int MOST_BYTES = 16 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final ExportSettings settings;
    private final CircuitBreaker therapist = breaker("therapist-service");
    private final CircuitBreaker notification = breaker("notification-service");

    public OtherServices(ExportSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static CircuitBreaker breaker(String name) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .build());
    }

    /** A visit as only who was there knows it. */
    public record Visit(BookingId bookingId, String reference) {}

    /** What they wrote of these visits; empty if it can't be had now. */
    public Optional<JsonNode> reviews(String authorization, List<Visit> visits) {
        return ask(
                therapist,
                () -> request(settings.therapist(), "/api/v1/reviews/written", authorization)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                JSON.writeValueAsBytes(Map.of("visits", visits)))));
    }

    /** What they were told, and how they want to be; empty if it can't be had now. */
    public Optional<JsonNode> messages(String authorization) {
        return ask(
                notification,
                () -> request(settings.notification(), "/api/v1/recipients/me/export", authorization)
                        .GET());
    }

    private HttpRequest.Builder request(URI service, String path, String authorization) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(settings.patience())
                .header("Authorization", authorization);
    }

    private Optional<JsonNode> ask(CircuitBreaker breaker, Supplier<HttpRequest.Builder> request) {
        try {
            return Optional.of(
                    breaker.executeCallable(() -> answer(request.get().build())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception e) {
            log.log(System.Logger.Level.WARNING, "An export goes out without what {0} has: {1}", breaker.getName(), e);
            return Optional.empty();
        }
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        if (answer.statusCode() != 200) throw new IOException("it answered " + answer.statusCode());
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("it answered no JSON");
        }
    }
}
