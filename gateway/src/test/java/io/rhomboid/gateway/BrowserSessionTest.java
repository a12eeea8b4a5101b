package io.rhomboid.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.rhomboid.local.store.LocalStore;

import static io.rhomboid.gateway.RunningGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

class BrowserSessionTest {

    static final String COOKIE = "__Host-rhomboid";
    static final String SIGN_IN = "/oauth2/authorization/clinic";

    static LocalStore store = LocalStore.inMemory();
    static StandInProvider provider = StandInProvider.start();
    static StandIn service = StandIn.start();
    static RunningGateway gateway;
    /** Ends with the first one: all gateways of one process share what Netty runs on. */
    static RunningGateway other;

    @BeforeAll
    static void start() {
        gateway = startGateway();
        other = startGateway();
    }

    private static RunningGateway startGateway() {
        return RunningGateway.start(
                "spring.mongodb.uri=" + store.uri(),
                "rhomboid.gateway.session.issuer=" + provider.issuer(),
                "rhomboid.gateway.session.discovery=" + provider.issuer(),
                "rhomboid.gateway.session.client-secret=for-tests",
                "rhomboid.gateway.routing.booking=" + service.url(),
                "rhomboid.gateway.routing.therapist=" + service.url(),
                // A month, so that nothing comes back while the test runs.
                "rhomboid.gateway.limit.rates.search=1000/30d",
                "rhomboid.gateway.limit.rates.sign-in=1000/1m");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        other.close();
        service.close();
        provider.close();
        store.close();
    }

    @BeforeEach
    void asUsual() {
        provider.accessLife = Duration.ofMinutes(5);
        provider.nonce = nonce -> nonce;
        provider.signedInAt = Instant.now();
        provider.subject = "jo";
    }

    /** A browser's cookies, and how it asks. */
    private static final class Browser {

        final Map<String, String> cookies = new HashMap<>();
        final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        HttpResponse<String> get(String target) {
            return send(gateway.request(target));
        }

