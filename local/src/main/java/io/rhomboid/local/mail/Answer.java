package io.rhomboid.local.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

/** What goes back over HTTP. */
record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    static Answer html(String page, String contentSecurityPolicy) {
        return new Answer(
                200,
                "text/html; charset=utf-8",
                page.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Security-Policy", contentSecurityPolicy));
    }

    static Answer plain(byte[] text) {
        return new Answer(200, "text/plain; charset=utf-8", text, Map.of());
    }

    /** Offered to be kept, never shown in place: it may be a page of somebody else's. */
    static Answer part(Mail.Part part) {
        var name = part.fileName().isEmpty() ? "part-" + part.partId() : part.fileName();
        return new Answer(
                200,
                part.contentType(),
                part.content(),
                Map.of("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^\\w.() -]", "_") + "\""));
    }

    static Answer missing() {
        return new Answer(404, "text/plain; charset=utf-8", "not found".getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer malformed(String reason) {
        return new Answer(400, "text/plain; charset=utf-8", reason.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    void send(HttpExchange exchange) throws IOException {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", contentType);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("Cache-Control", "no-store");
        all.put("Referrer-Policy", "no-referrer");
        all.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
