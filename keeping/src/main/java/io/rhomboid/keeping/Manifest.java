package io.rhomboid.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup consists of: {@code manifest.json}, the last file that is written.
 *
 * @param format 1; another one is not understood
 * @param begunAt before the first document was read; what was acknowledged until then is in it
 * @param doneAt after the last one; what was acknowledged later is not
 * @param epoch of the versions in it
 */
record Manifest(
        int format,
        Kind kind,
        Instant begunAt,
        Instant doneAt,
        long epoch,
        List<Database> databases,
        List<KeyFile> keyFiles) {

    static final int FORMAT = 1;

    private static final String FILE = "manifest.json";

    private static final JsonMapper JSON = new JsonMapper();

    /** Never both in one folder: data can be read only with the keys. */
    enum Kind {
        DATA,
        KEYS
    }

    record Database(String name, List<Collection> collections) {

        Database {
            collections = List.copyOf(collections);
        }
    }

    /**
     * @param file in the backup's folder: its documents as BSON, one after the other, gzip
     * @param sha256 of the file
     * @param indexes each as extended JSON, as the store describes it
     */
    record Collection(String name, String file, String sha256, Contents contents, List<String> indexes) {

        Collection {
            indexes = List.copyOf(indexes);
        }
    }

    /** A key-encryption key, as it lies in the folder of keys. */
    record KeyFile(String name, String file, String sha256) {}

    Manifest {
        databases = List.copyOf(databases);
        keyFiles = List.copyOf(keyFiles);
    }

    long documents() {
        return collections().stream().mapToLong(it -> it.contents().documents()).sum();
    }

    long bytes() {
        return collections().stream().mapToLong(it -> it.contents().bytes()).sum();
    }

    private List<Collection> collections() {
        return databases.stream().flatMap(it -> it.collections().stream()).toList();
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** @throws Refused if there is no backup of this kind in the folder */
    static Manifest read(Path folder, Kind kind) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refused(
                    folder + " is no backup, there is no " + FILE
                            + " in it. Name the folder that a backup was written to; one whose name ends in .part was not finished.");
        }
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readString(file), Manifest.class);
        } catch (JacksonException | IOException e) {
            throw new Refused(file + " can't be read (" + firstLine(e) + "). Take another backup.", e);
        }
        if (manifest.format() != FORMAT) {
            throw new Refused(folder + " has format " + manifest.format() + ", this program knows " + FORMAT
                    + ". Use the program of the version that wrote it.");
        }
        if (manifest.kind() != kind) {
            throw new Refused(folder + " is a backup of the " + (manifest.kind() == Kind.KEYS ? "keys" : "data")
                    + ". Data come first, keys second: restore DATA KEYS.");
        }
        return manifest;
    }

    static String firstLine(Exception fault) {
        return String.valueOf(fault.getMessage())
                .lines()
                .findFirst()
                .orElse(fault.getClass().getSimpleName());
    }
}
