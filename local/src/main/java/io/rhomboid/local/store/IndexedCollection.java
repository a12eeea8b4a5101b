package io.rhomboid.local.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by a part of what is asked, where its parent looks through all of them.
 *
 * <p>The parent uses a unique index only for a question about nothing but its fields, and others not at all: it reads the
 * whole collection for {@code {_id, version}}, as every compare-and-set asks. Here one part is enough, of those that must
 * hold together: a text, or one of several, in {@code _id} or in any field of any index; or that such a field has to
 * have a value to be greater or less. The part that leaves the fewest counts, and the parent looks through these.
 *
 * <p>The indexes are in memory, and made anew from the documents when the file is opened.
 */
final class IndexedCollection extends H2Collection {

    private static final Set<String> COMPARISONS = Set.of("$gt", "$gte", "$lt", "$lte");

    private final Map<String, Lookup> lookups = new HashMap<>();

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> about,
            CursorRegistry cursors) {
        super(database, name, options, documents, about, cursors);
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        for (var key : index.getKeys()) make(key);
    }

    private void make(IndexKey key) {
        var field = key.getKey();
        if (field.equals(getIdField()) || lookups.containsKey(field)) return;
        var lookup = new Lookup(field);
        streamAllDocumentsWithPosition().forEach(one -> lookup.add(one.getDocument(), one.getPosition()));
        lookups.put(field, lookup);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = super.addDocumentInternal(document);
        lookups.values().forEach(lookup -> lookup.add(document, position));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        for (var lookup : lookups.values()) {
            lookup.remove(before, position);
            lookup.add(after, position);
        }
    }

    @Override
    protected void removeDocument(Object position) {
        var document = getDocument(position);
        super.removeDocument(position);
        lookups.values().forEach(lookup -> lookup.remove(document, position));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        var fewest = fewest(query, null);
        // What most documents have is found sooner by looking through all of them in their order.
        var few = fewest != null && fewest.size() * 2 <= count();
        return !few || isNaturalDescending(orderBy)
                ? super.queryDocuments(query, orderBy, skip, limit, batchSize, projection)
                : matchDocuments(query, inOrder(fewest), orderBy, skip, limit, batchSize, projection);
    }

    /** Where documents lie that one part of the question leaves; null if no part says. */
    private @Nullable Collection<Object> fewest(Document query, @Nullable Collection<Object> known) {
        var fewest = known;
        for (var part : query.entrySet()) {
            Collection<Object> found = null;
            if (part.getKey().equals("$and")) {
                for (var one : (Collection<?>) part.getValue()) fewest = fewest((Document) one, fewest);
            } else if (part.getKey().equals(getIdField())) {
                found = byId(part.getValue());
            } else if (lookups.containsKey(part.getKey())) {
                found = by(lookups.get(part.getKey()), part.getValue());
            }
            if (found != null && (fewest == null || found.size() < fewest.size())) fewest = found;
        }
        return fewest;
    }

    /** A document lies where its id says. */
    private @Nullable Collection<Object> byId(Object asked) {
        var ids = texts(asked);
        if (ids == null) return null;
        var found = new LinkedHashSet<>();
        for (var id : ids) if (getDocument(id) != null) found.add(id);
        return found;
    }

    private static @Nullable Collection<Object> by(Lookup lookup, Object asked) {
        var texts = texts(asked);
        if (texts != null) return lookup.with(texts);
        return asked instanceof Document operators
                        && operators.entrySet().stream()
                                .anyMatch(one -> COMPARISONS.contains(one.getKey()) && one.getValue() != null)
                ? lookup.withAny()
                : null;
    }

    /** The text that has to be there, or those of which one has; null if it is not asked for texts. */
    private static @Nullable Collection<String> texts(@Nullable Object asked) {
        return switch (asked) {
            case String text -> List.of(text);
            case Document operators when operators.get("$eq") instanceof String text -> List.of(text);
            case Document operators
            when operators.get("$in") instanceof Collection<?> several
                    && several.stream().allMatch(String.class::isInstance) ->
                several.stream().map(String.class::cast).toList();
            case null, default -> null;
        };
    }

    /** As the parent comes across them. */
    private static List<Object> inOrder(Collection<Object> positions) {
        var sorted = new ArrayList<>(positions);
        if (sorted.stream().allMatch(String.class::isInstance)) {
            sorted.sort((a, b) -> ((String) a).compareTo((String) b));
        }
        return sorted;
    }
}
