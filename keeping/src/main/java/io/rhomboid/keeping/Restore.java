package io.rhomboid.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Makes databases of a backup: looks at all of it first, writes, and reads back what it has written. Every document, every
 * index; nothing that was there before stays.
 */
final class Restore {

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 8 << 20;

    private final Path folder;
    private final Manifest manifest;

    Restore(Path folder, Manifest.Kind kind) {
        this.folder = folder;
        this.manifest = Manifest.read(folder, kind);
    }

    Manifest manifest() {
        return manifest;
    }

    /** @throws Refused if a file is not what the manifest says it is; nothing has been written then */
    void verify() {
        for (var database : manifest.databases()) {
            for (var collection : database.collections()) verify(collection);
        }
        for (var key : manifest.keyFiles()) {
            try {
                if (!Folders.sha256(folder.resolve(key.file())).equals(key.sha256()))
                    throw damaged(key.file(), "its SHA-256 is another");
            } catch (IOException e) {
                throw damaged(key.file(), e.toString());
            }
        }
    }

    private void verify(Manifest.Collection collection) {
        var tally = new Tally();
        String sha256;
        try {
            sha256 = Documents.read(folder.resolve(collection.file()), tally::add);
        } catch (IOException e) {
            throw damaged(collection.file(), e.toString());
        }
        if (!sha256.equals(collection.sha256())) throw damaged(collection.file(), "its SHA-256 is another");
        if (!tally.contents().equals(collection.contents())) throw damaged(collection.file(), "it has other documents");
    }

    private Refused damaged(String file, String how) {
        return new Refused(folder.resolve(file) + " is not what was written: " + how
                + ". Nothing was changed. Take another copy of this backup, or another backup.");
    }

    /** Whether there is a document in any collection that is more than a lease. */
    static boolean isEmpty(MongoDatabase database) {
        for (var name : Stores.collections(database)) {
            if (database.getCollection(name).find().first() != null) return false;
        }
        return true;
    }

    /** Removes what is there, writes, and looks whether it is all there. */
    void into(MongoDatabase database, Epoch epoch) {
        var kept = manifest.databases().stream()
                .filter(it -> it.name().equals(database.getName()))
                .findFirst()
                .orElseThrow();
        // One by one: the store of the run without Docker takes database booking-keys away together with booking.
        for (var name : Stores.collections(database))
            database.getCollection(name).drop();
        epoch.begin(database);
        for (var collection : kept.collections()) write(database, collection);
        for (var collection : kept.collections()) lookAtAgain(database, collection);
    }

    private void write(MongoDatabase database, Manifest.Collection kept) {
        if (!kept.indexes().isEmpty()) makeIndexes(database, kept);
        var collection = database.getCollection(kept.name(), RawBsonDocument.class);
        var batch = new ArrayList<RawBsonDocument>(BATCH);
        var bytes = new long[1];
        try {
            Documents.read(folder.resolve(kept.file()), document -> {
                batch.add(new RawBsonDocument(document));
                bytes[0] += document.length;
                if (batch.size() == BATCH || bytes[0] > BATCH_BYTES) {
                    insert(collection, batch);
                    bytes[0] = 0;
                }
            });
        } catch (IOException e) {
            throw new Refused(
                    folder.resolve(kept.file()) + " could not be read any more: " + e
                            + ". The database is not whole; restore once more with --over.",
                    e);
        }
        insert(collection, batch);
    }

    private static void insert(MongoCollection<RawBsonDocument> collection, List<RawBsonDocument> batch) {
        if (!batch.isEmpty()) collection.insertMany(batch, new InsertManyOptions().ordered(false));
        batch.clear();
    }

    /** Before the documents: what keeps bookings apart must hold for these as well. */
    private static void makeIndexes(MongoDatabase database, Manifest.Collection kept) {
        var indexes = new ArrayList<Document>();
        for (var json : kept.indexes()) {
            var index = Document.parse(json);
            index.remove("ns");
            index.remove("v");
            if (!index.get("key", Document.class).keySet().equals(Set.of("_id"))) indexes.add(index);
        }
        try {
            database.createCollection(kept.name());
            if (!indexes.isEmpty()) {
                database.runCommand(new Document("createIndexes", kept.name()).append("indexes", indexes));
            }
        } catch (MongoCommandException e) {
            throw new Refused(
                    "The store does not take the indexes of " + kept.name() + ": " + e.getErrorMessage()
                            + ". Is it the same kind of store, and at least of the same version?",
                    e);
        }
    }

    private static void lookAtAgain(MongoDatabase database, Manifest.Collection kept) {
        var tally = new Tally();
        for (var document : database.getCollection(kept.name(), RawBsonDocument.class)
                .find()
                .batchSize(BATCH)) {
            tally.add(Backup.bytes(document));
        }
        if (!tally.contents().equals(kept.contents())) {
            throw new Refused("What was written to " + database.getName() + "." + kept.name()
                    + " is not what is there now: " + tally.contents() + " instead of " + kept.contents()
                    + ". Is somebody else writing to it? Stop the services, and restore once more with --over.");
        }
    }

    /** Puts key-encryption keys where they are missing. One that is there stays as it is. */
    int keyFilesInto(Path keyFolder) {
        int missing = 0;
        try {
            Files.createDirectories(keyFolder);
            for (var key : manifest.keyFiles()) {
                var target = keyFolder.resolve(key.name());
                if (Files.exists(target)) {
                    if (!Folders.sha256(target).equals(key.sha256())) {
                        throw new Refused(
                                target + " is another key than the one of that name in " + folder
                                        + ". Keys are never written over: move one of them to another name, as what it wrapped says by which.");
                    }
                    continue;
                }
                Files.copy(folder.resolve(key.file()), target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
                missing++;
            }
        } catch (IOException e) {
            throw new Refused(
                    "The keys could not be put into " + keyFolder + ": " + e + ". May this user write there?", e);
        }
        return missing;
    }
}
