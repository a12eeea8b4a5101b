package io.rhomboid.local.text;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes what would be sent to phones: the last two hundred texts, until the run ends. */
public final class TextCatcher {

    private static final int KEPT = 200;
    private static final int LARGEST = 64 * 1024;

    private final Deque<Text> texts = new ArrayDeque<>();

    private record Text(Instant at, String to, String from, String body) {}

    /** On a server that somebody else starts: the API as the provider has it, and {@code /texts} for people. */
    public void on(HttpServer server) {
        server.createContext("/2010-04-01/Accounts/", this::take);
        server.createContext("/texts", this::show);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = form(exchange);
            if (!exchange.getRequestMethod().equals("POST") || !form.containsKey("To") || !form.containsKey("Body")) {
                answer(exchange, 400, "application/json", "{\"code\":21604,\"message\":\"To and Body are needed\"}");
                return;
            }
            var from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
            synchronized (texts) {
                texts.addFirst(new Text(Instant.now(), form.get("To"), from, form.get("Body")));
                if (texts.size() > KEPT) texts.removeLast();
            }
            var id = "SM" + UUID.randomUUID().toString().replace("-", "");
            answer(exchange, 201, "application/json", "{\"sid\":\"" + id + "\",\"status\":\"queued\"}");
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
        var form = new HashMap<String, String>();
        for (var field : text.split("&")) {
            var equals = field.indexOf('=');
            if (equals > 0) form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            var page = new StringBuilder("<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=5>"
                    + "<title>Text messages</title><h1>Text messages</h1>");
            synchronized (texts) {
                if (texts.isEmpty()) page.append("<p>None yet.");
                for (var text : texts) {
                    page.append("<p><b>")
                            .append(safe(text.to))
                            .append("</b> <small>")
                            .append(text.at)
                            .append("</small><br>")
                            .append(safe(text.body));
                }
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
            answer(exchange, 200, "text/html; charset=utf-8", page.toString());
        }
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
