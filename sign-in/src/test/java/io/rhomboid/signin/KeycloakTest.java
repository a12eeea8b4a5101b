package io.rhomboid.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.local.FreePort;
import io.rhomboid.signin.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keycloak with our realm keeps the contract. It is the real one, from its distribution in Maven's repository: {@code
 * ./clinic test --keycloak}. Not in every run, because its first start takes longer than all tests here.
 */
@Tag("keycloak")
class KeycloakTest extends OpenIdContract {

    private static final String ADMIN = "admin-for-tests";
    private static final String PASSWORD = "quiet lamp orbit seven";
    private static final Person JO = new Person("jo@client.example", PASSWORD, "Jo Weber");
    private static final Person ADMINISTRATOR = new Person("paula@rhomboid.example", PASSWORD, "Platform Admin");

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
                        "PLATFORM_ADMIN_EMAIL", ADMINISTRATOR.email(),
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
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (keycloak == null) return;
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
        keycloak.waitFor(20, TimeUnit.SECONDS);
    }

    /** By the administrators' interface, as an operator would. */
    private static void make(Person person) {
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
        var json = JsonMapper.shared().createObjectNode();
        var names = person.name().split(" ");
        json.put("username", person.email())
                .put("email", person.email())
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", names[0])
                .put("lastName", names[1]);
        json.putArray("credentials").addObject().put("type", "password").put("value", person.password());
        var made = Browser.answer(
                HTTP,
                HttpRequest.newBuilder(URI.create(URL + "/admin/realms/rhomboid/users"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.toString())));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
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

    @Override
    String trouble(Page page) {
        var found = Pattern.compile("Invalid [^<]*").matcher(page.body());
        return found.find() ? found.group().strip() : "";
    }
}