        HttpResponse<String> get(URI address) {
            return send(HttpRequest.newBuilder(address));
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        String.join(
                                "; ",
                                cookies.entrySet().stream()
                                        .map(Object::toString)
                                        .toList()));
            }
            try {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                for (var set : answer.headers().allValues("Set-Cookie")) {
                    var pair = set.split(";", 2)[0].split("=", 2);
                    if (set.contains("Max-Age=0")) cookies.remove(pair[0]);
                    else cookies.put(pair[0], pair[1]);
                }
                return answer;
            } catch (java.io.IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        HttpResponse<String> signIn(String target) {
            return get(backFromProvider(target));
        }

        /** The address with the code to which the provider sends the browser. */
        URI backFromProvider(String target) {
            var there = get(target);
            assertThat(there.statusCode()).isEqualTo(302);
            var back = new Browser().get(location(there));
            return location(back);
        }

        HttpResponse<String> delete(String target) {
            return send(gateway.request(target)
                    .header("X-CSRF-Token", session().get("csrfToken").asString())
                    .DELETE());
        }

        JsonNode session() {
            return json(get("/session"));
        }

        HttpResponse<String> book(Function<HttpRequest.Builder, HttpRequest.Builder> more) {
            return send(more.apply(gateway.request("/api/v1/bookings")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}"))));
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Browser signedIn() {
        var browser = new Browser();
        assertThat(browser.signIn(SIGN_IN).statusCode()).isEqualTo(303);
        return browser;
    }

    private static void isRefused(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:rhomboid:problem:" + type);
    }

    @Test
    void begins_with_a_cookie_that_scripts_and_neighbours_have_no_part_in() {
        var answer = new Browser().signIn(SIGN_IN + "?returnTo=/visits?week=3");

        assertThat(location(answer)).hasToString("/visits?week=3");
        var cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(COOKIE + "="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("; Path=/")
                .contains("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax");
        assertThat(cookie).doesNotContainIgnoringCase("domain").doesNotContainIgnoringCase("max-age");
    }

    @Test
    void asks_the_provider_with_a_challenge_a_nonce_and_for_the_password() {
        signedIn();

        assertThat(provider.lastRequest)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "600")
                .containsEntry("client_id", "rhomboid-gateway")
                .containsKeys("nonce", "state", "code_challenge");
    }

    @Test
    void tells_a_page_who_is_here_and_no_token() {
        var browser = signedIn();

        var answer = browser.get("/session");

        var told = json(answer);
        assertThat(told.get("signedIn").asBoolean()).isTrue();
        assertThat(told.get("name").asString()).isEqualTo("Jo Weber");
        assertThat(told.get("roles").get(0).asString()).isEqualTo("platform-admin");
        assertThat(told.get("staff").asBoolean()).isTrue();
        assertThat(answer.body()).doesNotContain("eyJ").doesNotContain(browser.cookies.get(COOKIE));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new Browser().session().get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void goes_on_to_services_as_a_token_and_never_as_a_cookie() {
        var browser = signedIn();
        var csrf = browser.session().get("csrfToken").asString();

        assertThat(browser.book(request -> request.header("X-CSRF-Token", csrf)).statusCode())
                .isEqualTo(200);

        var seen = service.lastAsked().headers();
        assertThat(seen.getFirst("Authorization")).startsWith("Bearer eyJ");
        assertThat(seen.containsKey("Cookie")).isFalse();
        assertThat(seen.containsKey("X-CSRF-Token")).isFalse();
    }

    @Test
    void without_the_csrf_token_or_from_another_site_nothing_is_changed() {
        var browser = signedIn();
        var csrf = browser.session().get("csrfToken").asString();
        var others = signedIn().session().get("csrfToken").asString();
        var before = service.asked().size();

        isRefused(browser.book(request -> request), 403, "csrf-token-missing");
        isRefused(browser.book(request -> request.header("X-CSRF-Token", others)), 403, "csrf-token-missing");
        isRefused(browser.book(request -> request.header("X-CSRF-Token", "")), 403, "csrf-token-missing");
        isRefused(
                browser.book(request -> request.header("X-CSRF-Token", csrf).header("Sec-Fetch-Site", "cross-site")),
                403,
                "csrf-token-missing");
        isRefused(
                browser.book(request -> request.header("X-CSRF-Token", csrf).header("Origin", "https://evil.example")),
                403,
                "origin-not-allowed");
        isRefused(
                browser.send(gateway.request("/session/logout").POST(BodyPublishers.noBody())),
                403,
                "csrf-token-missing");
        for (var method : java.util.List.of("PUT", "PATCH", "DELETE")) {
            isRefused(
                    browser.send(gateway.request("/api/v1/bookings/1").method(method, BodyPublishers.noBody())),
                    403,
                    "csrf-token-missing");
        }

        assertThat(service.asked()).hasSize(before);
        assertThat(browser.session().get("signedIn").asBoolean()).isTrue();
    }

    @Test
    void has_a_key_that_nobody_knew_before_and_the_former_one_ends() {
        var planted = "A".repeat(43);
        var browser = new Browser();
        browser.cookies.put(COOKIE, planted);
        browser.signIn(SIGN_IN);
        var first = browser.cookies.get(COOKIE);

        browser.signIn(SIGN_IN);

        assertThat(first).isNotEqualTo(planted);
        assertThat(browser.cookies.get(COOKIE)).isNotEqualTo(first);
        for (var old : java.util.List.of(planted, first)) {
            var attacker = new Browser();
            attacker.cookies.put(COOKIE, old);
            isRefused(attacker.get("/api/v1/bookings/1"), 401, "session-over");
        }
    }

    @Test
    void does_not_begin_for_an_answer_that_belongs_to_another_browser_or_comes_twice() {
        var victim = new Browser();
        var attackers = new Browser().backFromProvider(SIGN_IN);
        victim.get(SIGN_IN);

        assertThat(location(victim.get(attackers))).hasToString("/?sign-in=failed");
        assertThat(location(new Browser().get(attackers))).hasToString("/?sign-in=failed");
        assertThat(victim.cookies).doesNotContainKey(COOKIE);

        var browser = new Browser();
        var back = browser.backFromProvider(SIGN_IN);
        browser.get(back);
        assertThat(location(browser.get(back))).hasToString("/?sign-in=failed");
    }

    @Test
    void does_not_begin_with_an_id_token_for_another_request() {
        provider.nonce = _ -> "another";
        var browser = new Browser();

        assertThat(location(browser.signIn(SIGN_IN))).hasToString("/?sign-in=failed");

        assertThat(browser.cookies).doesNotContainKey(COOKIE);
    }

    @Test
    void does_not_begin_with_a_sign_in_of_long_ago() {
        for (var at : new Instant[] {Instant.now().minus(Duration.ofMinutes(11)), null}) {
            provider.signedInAt = at;
            var browser = new Browser();

            assertThat(location(browser.signIn(SIGN_IN))).as("at " + at).hasToString("/?sign-in=failed");

            assertThat(browser.cookies).doesNotContainKey(COOKIE);
        }
    }

    @Test
    void a_person_sees_their_sessions_and_ends_others_after_signing_in_again() {
        provider.subject = "mia";
        var phone = signedIn();
        var desktop = signedIn();
        var laptop = signedIn();
        provider.subject = "jo";
        var stranger = signedIn();

        var all = json(phone.get("/session/all")).get("sessions");
        assertThat(all).hasSize(3);
        assertThat(all.valueStream().filter(one -> one.get("current").asBoolean()))
                .hasSize(1);
        assertThat(all.get(0).get("browser").asString()).startsWith("Java-http-client");
        assertThat(phone.get("/session/all").body()).doesNotContain(laptop.cookies.get(COOKIE));
        var others = all.valueStream()
                .filter(one -> !one.get("current").asBoolean())
                .map(one -> one.get("id").asString())
                .toList();

        // Not without the page's token, not by somebody else, not what is none.
        isRefused(
                phone.send(gateway.request("/session/all/" + others.getFirst()).DELETE()), 403, "csrf-token-missing");
        isRefused(stranger.delete("/session/all/" + others.getFirst()), 404, "not-found");
        isRefused(phone.delete("/session/all/none"), 404, "not-found");
        assertThat(phone.delete("/session/all/" + others.getFirst()).statusCode())
                .isEqualTo(204);
        isRefused(phone.delete("/session/all/" + others.getFirst()), 404, "not-found");

        assertThat(json(phone.delete("/session/others")).get("ended").asInt()).isEqualTo(1);
        assertThat(desktop.session().get("signedIn").asBoolean()).isFalse();
        assertThat(laptop.session().get("signedIn").asBoolean()).isFalse();
        assertThat(phone.session().get("signedIn").asBoolean()).isTrue();
        assertThat(stranger.session().get("signedIn").asBoolean()).isTrue();
        isRefused(new Browser().get("/session/all"), 401, "session-over");

        began(phone, Duration.ofMinutes(11));
        isRefused(phone.delete("/session/others"), 403, "sign-in-again");
        isRefused(phone.delete("/session/all/" + others.getFirst()), 403, "sign-in-again");
        assertThat(phone.get("/session/all").statusCode()).isEqualTo(200);
    }

    /** As if they had signed in so long ago. */
    private static void began(Browser browser, Duration ago) {
        var id = json(browser.get("/session/all"))
                .get("sessions")
                .valueStream()
                .filter(one -> one.get("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        try (var client = MongoClients.create(store.uri())) {
            client.getDatabase("gateway")
                    .getCollection("sessions")
                    .updateOne(
                            Filters.eq("_id", id),
                            Updates.set("startedAt", Date.from(Instant.now().minus(ago))));
        }
    }

    @Test
    void beginnings_ends_and_refusals_are_on_record_and_who_is_refused_again_and_again_is_an_alarm() throws Exception {
        var before = metrics();
        var browser = signedIn();
        var csrf = browser.session().get("csrfToken").asString();
        browser.send(
                gateway.request("/session/logout").header("X-CSRF-Token", csrf).POST(BodyPublishers.noBody()));
        for (var i = 0; i < 50; i++) browser.get("/login/oauth2/code/clinic?code=guessed&state=guessed");
        var after = metrics();

        assertThat(after.get("rhomboid_sessions_total{event=\"signed-in\"}"))
                .isEqualTo(before.getOrDefault("rhomboid_sessions_total{event=\"signed-in\"}", 0.0) + 1);
        assertThat(after.get("rhomboid_sessions_total{event=\"signed-out\"}"))
                .isEqualTo(before.getOrDefault("rhomboid_sessions_total{event=\"signed-out\"}", 0.0) + 1);
        assertThat(after.get("rhomboid_security_events_total{event=\"sign-in-refused\"}"))
                .isEqualTo(before.get("rhomboid_security_events_total{event=\"sign-in-refused\"}") + 50);
        assertThat(after.get("rhomboid_security_alarms_total{event=\"sign-in-refused\"}"))
                .isEqualTo(1);
    }

    private static Map<String, Double> metrics() throws java.io.IOException {
        var all = new HashMap<String, Double>();
        gateway.manage("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("rhomboid_se"))
                .forEach(line -> all.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return all;
    }

    @Test
    void leads_back_to_no_page_but_ours() {
        for (var foreign : java.util.List.of(
                "https://evil.example", "//evil.example", "/%5Cevil.example", "visits", "/%0D%0AX:1")) {
            var answer = new Browser().signIn(SIGN_IN + "?returnTo=" + foreign);

            assertThat(location(answer)).as(foreign).hasToString("/");
        }
    }

    @Test
    void with_a_token_besides_is_refused() {
        var browser = signedIn();

        var answer = browser.send(gateway.request("/api/v1/bookings/1")
                .header(
                        "Authorization",
                        "Bearer " + provider.signed(provider.access().build())));

        isRefused(answer, 400, "two-credentials");
    }

    @Test
    void exchanges_its_tokens_once_however_many_ask_at_once_and_at_however_many_gateways() throws Exception {
        provider.accessLife = Duration.ofSeconds(20);
        var browser = signedIn();
        var cookie = COOKIE + "=" + browser.cookies.get(COOKIE);
        provider.accessLife = Duration.ofMinutes(5);
        var refreshes = provider.refreshes.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        var at = i % 2 == 0 ? gateway : other;
                        return at.send(at.request("/api/v1/bookings/1").header("Cookie", cookie))
                                .statusCode();
                    }))
                    .toList();
            for (var one : asking) assertThat(one.get()).isEqualTo(200);
        }
        assertThat(provider.refreshes.get() - refreshes).isEqualTo(1);
        assertThat(provider.reuses.get()).isZero();
        assertThat(browser.get("/api/v1/bookings/1").statusCode()).isEqualTo(200);
    }

    @Test
    void ends_when_the_provider_has_ended_it() {
        provider.accessLife = Duration.ofSeconds(20);
        var browser = signedIn();
        provider.forgetEverybody();

        isRefused(browser.get("/api/v1/bookings/1"), 401, "session-over");

        assertThat(browser.cookies).doesNotContainKey(COOKIE);
        assertThat(browser.get("/api/v1/bookings/1").statusCode()).isEqualTo(200);
    }

    @Test
    void ends_by_signing_out_here_and_at_the_provider() {
        var browser = signedIn();
        var key = browser.cookies.get(COOKIE);
        var csrf = browser.session().get("csrfToken").asString();
        var before = provider.revoked.size();

        var answer = browser.send(
                gateway.request("/session/logout").header("X-CSRF-Token", csrf).POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.cookies).doesNotContainKey(COOKIE);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        assertThat(provider.revoked).hasSize(before + 1);
        browser.cookies.put(COOKIE, key);
        assertThat(browser.session().get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void is_stored_so_that_a_copy_of_the_store_opens_none() {
        var browser = signedIn();
        browser.get("/api/v1/bookings/1");
        var token = service.lastAsked().headers().getFirst("Authorization").substring("Bearer ".length());

        try (var client = MongoClients.create(store.uri())) {
            for (var document :
                    client.getDatabase("gateway").getCollection("sessions").find()) {
                assertThat(document.toJson())
                        .doesNotContain(browser.cookies.get(COOKIE))
                        .doesNotContain(token)
                        .doesNotContain("eyJ");
            }
        }
    }

    @Test
    void a_good_token_of_ones_own_goes_on_to_the_service() {
        var token = provider.signed(provider.access().build());

        assertThat(withToken("Bearer " + token).statusCode()).isEqualTo(200);
        assertThat(service.lastAsked().headers().getFirst("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void a_token_that_is_not_good_goes_no_further() throws JOSEException {
        var before = service.asked().size();
        var now = Instant.now();
        var hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("known").build(),
                provider.access().build());
        hmac.sign(new MACSigner(provider.key().toPublicJWK().toJSONString().getBytes()));
        var stranger = new ECKeyGenerator(Curve.P_256);
        var bad = new HashMap<String, String>();
        bad.put(
                "expired",
                provider.signed(provider.access()
                        .expirationTime(Date.from(now.minusSeconds(120)))
                        .build()));
        bad.put(
                "not yet",
                provider.signed(provider.access()
                        .notBeforeTime(Date.from(now.plusSeconds(120)))
                        .build()));
        bad.put(
                "never expires",
                provider.signed(provider.access().expirationTime(null).build()));
        bad.put(
                "wrong issuer",
                provider.signed(provider.access().issuer("https://evil.example").build()));
        bad.put(
                "wrong audience",
                provider.signed(provider.access().audience("account").build()));
        bad.put("nobody", provider.signed(provider.access().subject(null).build()));
        bad.put(
                "id token",
                provider.signed(provider.access().claim("nonce", "n").build()));
        bad.put(
                "refresh token",
                provider.signed(provider.access().claim("typ", "Refresh").build()));
        bad.put("alg none", new PlainJWT(provider.access().build()).serialize());
        bad.put("hs256 with the public key", hmac.serialize());
        bad.put(
                "unknown kid",
                StandInProvider.signed(
                        provider.access().build(), stranger.keyID("unknown").generate()));
        bad.put(
                "known kid, other key",
                StandInProvider.signed(
                        provider.access().build(), stranger.keyID("known").generate()));
        bad.put("no token", "guess");
        bad.put("long", "e".repeat(9_000));

        bad.forEach((why, token) -> {
            var answer = withToken("Bearer " + token);
            assertThat(answer.statusCode()).as(why).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        });
        isRefused(withToken("Basic am86am8="), 401, "token-refused");
        isRefused(withToken("Bearer " + "e".repeat(64_000)), 431, "headers-too-large");
        assertThat(service.asked()).hasSize(before);
    }

    private static HttpResponse<String> withToken(String header) {
        return gateway.send(gateway.request("/api/v1/bookings/1").header("Authorization", header));
    }

    @Test
    void by_session_or_by_token_somebody_is_counted_as_one() {
        var browser = new Browser();
        browser.signIn(SIGN_IN);
        var left = searchesLeft(browser.get("/api/v1/therapists"));

        var token = provider.signed(provider.access().build());
        var then = searchesLeft(
                gateway.send(gateway.request("/api/v1/therapists").header("Authorization", "Bearer " + token)));

        assertThat(then).isEqualTo(left - 1);
    }

    private static int searchesLeft(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var told = answer.headers().firstValue("RateLimit").orElseThrow();
        return Integer.parseInt(told.replaceAll(".*;r=(\\d+);.*", "$1"));
    }
}
