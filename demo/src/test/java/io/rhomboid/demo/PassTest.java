package io.rhomboid.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.demo.Gateway.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PassTest {

    List<String> asked = new ArrayList<>();
    HttpServer provider;
    String issuer;
    int lifeSeconds = 300;
    int status = 200;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, "{\"token_endpoint\": \"" + issuer + "/token\"}"));
        provider.createContext("/token", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            answer(
                    exchange,
                    status,
                    "{\"access_token\": \"token-" + asked.size() + "\", \"expires_in\": " + lifeSeconds + "}");
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.sendResponseHeaders(status, json.length());
        exchange.getResponseBody().write(json.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private Pass pass() {
        return Pass.from(Map.of("SIGN_IN_ISSUER", issuer, "DEMO_CLIENT_SECRET", "s3+cr/t="), new JsonMapper())
                .orElseThrow();
    }

    @Test
    void is_fetched_once_with_the_loaders_own_secret_and_kept() {
        var pass = pass();

        assertThat(pass.header()).isEqualTo("Bearer token-1");
        assertThat(pass.header()).isEqualTo("Bearer token-1");
        var credentials =
                Base64.getEncoder().encodeToString("rhomboid-demo:s3%2Bcr%2Ft%3D".getBytes(StandardCharsets.UTF_8));
        assertThat(asked).containsExactly("Basic " + credentials + " grant_type=client_credentials");
    }

    @Test
    void the_secret_may_lie_in_a_file(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "s3cret\n");

        var pass = Pass.from(
                Map.of("SIGN_IN_ISSUER", issuer, "DEMO_CLIENT_SECRET_FILE", file.toString()), new JsonMapper());

        assertThat(pass.orElseThrow().header()).isEqualTo("Bearer token-1");
        var credentials = Base64.getEncoder().encodeToString("rhomboid-demo:s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(asked).containsExactly("Basic " + credentials + " grant_type=client_credentials");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> Pass.from(
                        Map.of("SIGN_IN_ISSUER", issuer, "DEMO_CLIENT_SECRET_FILE", "/nowhere"), new JsonMapper()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DEMO_CLIENT_SECRET_FILE");
    }

    @Test
    void is_fetched_anew_before_it_is_too_old() {
        lifeSeconds = 20;
        var pass = pass();
        pass.header();

        assertThat(pass.header()).isEqualTo("Bearer token-2");
    }

    @Test
    void says_who_has_refused_it() {
        status = 401;

        assertThatThrownBy(() -> pass().header())
                .isInstanceOf(Refused.class)
                .hasMessageContaining(issuer + " answered 401");
    }

    @Test
    void is_not_needed_where_nobody_says_who_signs_people_in() {
        assertThat(Pass.from(Map.of(), new JsonMapper())).isEmpty();
        assertThat(Pass.from(Map.of("SIGN_IN_ISSUER", issuer), new JsonMapper()))
                .isEmpty();
    }
}
