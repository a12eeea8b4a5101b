package io.rhomboid.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real browser, for what takes its scripts: driven by its own protocol (DevTools), with an authenticator in it that
 * holds passkeys as a telephone's would.
 */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path profile;
    private final Process process;
    private final WebSocket page;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final String authenticator;

    /** Where it lies on this machine; empty if there is none. */
    static Optional<String> program() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(name -> Stream.of(System.getenv("PATH").split(":"))
                                        .map(folder -> folder + "/" + name)))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    Chromium(String program) throws IOException {
        profile = Files.createTempDirectory("chromium");
        process = new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/chromium.log").toFile())
                .start();
        page = http.newWebSocketBuilder().buildAsync(address(), new Listener()).join();
        ask("Page.enable", Map.of());
        // A page may ask what a new passkey is to be called; nobody sits here to answer.
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "window.prompt = () => 'of a test'"));
        ask("WebAuthn.enable", Map.of());
        authenticator = ask(
                        "WebAuthn.addVirtualAuthenticator",
                        Map.of(
                                "options",
                                Map.of(
                                        "protocol", "ctap2",
                                        "transport", "internal",
                                        "hasResidentKey", true,
                                        "hasUserVerification", true,
                                        "isUserVerified", true,
                                        "automaticPresenceSimulation", true)))
                .get("authenticatorId")
                .asString();
    }

    private URI address() {
        var said = profile.resolve("DevToolsActivePort");
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(said) && Files.size(said) > 0);
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            var port = Files.readAllLines(said).getFirst();
                            var targets = Browser.answer(
                                    http,
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")));
                            return JsonMapper.shared()
                                    .readTree(targets.body())
                                    .valueStream()
                                    .filter(one -> one.get("type").asString().equals("page"))
                                    .map(one -> URI.create(
                                            one.get("webSocketDebuggerUrl").asString()))
                                    .findFirst()
                                    .orElse(null);
                        },
                        found -> found != null);
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var said = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                var answered = said.has("id") ? waiting.remove(said.get("id").asInt()) : null;
                if (answered != null) answered.complete(said);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        page.sendText(
                        JsonMapper.shared()
                                .writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
                        true)
                .join();
        var said = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) throw new AssertionError(method + ": " + said.get("error"));
        return said.get("result");
    }

    void visit(URI address) {
        ask("Page.navigate", Map.of("url", address.toString()));
    }

    /** What a script in the page comes to; an empty text for none, and while the page changes. */
    String told(String script) {
        try {
            return ask(
                            "Runtime.evaluate",
                            Map.of("expression", "String((" + script + ") ?? '')", "returnByValue", true))
                    .at("/result/value")
                    .asString("");
        } catch (AssertionError _) {
            return "";
        }
    }

    /** Waits until the page has such an element, and does something with it. */
    void act(String selector, String what) {
        var found = "document.readyState === 'complete' && document.querySelector(`" + selector + "`)";
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> told("!!(" + found + ")").equals("true"));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "no " + selector + " at " + told("location.href") + ": " + told("document.body.innerText"), e);
        }
        told("document.querySelector(`" + selector + "`)" + what);
    }

    void type(String selector, String text) {
        act(selector, ".value = `" + text + "`");
    }

    void click(String selector) {
        act(selector, ".click()");
    }

    /** As somebody comes who was never here, with the same device in their hand. */
    void forgetSessions() {
        ask("Network.clearBrowserCookies", Map.of());
    }

    List<JsonNode> passkeys() {
        return ask("WebAuthn.getCredentials", Map.of("authenticatorId", authenticator))
                .get("credentials")
                .valueStream()
                .toList();
    }

    /** Whether whoever holds the device shows it that it is theirs: a finger, a face, a number. */
    void ownerIsThere(boolean there) {
        ask("WebAuthn.setUserVerified", Map.of("authenticatorId", authenticator, "isUserVerified", there));
    }

    @Override
    public void close() throws IOException {
        page.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var all = Files.walk(profile)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException _) {
            // Its last writers may still be at it; the system's own folder for such things is cleared anyway.
        }
    }
}
