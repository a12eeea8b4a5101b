package io.rhomboid.booking;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.rhomboid.booking.vault.KeyEncryption;
import io.rhomboid.booking.vault.file.KeyFiles;
import io.rhomboid.booking.vault.http.TransitKeys;

/**
 * Where keys are.
 *
 * @param database name of the one that wrapped data keys are in; KEYS_DATABASE
 * @param uri of the store it is in; blank for the one that all else is in; KEYS_MONGODB_URI
 * @param folder of key-encryption keys, one file each; KEY_FOLDER
 * @param transit the transit engine of a key service instead, with a slash at its end; KEY_SERVICE
 * @param transitKey the name of the key there; KEY_SERVICE_KEY
 * @param transitToken the file that has the token; KEY_SERVICE_TOKEN_FILE
 */
@ConfigurationProperties("rhomboid.vault")
record VaultSettings(
        @DefaultValue("") String database,
        @DefaultValue("") String uri,
        @Nullable Path folder,
        @Nullable URI transit,
        @DefaultValue("rhomboid") String transitKey,
        @Nullable Path transitToken) {

    /** @throws IllegalStateException if it does not say where the key-encryption keys are */
    VaultSettings {
        if (isBlank(folder) && isBlank(transit)) {
            throw new IllegalStateException(
                    "KEY_FOLDER must name the folder of key-encryption keys, or KEY_SERVICE a key service");
        }
        if (!isBlank(transit) && isBlank(transitToken)) {
            throw new IllegalStateException("KEY_SERVICE_TOKEN_FILE must name the file with the key service's token");
        }
    }

    KeyEncryption keyEncryption() {
        return isBlank(transit) ? new KeyFiles(folder) : new TransitKeys(transit, transitKey, transitToken);
    }

    /** Left out, or set to nothing. */
    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }
}
