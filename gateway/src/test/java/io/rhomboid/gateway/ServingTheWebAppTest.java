package io.rhomboid.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.gateway.header.HeaderSettings;

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
        Files.writeString(app.resolve("embed.js"), "for the clinics' own sites");
        Files.writeString(app.resolve("manifest.webmanifest"), "{}");
        Files.writeString(app.resolve("notes.txt"), "of no known kind");
        var assets = Files.createDirectories(app.resolve("assets"));
        Files.writeString(assets.resolve("index-1.js"), SCRIPT);
        Files.writeString(assets.resolve("index-1.js.br"), "brotli's");
        Files.write(assets.resolve("index-1.js.gz"), zipped(SCRIPT));
        Files.writeString(assets.resolve("only-2.css"), "body{}");
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.web-app=" + app,
                "rhomboid.gateway.header.embed-origins=https://spree.example,http://localhost:*");
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
    @ValueSource(strings = {"/booking", "/series", "/offer"})
    void what_links_in_mails_open_for_guests_is_shown_by_the_app(String path) {
        assertThat(asBrowser(path).body()).contains("/assets/index-1.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/invitation", "/openapi"})
    void the_gateways_own_pages_are_as_they_were(String path) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/therapists/1/times", "/embed/therapists", "/booking", "/assets/index-1.js", "/embed.js"})
    void who_asks_for_the_head_alone_is_answered_as_if_for_all_but_for_the_body(String path) {
        var whole = asBrowser(path);
        var head = gateway.send(
                gateway.request(path).header("Accept", BROWSERS).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : List.of("Content-Type", "Cache-Control", "X-Frame-Options", "Cross-Origin-Resource-Policy")) {
            assertThat(head.headers().firstValue(name))
                    .isEqualTo(whole.headers().firstValue(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/embed", "/embed/therapists", "/embed/book/1"})
    void the_sites_that_are_named_may_show_the_embedded_pages_in_a_frame(String path) {
        var page = asBrowser(path);

        assertThat(policyOf(page))
                .endsWith("frame-ancestors https://spree.example http://localhost:*")
                .contains("script-src 'nonce-");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/therapists", "/embedded", "/booking", "/worker.js", "/embed.js", "/api/v1/embed"})
    void nobody_may_show_the_others_in_a_frame(String path) {
        var page = asBrowser(path);

        assertThat(policyOf(page)).endsWith("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void other_sites_may_load_the_script_that_embeds_and_no_other_file() {
        assertThat(gateway.get("/embed.js").headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains("cross-origin");
        assertThat(gateway.get("/assets/index-1.js").headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains("same-origin");
    }

    @Test
    void without_a_named_site_nobody_may_show_anything_in_a_frame() {
        try (var alone = RunningGateway.start("rhomboid.gateway.routing.web-app=" + folder.resolve("app"))) {
            var page = alone.send(alone.request("/embed").header("Accept", BROWSERS));

            assertThat(policyOf(page)).endsWith("frame-ancestors 'none'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spree.example", "https://spree.example/", "'self'", "https://a.example; script-src"})
    void what_is_no_origin_is_refused_at_the_start(String wrong) {
        assertThatThrownBy(() -> new HeaderSettings(List.of(), List.of(), List.of(wrong)))
                .hasMessageContaining("EMBED_ORIGINS")
                .hasMessageContaining("https://clinic.example");
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
