package io.rhomboid.local.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import org.h2.mvstore.MVStore;

import io.rhomboid.local.QuietLogs;

/**
 * A store that speaks MongoDB's protocol, in this process, in memory or on a file.
 *
 * <p>Not MongoDB: it knows no transactions, partial indexes, change streams, text, geo or TTL. Of indexes it uses
 * what {@link IndexedCollection} says, in memory; everything else scans. On a file, an acknowledged write survives the end of
 * the process however it comes, see {@link CommittingBackend}; a power cut may take the last second.
 */
public final class LocalStore implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private LocalStore(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Gone when closed. Takes a free port. */
    public static LocalStore inMemory() {
        return listen(new IndexedBackend(MVStore.open(null)), 0);
    }

    /**
     * Goes on where the folder's last store ended.
     *
     * @param port 0 for a free one
     */
    public static LocalStore start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        var file = new MVStore.Builder()
                .fileName(folder.resolve("store.mv").toString())
                .autoCommitBufferSize(4 << 10)
                .pageSplitSize(4 << 10)
                .cacheSize(8)
                .open();
        // Each write makes a new version of a few pages. Space of old ones is used again at once: they would only
        // help after a power cut.
        file.setRetentionTime(0);
        try {
            return listen(new CommittingBackend(file), port);
        } catch (RuntimeException e) {
            file.closeImmediately();
            throw e;
        }
    }

    private static LocalStore listen(IndexedBackend backend, int port) {
        QuietLogs.keep();
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        server.bind(new InetSocketAddress("127.0.0.1", port));
        return new LocalStore(server, server.getLocalAddress().getPort());
    }

    /** Connection string without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
