package io.rhomboid.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServingTheWebAppTest {

    private static final String BROWSERS = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String SCRIPT = "console.log('of the app');".repeat(500);

    @TempDir
    private static Path folder;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        var app = Files.createDirectories(folder.resolve("app"));
        Files.writeString(folder.resolve("secret.js"), "not the app's");
        Files.writeString(app.resolve("index.html"), "<script nonce=\"{nonce}\" src=\"/assets/index-1.js\"></script>");
        Files.writeString(app.resolve("worker.js"), "worker");
        Files.writeString(app.resolve("manifest.webmanifest"), "{}");
        Files.writeString(app.resolve("notes.txt"), "of no known kind");
        var assets = Files.createDirectories(app.resolve("assets"));
        Files.writeString(assets.resolve("index-1.js"), SCRIPT);
        Files.writeString(assets.resolve("index-1.js.br"), "brotli's");
        Files.write(assets.resolve("index-1.js.gz"), zipped(SCRIPT));
        Files.writeString(assets.resolve("only-2.css"), "body{}");
        gateway = RunningGateway.start("rhomboid.gateway.routing.web-app=" + app);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/therapists", "/therapists/1/times?day=2026-11-24", "/no/such/page"})
    void every_address_of_the_app_shows_its_page_with_a_word_for_this_answer(String path) {
        var page = asBrowser(path);
        var word = policyOf(page).replaceFirst(".*script-src 'nonce-([^']*)'.*", "$1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).contains("nonce=\"" + word + "\"").doesNotContain("{nonce}");
        assertThat(policyOf(page))
                .startsWith("default-src 'none';")
                .contains("manifest-src 'self'", "worker-src 'self'")
                .doesNotContain("unsafe", "*", "script-src 'self'");
        assertThat(asBrowser(path).body()).doesNotContain(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nowhere",
                "/openapi/nothing",
                "/pages/landing.html",
                "/assets/gone-3.js",
                "/assets/folder",
                "/index.html",
                "/notes.txt",
                "/assets/index-1.js.gz",
                "/secret.js",
                "/v3/api-docs",
                "/actuator/health"
            })
    void what_is_not_the_apps_is_not_found_by_browsers_either(String path) {
        assertThat(asBrowser(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2Fsecret.js", "/assets/..%2F..%2Fsecret.js", "/%2e%2e/secret.js"})
    void no_address_leads_out_of_the_folder(String path) {
        var answer = asBrowser(path);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("not the app's");
    }

    @Test
    void a_program_that_wants_no_page_is_told_that_there_is_nothing() {
        assertThat(gateway.get("/therapists").statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.request("/therapists").header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/booking", "/series", "/offer", "/invitation", "/openapi"})
    void the_pages_that_mails_lead_to_are_as_they_were(String path) {
        assertThat(asBrowser(path).body()).doesNotContain("/assets/index-1.js").contains("/pages/face.css");
    }

    @Test
    void a_built_file_is_kept_for_ever_and_never_asked_for_again() {
        var script = gateway.get("/assets/index-1.js");

        assertThat(script.body()).isEqualTo(SCRIPT);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "public", "immutable");
        assertThat(script.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gateway.get("/manifest.webmanifest").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void who_understands_it_gets_the_smallest_that_the_build_has_made() throws IOException {
        var both = encoded("/assets/index-1.js", "gzip, deflate, br");
        var refused = gateway.request("/assets/index-1.js").header("Accept-Encoding", "br;q=0, gzip");
        var unmade = encoded("/assets/only-2.css", "gzip, br");

        assertThat(both.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(both.body()).isEqualTo("brotli's");
        assertThat(both.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        var zipped = gateway.bytes(refused.build());
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(SCRIPT.getBytes(StandardCharsets.UTF_8));
        assertThat(unmade.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unmade.body()).isEqualTo("body{}");
    }

    @Test
    void what_runs_behind_the_pages_may_ask_us_and_nobody_else() {
        var worker = gateway.get("/worker.js");

        assertThat(policyOf(worker)).isEqualTo("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
        assertThat(policyOf(gateway.get("/assets/index-1.js"))).doesNotContain("connect-src");
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void a_folder_without_an_app_is_told_of_at_the_start() {
        assertThatThrownBy(() -> RunningGateway.start("rhomboid.gateway.routing.web-app=" + folder))
                .rootCause()
                .hasMessageContaining("there is no web app in " + folder)
                .hasMessageContaining("WEB_FOLDER");
    }

    private static HttpResponse<String> asBrowser(String path) {
        return gateway.send(gateway.request(path).header("Accept", BROWSERS));
    }

    private static HttpResponse<String> encoded(String path, String encodings) {
        return gateway.send(gateway.request(path).header("Accept-Encoding", encodings));
    }

    private static String policyOf(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
