package io.rhomboid.notification.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Somebody else's server, which takes what the standard's own library lets it, and answers as it is told. */
public final class StandardReceiver implements AutoCloseable {

    /** @param verified whether it was signed with the secret that the receiver knows */
    public record Heard(String webhookId, String body, boolean verified) {}

    public final List<Heard> heard = new CopyOnWriteArrayList<>();
    public volatile int status = 204;
    public volatile @Nullable String location;
    public volatile @Nullable String retryAfter;
    public volatile boolean endless;
    public volatile int millis;

    /** The most requests that were under way at once. */
    public final AtomicInteger mostAtOnce = new AtomicInteger();

    private final AtomicInteger atOnce = new AtomicInteger();
    private final HttpServer server;
    private volatile String secret = "whsec_AAAA";

    public StandardReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public void knows(String secret) {
        this.secret = secret;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/rhomboid";
    }

    public List<Heard> taken() {
        return heard.stream().filter(Heard::verified).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
            heard.add(new Heard(headers.firstValue("webhook-id").orElse(""), body, isVerified(body, headers)));
            if (millis > 0) Thread.sleep(millis);
            if (location != null) exchange.getResponseHeaders().set("Location", location);
            if (retryAfter != null) exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.sendResponseHeaders(status, endless ? 0 : -1);
            while (endless) exchange.getResponseBody().write(new byte[64 * 1024]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private boolean isVerified(String body, HttpHeaders headers) {
        try {
            new Webhook(secret).verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
