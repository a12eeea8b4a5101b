package io.rhomboid.testing;

import java.util.UUID;

import org.testcontainers.mongodb.MongoDBContainer;

import io.rhomboid.local.store.LocalStore;

/**
 * The store of these tests: {@code MONGODB_URI} if set, MongoDB by Testcontainers if it can be had, else
 * the embedded one in memory.
 */
public final class RealStore {

    private static final String IMAGE = "mongo:8.0";

    private RealStore() {}

    /** Connection string without a database. */
    public static String uri() {
        return Once.URI;
    }

    /** Name of a database that no other test uses. */
    public static String newDatabase() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static final class Once {
        static final String URI = new Source("store", "MONGODB_URI", IMAGE).find(Once::container, Once::embedded);

        private static String container() {
            var container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            return container.getConnectionString();
        }

        private static String embedded() {
            var store = LocalStore.inMemory();
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
            return store.uri();
        }
    }
}
