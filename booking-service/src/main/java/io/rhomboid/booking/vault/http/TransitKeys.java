package io.rhomboid.booking.vault.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.vault.KeyEncryption;
import io.rhomboid.booking.vault.KeysAway;
import io.rhomboid.booking.vault.SealBroken;
import io.rhomboid.booking.vault.WrappedKey;
import io.rhomboid.contracts.client.ClientId;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A key of the transit engine of OpenBao or HashiCorp Vault, over HTTP: it wraps and unwraps, and never leaves there.
 * The key must be of a kind that takes {@code associated_data}, as {@code aes256-gcm96}. Another version of it is made
 * there ({@code rotate}), and is the current one from then on.
 */
public final class TransitKeys implements KeyEncryption {

    /** One round trip in a data centre takes a few milliseconds; who waits longer waits in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI mount;
    private final String key;
    private final Path token;

    /**
     * @param mount with a slash at its end, for example {@code https://vault:8200/v1/transit/}
     * @param key its name
     * @param token the file that has the token; read each time, for tokens are renewed
     */
    public TransitKeys(URI mount, String key, Path token) {
        this.mount = mount;
        this.key = key;
        this.token = token;
    }

    @Override
    public String current() {
        return name(ask("GET", "keys/", Map.of()).path("latest_version").asInt());
    }

    @Override
    public WrappedKey wrap(byte[] plain, ClientId owner) {
        var text = ask("POST", "encrypt/", Map.of("plaintext", base64(plain), "associated_data", context(owner)))
                .path("ciphertext")
                .asString();
        // vault:v3:…
        var parts = text.split(":", 3);
        if (parts.length != 3) throw new KeysAway("the key service answered something else than a wrapped key");
        return new WrappedKey(name(Integer.parseInt(parts[1].substring(1))), text.getBytes(US_ASCII));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, ClientId owner) {
        var plain = ask(
                        "POST",
                        "decrypt/",
                        Map.of("ciphertext", new String(wrapped.bytes(), US_ASCII), "associated_data", context(owner)))
                .path("plaintext")
                .asString();
        return Base64.getDecoder().decode(plain);
    }

    private String name(int version) {
        return key + "/" + version;
    }

    private static String context(ClientId owner) {
        return base64(("data key of " + owner).getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private JsonNode ask(String method, String what, Map<String, String> body) {
        try {
            var request = HttpRequest.newBuilder(mount.resolve(what + key))
                    .timeout(PATIENCE)
                    .header("X-Vault-Token", Files.readString(token).strip())
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> JSON.readTree(answer.body()).path("data");
                case 400 -> throw new SealBroken("the key service can't unwrap this key for this client", null);
                default -> throw new KeysAway("the key service answered " + answer.statusCode());
            };
        } catch (IOException | JacksonException e) {
            throw new KeysAway("the key service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysAway("interrupted while asking the key service", e);
        }
    }
}
