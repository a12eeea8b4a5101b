package io.rhomboid.platform.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.contracts.Epochs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

/**
 * Raises the versions of documents that were brought back into their epoch, see {@link Epochs}, and has each told once
 * more by the same write, so that everybody takes it for the latest.
 */
public final class Raising {

    /** Where a document notes the versions that it had. */
    private static final String HISTORY = "history";

    private Raising() {}

    /**
     * One document after the other, in any order; those of this epoch are left as they are.
     *
     * @param which of the collection's documents
     * @param telling what has it told, of the document as it is with its new version; empty for what nobody keeps
     * @return how many
     */
    public static long raise(
            MongoCollection<Document> collection, Bson which, long epoch, Function<Document, Optional<Bson>> telling) {
        long raised = 0;
        var ofOld = and(which, gt("version", 0L), lt("version", epoch * Epochs.SPAN));
        for (var document : collection.find(ofOld).batchSize(500)) {
            long before = document.getLong("version");
            var updates = new ArrayList<Bson>();
            updates.add(set(document, "version", Epochs.raise(before, epoch)));
            var history = document.getList(HISTORY, Document.class, List.of());
            for (var entry : history) entry.put("version", Epochs.raise(entry.getLong("version"), epoch));
            if (!history.isEmpty()) updates.add(set(document, HISTORY, history));
            telling.apply(document).ifPresent(updates::add);
            collection.updateOne(and(eq("_id", document.get("_id")), eq("version", before)), Updates.combine(updates));
            raised++;
        }
        return raised;
    }

    private static Bson set(Document document, String field, Object value) {
        document.put(field, value);
        return Updates.set(field, value);
    }
}
