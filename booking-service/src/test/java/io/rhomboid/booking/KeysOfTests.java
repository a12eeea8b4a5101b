package io.rhomboid.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import io.rhomboid.booking.vault.Envelope;

/** Every service that a test starts in its own process seals with a key that is gone with it. */
public final class KeysOfTests implements EnvironmentPostProcessor {

    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("keys");
            var key = Base64.getEncoder().encodeToString(Envelope.newKey());
            Files.writeString(folder.resolve("test"), key).toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("keys of tests", Map.of("KEY_FOLDER", FOLDER.toString())));
    }
}
