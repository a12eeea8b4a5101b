package io.rhomboid.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many bookings a second, through the gateway?
 *
 * <p>So many clients at once, each again and again: books some free hour of trigger point therapy, then gives it back,
 * so that the calendar is afterwards as it was. Clients sometimes want the same hour; that is counted as a conflict.
 * Everybody booked gets mails: for a system with a mail catcher.
 */
final class BookBench {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final String SLOTS = "/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=60&limit=1000";

    private final URI gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Queue<Long> booked = new ConcurrentLinkedQueue<>();
    private final Queue<Long> cancelled = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> otherAnswers = new ConcurrentHashMap<>();

    private BookBench(URI gateway) {
        this.gateway = gateway;
    }

    static void run(URI gateway, int seconds, int clients) throws Exception {
        var bench = new BookBench(gateway);
        var slots = bench.slots();
        if (slots.isEmpty()) throw new IllegalStateException("nothing is free at " + gateway + "; is the demo loaded?");
        bench.work(slots, WARM_UP, clients);
        bench.booked.clear();
        bench.cancelled.clear();
        bench.otherAnswers.clear();
        var length = Duration.ofSeconds(seconds);
        bench.work(slots, length, clients);
        bench.report(length, clients);
    }

    private List<JsonNode> slots() throws IOException, InterruptedException {
        var answer = http.send(request(SLOTS).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        return json.readTree(answer.body()).get("slots").valueStream().toList();
    }

    private void work(List<JsonNode> slots, Duration length, int clients) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                var random = new Random(i);
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) bookAndCancel(slots.get(random.nextInt(slots.size())));
                    return null;
                }));
            }
            for (var client : running) client.get();
        }
    }

    private void bookAndCancel(JsonNode slot) throws IOException, InterruptedException {
        var body = json.createObjectNode()
                .put("treatment", "TRIGGER_POINT")
                .put("lengthMinutes", 60)
                .put("therapistId", slot.get("therapistId").asString())
                .put("clinicId", slot.get("clinicId").asString())
                .put("start", slot.get("start").asString());
        body.putObject("screening").putArray("has");
        body.putObject("client").put("name", "Jo Sample").put("email", UUID.randomUUID() + "@client.example");
        var booking = request("/api/v1/bookings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        var answer = timed(booking, 201, booked);
        if (answer.statusCode() != 201) return;
        var id = json.readTree(answer.body()).get("id").asString();
        var cancellation = request("/api/v1/bookings/" + id + "/cancellation")
                .header("If-Match", answer.headers().firstValue("ETag").orElse(""))
                .header("Guest-Pass", answer.headers().firstValue("Guest-Pass").orElse(""))
                .PUT(HttpRequest.BodyPublishers.noBody());
        timed(cancellation, 200, cancelled);
    }

    private HttpResponse<String> timed(HttpRequest.Builder request, int expected, Queue<Long> times)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        long took = System.nanoTime() - began;
        if (answer.statusCode() == expected) times.add(took);
        else {
            var type = json.readTree(answer.body()).path("type").asString("");
            otherAnswers
                    .computeIfAbsent(answer.statusCode() + " " + type, _ -> new LongAdder())
                    .increment();
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private void report(Duration length, int clients) {
        System.out.println(Timings.HEADING);
        timings(booked).print("book (201)");
        timings(cancelled).print("cancel (200)");
        new TreeMap<>(otherAnswers).forEach((what, count) -> System.out.printf("%-34s %8d%n", what, count.sum()));
        System.out.printf(
                Locale.ROOT,
                "%.0f bookings and %.0f cancellations a second, %d clients, %d s%n",
                booked.size() / (double) length.toSeconds(),
                cancelled.size() / (double) length.toSeconds(),
                clients,
                length.toSeconds());
    }

    private static Timings timings(Queue<Long> times) {
        return new Timings(times.stream().mapToLong(Long::longValue).toArray());
    }
}
