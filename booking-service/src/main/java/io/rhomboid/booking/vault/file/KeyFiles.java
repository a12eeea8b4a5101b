package io.rhomboid.booking.vault.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TreeMap;

import io.rhomboid.booking.vault.Envelope;
import io.rhomboid.booking.vault.KeyEncryption;
import io.rhomboid.booking.vault.KeysAway;
import io.rhomboid.booking.vault.WrappedKey;
import io.rhomboid.contracts.client.ClientId;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keys in a folder, one file each: its name is the key's, its content 256 bits in Base64. The one with the last name in
 * the alphabet wraps; a new one is put beside it, and the old one taken away once nothing is wrapped by it any more. The
 * folder is looked at each time, so neither needs a restart.
 */
public final class KeyFiles implements KeyEncryption {

    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String current() {
        return keys().lastKey();
    }

    @Override
    public WrappedKey wrap(byte[] key, ClientId owner) {
        var last = keys().lastEntry();
        return new WrappedKey(last.getKey(), Envelope.seal(read(last.getValue()), context(owner), key));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, ClientId owner) {
        var file = keys().get(wrapped.by());
        if (file == null) throw new KeysAway("there is no key " + wrapped.by() + " in " + folder);
        return Envelope.open(read(file), context(owner), wrapped.bytes());
    }

    private static byte[] context(ClientId owner) {
        return ("data key of " + owner).getBytes(UTF_8);
    }

    private TreeMap<String, Path> keys() {
        var keys = new TreeMap<String, Path>();
        try (var files = Files.list(folder)) {
            // A mounted secret has folders beside it whose names begin with a dot.
            files.filter(file -> !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file))
                    .forEach(file -> keys.put(file.getFileName().toString(), file));
        } catch (IOException e) {
            throw new KeysAway("the folder of keys can't be read: " + folder, e);
        }
        if (keys.isEmpty()) throw new KeysAway("there is no key in " + folder);
        return keys;
    }

    private static byte[] read(Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file, US_ASCII).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new KeysAway("no key can be read from " + file, e);
        }
        if (key.length != Envelope.KEY_BYTES) throw new KeysAway(file + " must be 256 bits in Base64");
        return key;
    }
}
