package io.rhomboid.booking;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
        @Nullable Path transitToken) {}
