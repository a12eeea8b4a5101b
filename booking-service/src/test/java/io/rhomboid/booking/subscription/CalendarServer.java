package io.rhomboid.booking.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Somebody else's server with one calendar at {@code /mira.ics}. */
public final class CalendarServer implements AutoCloseable {

    private final HttpServer server;
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile int status = 200;
    public volatile String text = "";
    public volatile @Nullable String location;

    public CalendarServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mira.ics";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var etag = "\"" + text.hashCode() + "\"";
            var given = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(given == null ? "" : given);
            exchange.getResponseHeaders().set("ETag", etag);
            if (location != null) exchange.getResponseHeaders().set("Location", location);
            if (status == 200 && etag.equals(given)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
