package io.rhomboid.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

import io.rhomboid.keeping.Manifest.Kind;
import io.rhomboid.keeping.Places.Place;

/**
 * Reads databases into a folder while the services work on.
 *
 * <p>Each document is as it was at one moment between {@code begunAt} and {@code doneAt}, different ones at different
 * moments. That is enough: one write is one decision, with the events that tell it in the same document, so nothing is
 * half decided; and what one document says of another, the services bring in line after any crash, and so after this.
 *
 * <p>The folder has its name only when all is on the disk; before, it is called {@code ….part}.
 */
final class Backup {

    private static final int BATCH = 500;

    /** Who may do what for ten seconds is nobody's affair later, and each restore begins an epoch of its own. */
    private static final Set<String> LEFT_OUT = Set.of("leases", Epoch.COLLECTION);

    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final Stores stores;
    private final Clock clock;

    Backup(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    Manifest data(List<Place> places, Path folder) {
        return write(Kind.DATA, places, Optional.empty(), folder);
    }

    /** After the data: a key that was made meanwhile opens something in them, and who was forgotten meanwhile stays so. */
    Manifest keys(Place place, Optional<Path> keyFolder, Path folder) {
        return write(Kind.KEYS, List.of(place), keyFolder, folder);
    }

    private Manifest write(Kind kind, List<Place> places, Optional<Path> keyFolder, Path folder) {
        if (Files.exists(folder)) {
            throw new Refused(folder + " exists. Name a folder that does not: one backup, one folder.");
        }
        var part = folder.resolveSibling(folder.getFileName() + ".part");
        try {
            Folders.remove(part);
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(part, PosixFilePermissions.asFileAttribute(Folders.OURS_ALONE));
            var begun = clock.instant();
            var databases = new ArrayList<Manifest.Database>();
            long epoch = 0;
            for (var place : places) {
                databases.add(database(stores.open(place), part));
                epoch = Math.max(epoch, Epoch.of(stores.open(place)));
            }
            var files = keyFolder.isPresent() ? keyFiles(keyFolder.get(), part) : List.<Manifest.KeyFile>of();
            var manifest = new Manifest(Manifest.FORMAT, kind, begun, clock.instant(), epoch, databases, files);
            manifest.write(part);
            Files.move(part, folder);
            return manifest;
        } catch (IOException e) {
            throw new Refused(
                    "The backup could not be written: " + e + ". Is there room, and may this user write there?", e);
        }
    }

    private static Manifest.Database database(MongoDatabase database, Path folder) throws IOException {
        Files.createDirectory(folder.resolve(database.getName()));
        var collections = new ArrayList<Manifest.Collection>();
        for (var name : Stores.collections(database)) {
            if (!LEFT_OUT.contains(name)) collections.add(collection(database, name, folder));
        }
        return new Manifest.Database(database.getName(), collections);
    }

    private static Manifest.Collection collection(MongoDatabase database, String name, Path folder) throws IOException {
        var collection = database.getCollection(name, RawBsonDocument.class);
        var indexes = database.getCollection(name)
                .listIndexes()
                .map(index -> index.toJson(EXACT))
                .into(new ArrayList<>());
        var file = database.getName() + "/" + Folders.fileName(name) + ".bson.gz";
        var tally = new Tally();
        var sha256 = Documents.write(folder.resolve(file), reader -> {
            // In the order of a unique index no document is met twice, or missed, when another one moves.
            try (var cursor = collection
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .batchSize(BATCH)
                    .cursor()) {
                while (cursor.hasNext()) {
                    var document = bytes(cursor.next());
                    tally.add(document);
                    reader.read(document);
                }
            }
        });
        return new Manifest.Collection(name, file, sha256, tally.contents(), indexes);
    }

    static byte[] bytes(RawBsonDocument document) {
        var buffer = document.getByteBuffer();
        try {
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } finally {
            buffer.release();
        }
    }

    private static List<Manifest.KeyFile> keyFiles(Path keyFolder, Path folder) throws IOException {
        if (!Files.isDirectory(keyFolder)) {
            throw new Refused("There is no folder " + keyFolder + ". KEY_FOLDER is where booking-service has its keys;"
                    + " leave it empty if a key service has them.");
        }
        var target = Files.createDirectory(folder.resolve("key-files"));
        var kept = new ArrayList<Manifest.KeyFile>();
        for (var file : Folders.visibleFiles(keyFolder)) {
            var name = file.getFileName().toString();
            var copy = Files.copy(file, target.resolve(name));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            Documents.sync(copy);
            kept.add(new Manifest.KeyFile(name, "key-files/" + name, Folders.sha256(copy)));
        }
        return kept;
    }
}
