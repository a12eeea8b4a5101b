package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

/**
 * Signs the demo's people in as any app does: the page with its form, then a code for a verifier (PKCE). A token serves
 * for most of its five minutes. Thread-safe.
 */
final class SignIn {

    /** One for each thing that somebody can be. The staff are those of the clinic in Berlin. */
    enum Person {
        CLIENT("jo@client.example"),
        OTHER_CLIENT("ada@client.example"),
        THERAPIST("mira@spree.example"),
        DESK("dana@spree.example"),
        CLINIC_ADMIN("anton@spree.example"),
        PLATFORM_ADMIN("paula@rhomboid.example");

        private final String email;

        Person(String email) {
            this.email = email;
        }

        String email() {
            return email;
        }
    }

    private record Token(String value, Instant until) {}

    private static final Duration AHEAD = Duration.ofSeconds(60);
    private static final String BACK = "http://127.0.0.1/callback";
    private static final Pattern FORMS_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final URI issuer;
    private final Path people;
    private final Map<Person, Token> tokens = new EnumMap<>(Person.class);

    /** @param people the file in which the sign-in server writes down the demo people's passwords */
    SignIn(URI issuer, Path people) {
        this.issuer = issuer;
        this.people = people;
    }

    /** For the header {@code Authorization}. */
    synchronized String header(Person person) {
        var token = tokens.get(person);
        if (token == null || Instant.now().isAfter(token.until.minus(AHEAD))) {
            token = signIn(person);
            tokens.put(person, token);
        }
        return "Bearer " + token.value;
    }

    private Token signIn(Person person) {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var page = get(
                browser,
                issuer.resolve("/oauth2/authorize?"
                        + form(
                                "response_type", "code",
                                "client_id", "rhomboid-app",
                                "redirect_uri", BACK,
                                "scope", "openid profile email",
                                "code_challenge", sha256(verifier),
                                "code_challenge_method", "S256")));
        var answer = post(
                browser,
                issuer.resolve("/sign-in"),
                form(
                        "_csrf", found(FORMS_TOKEN, page.body(), page),
                        "email", person.email,
                        "password", passwordOf(person)));
        var back = get(browser, location(answer));
        var code = found(CODE, location(back).toString(), back);
        var told = post(
                browser,
                issuer.resolve("/oauth2/token"),
                form(
                        "grant_type", "authorization_code",
                        "client_id", "rhomboid-app",
                        "redirect_uri", BACK,
                        "code", code,
                        "code_verifier", verifier));
        var tokens = JsonMapper.shared().readTree(told.body());
        return new Token(
                tokens.get("access_token").asString(),
                Instant.now().plusSeconds(tokens.get("expires_in").asLong()));
    }

    private String passwordOf(Person person) {
        try {
            return Files.readAllLines(people).stream()
                    .map(line -> line.split(" {2,}"))
                    .filter(parts -> parts[0].equals(person.email))
                    .map(parts -> parts[1])
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(person.email + " is not in " + people));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes where it is sent, as long as that is at the issuer. */
    private HttpResponse<String> get(HttpClient browser, URI address) {
        var answer = send(browser, HttpRequest.newBuilder(address).GET());
        while (answer.statusCode() == 302 && location(answer).getPort() == issuer.getPort()) {
            answer = send(browser, HttpRequest.newBuilder(location(answer)).GET());
        }
        return answer;
    }

    private static HttpResponse<String> post(HttpClient browser, URI address, String form) {
        return send(
                browser,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            var asked = request.header("Accept", "text/html")
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var answer = browser.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) throw new IllegalStateException(asked + ": " + answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow(() -> new IllegalStateException(answer.uri() + " leads nowhere: " + answer.body()));
    }

    private static String found(Pattern pattern, String text, HttpResponse<String> from) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException("no " + pattern + " from " + from.uri() + ": " + text);
        return found.group(1);
    }

    private static String form(String... namesAndValues) {
        var form = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
