package io.rhomboid.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Listens to a stream of server-sent events as a browser does. */
final class EventStream implements AutoCloseable {

    record Said(String id, String event, JsonNode data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final BufferedReader lines;

    EventStream(int port, String path, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The next event, if it comes in time; comments are passed over. */
    Said next() throws Exception {
        return thread.submit(this::read).get(15, TimeUnit.SECONDS);
    }

    private Said read() throws IOException {
        String id = "";
        String event = "";
        String data = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) id = line.substring(3).strip();
            if (line.startsWith("event:")) event = line.substring(6).strip();
            if (line.startsWith("data:")) data = line.substring(5).strip();
            if (line.isEmpty() && !event.isEmpty())
                return new Said(id, event, JsonMapper.shared().readTree(data));
        }
        throw new IOException("the stream has ended");
    }

    @Override
    public void close() {
        client.shutdownNow();
        thread.shutdownNow();
    }
}
