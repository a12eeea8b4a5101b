package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

import com.sun.net.httpserver.HttpServer;

/** Where traces go: takes what services send by OTLP over HTTP, and can draw one. */
final class Spans {

    /**
     * One step of a trace.
     *
     * @param parent empty for the first
     */
    record Span(String trace, String id, String parent, String service, String name, Instant from, Instant until) {}

    private final ConcurrentLinkedQueue<Span> taken = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private Spans(HttpServer server) {
        this.server = server;
    }

    static Spans listen() {
        try {
            var spans = new Spans(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            spans.server.createContext("/", exchange -> {
                spans.take(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            spans.server.start();
            return spans;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT}. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    void stop() {
        server.stop(0);
    }

    /** Of this trace, as far as they have come; those that began first come first. */
    List<Span> of(String trace) {
        return taken.stream()
                .filter(span -> span.trace.equals(trace))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    /** ExportTraceServiceRequest: resources, each with the spans of its scopes. */
    private void take(byte[] request) {
        eachOf(ByteBuffer.wrap(request), (field, resourceSpans) -> {
            var service = new StringBuilder();
            eachOf(resourceSpans.duplicate(), (inner, message) -> {
                if (inner == 1) service.append(serviceName(message));
            });
            eachOf(resourceSpans, (inner, scopeSpans) -> {
                if (inner != 2) return;
                eachOf(scopeSpans, (deeper, span) -> {
                    if (deeper == 2) taken.add(span(service.toString(), span));
                });
            });
        });
    }

    private static String serviceName(ByteBuffer resource) {
        var name = new StringBuilder();
        eachOf(resource, (field, attribute) -> {
            if (field != 1) return;
            var texts = new HashMap<Integer, ByteBuffer>();
            eachOf(attribute, texts::put);
            if (!text(texts.get(1)).equals("service.name")) return;
            eachOf(texts.get(2), (_, value) -> name.append(text(value)));
        });
        return name.toString();
    }

    private static Span span(String service, ByteBuffer message) {
        var fields = new HashMap<Integer, ByteBuffer>();
        eachOf(message, fields::putIfAbsent);
        return new Span(
                hex(fields.get(1)),
                hex(fields.get(2)),
                hex(fields.get(4)),
                service,
                text(fields.get(5)),
                time(fields.get(7)),
                time(fields.get(8)));
    }

    /** The fields of a protobuf message that have bytes: texts, messages, and numbers of fixed length. */
    private static void eachOf(ByteBuffer message, BiConsumer<Integer, ByteBuffer> taking) {
        while (message.hasRemaining()) {
            var tag = number(message);
            var field = (int) (tag >>> 3);
            switch ((int) tag & 7) {
                case 0 -> number(message);
                case 1 -> taking.accept(field, next(message, 8));
                case 2 -> taking.accept(field, next(message, (int) number(message)));
                case 5 -> taking.accept(field, next(message, 4));
                default -> throw new IllegalArgumentException("no protobuf");
            }
        }
    }

    private static long number(ByteBuffer message) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            var part = message.get();
            number |= (part & 0x7FL) << shift;
            if (part >= 0) return number;
        }
    }

    private static ByteBuffer next(ByteBuffer message, int length) {
        var next = message.slice(message.position(), length);
        message.position(message.position() + length);
        return next;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static String hex(@org.jspecify.annotations.Nullable ByteBuffer bytes) {
        if (bytes == null) return "";
        var all = new byte[bytes.remaining()];
        bytes.duplicate().get(all);
        return HexFormat.of().formatHex(all);
    }

    private static Instant time(ByteBuffer nanos) {
        var since = nanos.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong();
        return Instant.ofEpochSecond(0, since);
    }

    /** One trace as SVG: a line for each step, in the colour of its service, from left to right by the clock. */
    static String drawn(List<Span> trace) {
        var ordered = new ArrayList<Span>();
        var depths = new HashMap<String, Integer>();
        descend("", trace, 0, ordered, depths);
        var begin = trace.getFirst().from;
        var end = trace.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow();
        var whole = Math.max(1, micros(begin, end));
        var colours = List.of("#2f6f73", "#a8572a", "#5b5ea6", "#7a6a1f", "#8a3f5c");
        var services = trace.stream().map(Span::service).distinct().toList();
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="1160" height="%d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="#fffdf9"/>
                """.formatted(24 * ordered.size() + 56));
        var x = 12;
        for (var service : services) {
            var colour = colours.get(services.indexOf(service) % colours.size());
            svg.append("<rect x=\"%d\" y=\"12\" width=\"12\" height=\"12\" fill=\"%s\"/>".formatted(x, colour));
            svg.append("<text x=\"%d\" y=\"23\">%s</text>\n".formatted(x + 18, escaped(service)));
            x += 40 + 8 * service.length();
        }
        for (int i = 0; i < ordered.size(); i++) {
            var span = ordered.get(i);
            var y = 40 + 24 * i;
            var from = 440 + 560.0 * micros(begin, span.from) / whole;
            var width = Math.max(2, 560.0 * micros(span.from, span.until) / whole);
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <text x="%d" y="%d">%s</text><rect x="%.1f" y="%d" width="%.1f" height="14" fill="%s"/>\
                    <text x="%.1f" y="%d" fill="#555">%.1f ms</text>
                    """,
                    12 + 14 * depths.get(span.id),
                    y + 12,
                    escaped(span.name),
                    from,
                    y,
                    width,
                    colours.get(services.indexOf(span.service) % colours.size()),
                    from + width + 6,
                    y + 12,
                    micros(span.from, span.until) / 1000.0));
        }
        return svg.append("</svg>\n").toString();
    }

    /** Each below what it came from; what came from somebody who is not of us begins. */
    private static void descend(
            String parent, List<Span> trace, int depth, List<Span> ordered, Map<String, Integer> depths) {
        for (var span : trace) {
            var isChild = parent.isEmpty()
                    ? trace.stream().noneMatch(other -> other.id.equals(span.parent))
                    : span.parent.equals(parent);
            if (!isChild || depths.containsKey(span.id)) continue;
            depths.put(span.id, depth);
            ordered.add(span);
            descend(span.id, trace, depth + 1, ordered, depths);
        }
    }

    private static long micros(Instant from, Instant until) {
        return Duration.between(from, until).toNanos() / 1000;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
