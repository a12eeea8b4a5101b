package io.rhomboid.booking.vault.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.vault.Envelope;
import io.rhomboid.booking.vault.Field;
import io.rhomboid.booking.vault.KeptKeys;
import io.rhomboid.booking.vault.KeysAway;
import io.rhomboid.booking.vault.SealBroken;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.client.ClientId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Beside a server that answers as the transit engine documents it. */
class AskingAKeyServiceTest {

    static final JsonMapper JSON = JsonMapper.shared();
    static final Field WORDS = new Field("intake.words", 1);

    final List<byte[]> versions = new ArrayList<>(List.of(Envelope.newKey()));
    final KeptKeys keys = new KeptKeys();
    final ClientId jo = new ClientId(UUID.randomUUID());

    @TempDir
    Path folder = Path.of(".");

    HttpServer server;
    Vault vault;
    TransitKeys transit;

    @BeforeEach
    void a_key_service() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transit/", this::answer);
        server.start();
        var token = Files.writeString(folder.resolve("token"), "hvs.test\n");
        transit = new TransitKeys(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/transit/"), "rhomboid", token);
        vault = new Vault(keys, transit, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void its_key_wraps_and_unwraps_and_another_version_wraps_anew() {
        var sealed = seal();
        assertThat(open(sealed)).isEqualTo("something");
        assertThat(keys.find(jo).orElseThrow().key().orElseThrow().by()).isEqualTo("rhomboid/1");

        versions.add(Envelope.newKey());

        assertThat(vault.rewrapSome()).isEqualTo(1);
        assertThat(keys.find(jo).orElseThrow().key().orElseThrow().by()).isEqualTo("rhomboid/2");
        assertThat(open(sealed)).isEqualTo("something");
    }

    @Test
    void it_unwraps_for_nobody_else() {
        seal();
        var ana = new ClientId(UUID.randomUUID());
        keys.add(ana, keys.find(jo).orElseThrow().key().orElseThrow());

        assertThatThrownBy(() -> vault.toOpen(ana)).isInstanceOf(SealBroken.class);
    }

    @Test
    void away_sealed_or_without_a_good_token_it_is_waited_for() throws Exception {
        seal();
        Files.writeString(folder.resolve("token"), "another");
        assertThatThrownBy(() -> vault.toOpen(jo)).isInstanceOf(KeysAway.class).hasMessageContaining("403");

        server.stop(0);
        assertThatThrownBy(() -> vault.toOpen(jo)).isInstanceOf(KeysAway.class);
        assertThatThrownBy(() -> transit.current()).isInstanceOf(KeysAway.class);
    }

    private byte[] seal() {
        try (var seals = vault.toSeal(jo).orElseThrow()) {
            return seals.seal(WORDS, "something");
        }
    }

    private String open(byte[] sealed) {
        try (var seals = vault.toOpen(jo).orElseThrow()) {
            return seals.open(WORDS, sealed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!"hvs.test".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            var what = exchange.getRequestURI().getPath().split("/")[3];
            var asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            try {
                var data = switch (what) {
                    case "keys" -> Map.of("latest_version", versions.size());
                    case "encrypt" ->
                        Map.of(
                                "ciphertext",
                                "vault:v" + versions.size() + ":"
                                        + base64(Envelope.seal(
                                                versions.getLast(),
                                                bytes(asked.get("associated_data")
                                                        .asString()),
                                                bytes(asked.get("plaintext").asString()))));
                    default -> {
                        var parts = asked.get("ciphertext").asString().split(":");
                        var key = versions.get(Integer.parseInt(parts[1].substring(1)) - 1);
                        var context = bytes(asked.get("associated_data").asString());
                        yield Map.of("plaintext", base64(Envelope.open(key, context, bytes(parts[2]))));
                    }
                };
                var body = JSON.writeValueAsBytes(Map.of("data", data));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (SealBroken e) {
                exchange.sendResponseHeaders(400, -1);
            }
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
