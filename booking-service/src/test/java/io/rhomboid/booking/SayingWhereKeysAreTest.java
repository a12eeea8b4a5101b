package io.rhomboid.booking;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import io.rhomboid.booking.vault.file.KeyFiles;
import io.rhomboid.booking.vault.http.TransitKeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SayingWhereKeysAreTest {

    @Test
    void in_a_folder_or_with_a_key_service() {
        assertThat(settings(Map.of("folder", "/run/keys", "transit", "", "transit-token", ""))
                        .keyEncryption())
                .isInstanceOf(KeyFiles.class);
        assertThat(settings(Map.of("folder", "", "transit", "https://bao:8200/v1/transit/", "transit-token", "/token"))
                        .keyEncryption())
                .isInstanceOf(TransitKeys.class);
    }

    @Test
    void who_does_not_say_it_does_not_start() {
        assertThatThrownBy(() -> settings(Map.of("folder", "", "transit", "")))
                .hasStackTraceContaining("KEY_FOLDER must name");
        assertThatThrownBy(
                        () -> settings(Map.of("folder", "/run/keys", "transit", "https://bao/", "transit-token", "")))
                .hasStackTraceContaining("KEY_SERVICE_TOKEN_FILE must name");
    }

    private static VaultSettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("", VaultSettings.class);
    }
}
