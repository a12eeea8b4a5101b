package io.rhomboid.signin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.local.FreePort;
import io.rhomboid.signin.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Keycloak with our realm keeps the contract. It is the real one, from its distribution in Maven's repository: {@code
 * ./clinic test --keycloak}. Not in every run, because its first start takes longer than all tests here.
 */
@Tag("keycloak")
class KeycloakTest extends OpenIdContract {

    private static final String ADMIN = "admin-for-tests";
    private static final String PASSWORD = "quiet lamp orbit seven";
    private static final Person JO = new Person("jo@client.example", PASSWORD, "Jo Weber");
    /** Whom the realm comes with. */
    private static final Person PAULA = new Person("paula@rhomboid.example", PASSWORD, "Platform Admin");

    private static final Person ADMINISTRATOR = new Person("ada@rhomboid.example", PASSWORD, "Ada Admin");

    private static final int PORT = FreePort.or(0);
    private static final String URL = "http://localhost:" + PORT;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Process keycloak;

    @BeforeAll
    static void start() throws IOException {
        var home = Path.of(System.getProperty("keycloak.home"));
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Path.of("keycloak/rhomboid-realm.json"),
                home.resolve("data/import/rhomboid-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(home.resolve("data/password-blacklists"));
        Files.copy(
                Path.of("keycloak/common-passwords.txt"),
                home.resolve("data/password-blacklists/common-passwords.txt"),
                StandardCopyOption.REPLACE_EXISTING);
        var builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + PORT,
                        "--http-management-port=" + FreePort.or(0))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/keycloak.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "GATEWAY_CLIENT_SECRET", SECRET,
                        "DEMO_CLIENT_SECRET", SECRET,
                        "PUBLIC_URL", GATEWAY,
                        "PLATFORM_ADMIN_EMAIL", PAULA.email(),
                        "PLATFORM_ADMIN_PASSWORD", PASSWORD,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN));
        builder.environment()
                .putAll(Map.of(
                        "SMTP_HOST", "127.0.0.1",
                        "SMTP_PORT", "1025",
                        "SMTP_USERNAME", "",
                        "SMTP_PASSWORD", "",
                        "SMTP_AUTH", "false",
                        "SMTP_STARTTLS_REQUIRED", "false",
                        "MAIL_SENDER", "sign-in@rhomboid.example"));
        keycloak = builder.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> Browser.answer(
                                        HTTP,
                                        HttpRequest.newBuilder(
                                                URI.create(URL + "/realms/rhomboid/.well-known/openid-configuration")))
                                .statusCode()
                        == 200);
        make(JO);
        make(ADMINISTRATOR);
        letLookAfterThePlatform(ADMINISTRATOR);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (keycloak == null) return;
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
        keycloak.waitFor(20, TimeUnit.SECONDS);
    }

    private static void make(Person person) {
        var made = tryToMake(person);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static HttpResponse<String> tryToMake(Person person) {
        var json = JsonMapper.shared().createObjectNode();
        var names = person.name().split(" ");
        json.put("username", person.email())
                .put("email", person.email())
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", names[0])
                .put("lastName", names[1]);
        json.putArray("credentials").addObject().put("type", "password").put("value", person.password());
        return administer("users", json.toString());
    }

    private static void letLookAfterThePlatform(Person person) {
        var id = administer("users?exact=true&email=" + person.email(), null);
        var program = administer("clients?clientId=rhomboid", null);
        var ofProgram = "clients/" + onlyId(program);
        var role = administer(ofProgram + "/roles/platform-admin", null).body();
        var given = administer("users/" + onlyId(id) + "/role-mappings/" + ofProgram, "[" + role + "]");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
    }

    private static String onlyId(HttpResponse<String> found) {
        return JsonMapper.shared().readTree(found.body()).get(0).get("id").asString();
    }

    /** By the administrators' interface, as an operator would. */
    private static HttpResponse<String> administer(String path, @Nullable String body) {
        var signedIn = Browser.answer(
                HTTP,
                HttpRequest.newBuilder(URI.create(URL + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Browser.encoded(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                ADMIN)))));
        var token = JsonMapper.shared()
                .readTree(signedIn.body())
                .get("access_token")
                .asString();
        var request = HttpRequest.newBuilder(URI.create(URL + "/admin/realms/rhomboid/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        return Browser.answer(HTTP, body == null ? request : request.POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_passkey_made_in_a_browser_signs_in_where_its_owner_is_and_nobody_types_a_password() throws Exception {
        var chromium = Chromium.program();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        var back = new LinkedBlockingQueue<String>();
        var landing = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        landing.createContext("/callback", exchange -> {
            back.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        landing.start();
        var app = new Program(
                issuer(),
                "rhomboid-app",
                "",
                "http://127.0.0.1:" + landing.getAddress().getPort() + "/callback");
        try (var browser = new Chromium(chromium.get())) {
            var withPassword = app.request(Map.of("kc_action", "webauthn-register-passwordless"));
            browser.visit(withPassword.address());
            browser.type("#username", JO.email());
            browser.type("#password", JO.password());
            browser.click("#kc-login");
            browser.click("#registerWebAuthn");
            var first = tokens(app, withPassword, back);
            assertThat(browser.passkeys()).singleElement().satisfies(key -> {
                assertThat(key.get("isResidentCredential").asBoolean()).isTrue();
                assertThat(key.get("rpId").asString()).isEqualTo("localhost");
            });

            // Somebody else has the device and can't show that it is theirs.
            browser.forgetSessions();
            browser.ownerIsThere(false);
            var byAnother = app.request(Map.of("prompt", "login"));
            browser.visit(byAnother.address());
            browser.click("#authenticateWebAuthnButton");
            assertThat(back.poll(3, TimeUnit.SECONDS)).isNull();

            browser.ownerIsThere(true);
            var byPasskey = app.request(Map.of("prompt", "login"));
            browser.visit(byPasskey.address());
            // The page offers it by itself; where it waits, its button does.
            if (back.isEmpty()) browser.told("document.querySelector('#authenticateWebAuthnButton')?.click()");
            var second = tokens(app, byPasskey, back);
            assertThat(second.getSubject()).isEqualTo(first.getSubject());
            assertThat(second.getStringClaim("email")).isEqualTo(JO.email());
        } finally {
            landing.stop(0);
        }
    }

    private static JWTClaimsSet tokens(Program app, Program.Request request, BlockingQueue<String> back)
            throws InterruptedException {
        var came = back.poll(30, TimeUnit.SECONDS);
        assertThat(came).as("back with a code").isNotNull();
        var answer = Program.query(URI.create(app.redirect()).resolve(came));
        assertThat(answer).containsEntry("state", request.state());
        return app.claims(app.exchange(answer.get("code"), request.verifier()).access());
    }

    @Test
    void whoever_looks_after_the_platform_first_has_to_set_up_a_second_factor_and_is_asked_for_it_from_then_on()
            throws Exception {
        var gateway = new Program(issuer(), "rhomboid-gateway", SECRET, GATEWAY + "/login/oauth2/code/clinic");
        var password = Map.of("username", PAULA.email(), "password", PASSWORD);
        var browser = new Browser();

        var setUp = browser.submit(browser.get(gateway.request().address()), password);
        var secret = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"").matcher(setUp.body());
        assertThat(secret.find()).as(setUp.body()).isTrue();
        var done = browser.submit(setUp, Map.of("totp", oneTime(secret.group(1), 0), "userLabel", "of a test"));
        assertThat(done.location()).isNotNull();

        var next = new Browser();
        var asked = next.submit(next.get(gateway.request().address()), password);
        assertThat(asked.location()).isNull();
        assertThat(asked.body()).contains("name=\"otp\"");
        var wrong = next.submit(asked, Map.of("otp", "000000"));
        assertThat(wrong.location()).isNull();
        // Each is good once, so the next one; the realm lets clocks be one apart.
        assertThat(next.submit(wrong, Map.of("otp", oneTime(secret.group(1), 1)))
                        .location())
                .isNotNull();
    }

    /** RFC 6238, as everybody's telephone reckons it: six digits of each half minute. */
    private static String oneTime(String secret, int ahead) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30 + ahead)
                .array());
        var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwertyqwerty", "Massage-1234", "rhomboid2026", "too short"})
    void a_password_that_is_common_or_about_the_place_is_refused(String password) {
        var refused = tryToMake(new Person("mia@client.example", password, "Mia Berg"));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).containsIgnoringCase("password");
    }

    @Override
    String issuer() {
        return URL + "/realms/rhomboid";
    }

    @Override
    Person client() {
        return JO;
    }

    @Override
    Person platformAdmin() {
        return ADMINISTRATOR;
    }

    @Override
    String addressField() {
        return "username";
    }

    /** Of an older token than the last one it knows by its second alone that it was used. */
    @Override
    void untilItTellsThemApart() {
        var now = Instant.now().getEpochSecond();
        Awaitility.await().until(() -> Instant.now().getEpochSecond() > now);
    }

    @Override
    String trouble(Page page) {
        var found = Pattern.compile("Invalid [^<]*").matcher(page.body());
        return found.find() ? found.group().strip() : "";
    }
}
