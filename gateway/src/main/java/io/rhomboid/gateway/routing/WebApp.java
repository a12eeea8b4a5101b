package io.rhomboid.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.PagePolicy;

/**
 * The web app as it was built: a folder of files, read once at the start, so that nothing but these can be asked for.
 *
 * <p>All its pages are one file; its scripts find out which is meant by the address. Its other files have their contents'
 * hash in their name and are never asked for twice, but for a few that browsers look for by a fixed name. Where the build
 * has put a compressed twin beside a file ({@code .br}, {@code .gz}), who understands it gets that.
 */
final class WebApp {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String PAGE = "/index.html";
    private static final String WORKER = "/worker.js";

    /** What a clinic's own site loads from here, and below which address it shows the app in a frame. */
    private static final String EMBED_SCRIPT = "/embed.js";

    private static final String EMBED = "embed";

    /** By their endings. */
    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.valueOf("text/javascript;charset=UTF-8"),
            "css", MediaType.valueOf("text/css;charset=UTF-8"),
            "svg", MediaType.valueOf("image/svg+xml"),
            "png", MediaType.IMAGE_PNG,
            "woff2", MediaType.valueOf("font/woff2"),
            "webmanifest", MediaType.valueOf("application/manifest+json"));

    /** In the order in which they are wanted: what is smaller comes first. */
    private static final Map<String, String> TWINS = new TreeMap<>(Map.of("br", ".br", "gzip", ".gz"));

    /** What is not the app's, whoever asks: an address below these that nobody answers is an error, not a page. */
    private static final Set<String> OTHERS =
            Set.of("api", "openapi", "pages", "session", "oauth2", "login", "assets", "actuator", "v3");

    private final String page;
    private final Map<String, Path> files = new HashMap<>();

    private WebApp(Path folder) throws IOException {
        page = Files.readString(folder.resolve("index.html"), StandardCharsets.UTF_8);
        try (var all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            "/" + folder.relativize(file).toString().replace('\\', '/'), file.toAbsolutePath()));
        }
    }

    /**
     * @param folder what the build has made
     * @throws IllegalStateException if it is named and holds no app: better at the start than at the first visitor
     */
    static WebApp in(Path folder) {
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw new IllegalStateException("there is no web app in " + folder
                    + ": build it (./clinic up does), or leave WEB_FOLDER empty to serve the API alone");
        }
        try {
            return new WebApp(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody reads, by a browser, what is nobody else's. */
    RequestPredicate isPage() {
        return request -> isRead(request)
                && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                && !OTHERS.contains(firstOf(request.path()))
                && request.path().indexOf('.') < 0;
    }

    RequestPredicate isFile() {
        return request -> isRead(request)
                && !request.path().equals(PAGE)
                && TYPES.containsKey(endingOf(request.path()))
                && files.containsKey(request.path());
    }

    /** The page with a word for this one answer, without which none of its scripts would run. */
    Mono<ServerResponse> page(ServerRequest request) {
        if (firstOf(request.path()).equals(EMBED)) PagePolicy.embedded(request.exchange());
        return Pages.page(page, request);
    }

    Mono<ServerResponse> file(ServerRequest request) {
        var path = request.path();
        if (path.equals(WORKER)) PagePolicy.ofWorker(request.exchange());
        if (path.equals(EMBED_SCRIPT)) PagePolicy.forOthers(request.exchange());
        var answer = ServerResponse.ok()
                .contentType(TYPES.get(endingOf(path)))
                .cacheControl(path.startsWith("/assets/") ? FOR_EVER : CacheControl.noCache())
                .headers(headers -> headers.setVary(List.of(HttpHeaders.ACCEPT_ENCODING)));
        var twin = twinFor(request);
        if (twin == null) return answer.bodyValue(new FileSystemResource(files.get(path)));
        return answer.header(HttpHeaders.CONTENT_ENCODING, twin)
                .bodyValue(new FileSystemResource(files.get(path + TWINS.get(twin))));
    }

    private @Nullable String twinFor(ServerRequest request) {
        var understood = String.join(",", request.headers().header(HttpHeaders.ACCEPT_ENCODING));
        for (var twin : TWINS.entrySet()) {
            if (accepts(understood, twin.getKey()) && files.containsKey(request.path() + twin.getValue())) {
                return twin.getKey();
            }
        }
        return null;
    }

    /** @param understood as in {@code gzip, br;q=0.8}; what is given a quality of zero is refused */
    private static boolean accepts(String understood, String coding) {
        for (var one : understood.split(",")) {
            var parts = one.strip().split(";");
            if (parts[0].strip().equalsIgnoreCase(coding)) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /** HEAD is answered as GET is, and the body left out on the way. */
    static boolean isRead(ServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private static String firstOf(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    private static String endingOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
