package io.rhomboid.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Keeps its documents in {@link IndexedCollection}s. */
class IndexedBackend extends H2Backend {

    IndexedBackend(MVStore file) {
        super(file);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name, getMvStore(), getCursorRegistry());
    }

    private static final class Database extends H2Database {

        private final MVStore file;

        Database(String name, MVStore file, CursorRegistry cursors) {
            // Opening it opens its collections.
            this.file = file;
            super(name, file, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            // Under the very names that a database without these indexes has, and one file can be opened by both.
            var fullName = getDatabaseName() + "." + name;
            MVMap<Object, Document> documents = file.openMap("databases." + fullName);
            MVMap<String, Object> about = file.openMap("meta." + fullName);
            return new IndexedCollection(this, name, options, documents, about, cursorRegistry);
        }
    }
}
