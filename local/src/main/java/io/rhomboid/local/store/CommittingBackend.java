package io.rhomboid.local.store;

import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import org.h2.mvstore.MVStore;

/**
 * Writes to the file before it answers.
 *
 * <p>Left alone, the file gets the changes of the last second at once, after their writers were told
 * that all is well. Writers that come together share one commit: who waits for another's finds its own
 * changes in it.
 */
final class CommittingBackend extends IndexedBackend {

    private static final Set<String> READS =
            Set.of("find", "getMore", "aggregate", "count", "distinct", "hello", "isMaster", "ismaster", "ping");

    private final MVStore file;

    CommittingBackend(MVStore file) {
        super(file);
        this.file = file;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var answer = super.handleMessage(message);
        if (!READS.contains(message.getDocument().keySet().iterator().next()) && !file.isClosed()) {
            file.commit();
        }
        return answer;
    }
}
