package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
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
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI issuer;
    private final Path people;
    private final @Nullable String programsSecret;
    private final Map<Person, Token> tokens = new EnumMap<>(Person.class);

    /** @param people the file in which the sign-in server writes down the demo people's passwords */
    SignIn(URI issuer, Path people) {
        this(issuer, people, null);
    }

    /**
     * @param programsSecret of the demo's loader, a platform admin, too, who then stands in for the one who is a person: that
     *     one is asked for a second factor by Keycloak
     */
    SignIn(URI issuer, Path people, @Nullable String programsSecret) {
        this.issuer = issuer;
        this.people = people;
        this.programsSecret = programsSecret;
    }

    /** For the header {@code Authorization}. */
    synchronized String header(Person person) {
        var token = tokens.get(person);
        if (token == null || Instant.now().isAfter(token.until.minus(AHEAD))) {
            token = person == Person.PLATFORM_ADMIN && programsSecret != null
                    ? asTheProgram(programsSecret)
                    : signIn(person);
            tokens.put(person, token);
        }
        return "Bearer " + token.value;
    }

    private Token asTheProgram(String secret) {
        return token(post(
                new LinkedHashMap<>(),
                endpoint("token_endpoint", ""),
                Map.of("grant_type", "client_credentials", "client_id", "rhomboid-demo", "client_secret", secret)));
    }

    private Token signIn(Person person) {
        var cookies = new LinkedHashMap<String, String>();
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var page = follow(
                cookies,
                get(
                        cookies,
                        endpoint(
                                "authorization_endpoint",
                                "?"
                                        + form(Map.of(
                                                "response_type", "code",
                                                "client_id", "rhomboid-app",
                                                "redirect_uri", BACK,
                                                "scope", "openid profile email",
                                                "code_challenge", sha256(verifier),
                                                "code_challenge_method", "S256")))));
        var back = follow(cookies, submit(cookies, page, person.email, passwordOf(person)));
        var code = found(CODE, location(back).toString(), back);
        return token(post(
                cookies,
                endpoint("token_endpoint", ""),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "rhomboid-app",
                        "redirect_uri", BACK,
                        "code", code,
                        "code_verifier", verifier)));
    }

    private static Token token(HttpResponse<String> told) {
        var tokens = JsonMapper.shared().readTree(told.body());
        return new Token(
                tokens.get("access_token").asString(),
                Instant.now().plusSeconds(tokens.get("expires_in").asLong()));
    }

    /** As the provider describes itself. */
    private URI endpoint(String name, String query) {
        var description = get(new LinkedHashMap<>(), URI.create(issuer + "/.well-known/openid-configuration"));
        return URI.create(
                JsonMapper.shared().readTree(description.body()).get(name).asString() + query);
    }

    /** The form with the password, whatever else it has in it, and whatever it calls the address. */
    private HttpResponse<String> submit(
            Map<String, String> cookies, HttpResponse<String> page, String email, String password) {
        var form = FORM.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .filter(one -> one.contains("name=\"password\""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form at " + page.uri() + ": " + page.body()));
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form).results().map(MatchResult::group).forEach(input -> {
            if (attribute(input, "type").equals("hidden"))
                fields.put(attribute(input, "name"), attribute(input, "value"));
        });
        fields.put(form.contains("name=\"username\"") ? "username" : "email", email);
        fields.put("password", password);
        return post(cookies, page.uri().resolve(attribute(form, "action")), fields);
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
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
    private HttpResponse<String> follow(Map<String, String> cookies, HttpResponse<String> answer) {
        while (answer.statusCode() / 100 == 3 && location(answer).getPort() == issuer.getPort()) {
            answer = get(cookies, location(answer));
        }
        return answer;
    }

    private static HttpResponse<String> get(Map<String, String> cookies, URI address) {
        return send(cookies, HttpRequest.newBuilder(address).GET());
    }

    private static HttpResponse<String> post(Map<String, String> cookies, URI address, Map<String, String> fields) {
        return send(
                cookies,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    /** With cookies kept by hand: over plain HTTP the JDK would not send those that are meant for a secure way alone. */
    private static HttpResponse<String> send(Map<String, String> cookies, HttpRequest.Builder request) {
        try {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue())
                                .collect(Collectors.joining("; ")));
            }
            var asked = request.header("Accept", "text/html, */*;q=0.1")
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var answer = HTTP.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) throw new IllegalStateException(asked + ": " + answer.body());
            for (var set : answer.headers().allValues("Set-Cookie")) {
                var pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
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

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
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
