package io.rhomboid.local.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where the documents lie that have a text, or anything at all, in one field; of an array, in one of its elements. */
final class Lookup {

    private final List<String> path;
    private final Map<String, Set<Object>> byText = new HashMap<>();
    private final Set<Object> any = new HashSet<>();

    /** @param field with a dot before each field within a field */
    Lookup(String field) {
        this.path = List.of(field.split("\\."));
    }

    void add(Document document, Object position) {
        each(document, path, value -> {
            any.add(position);
            if (value instanceof String text) {
                byText.computeIfAbsent(text, _ -> new HashSet<>()).add(position);
            }
        });
    }

    /** @param document as it was when it was added */
    void remove(Document document, Object position) {
        any.remove(position);
        each(document, path, value -> {
            if (value instanceof String text) {
                byText.computeIfPresent(text, (_, those) -> {
                    those.remove(position);
                    return those.isEmpty() ? null : those;
                });
            }
        });
    }

    Collection<Object> with(Collection<String> texts) {
        if (texts.size() == 1) return byText.getOrDefault(texts.iterator().next(), Set.of());
        var found = new LinkedHashSet<>();
        for (var text : texts) found.addAll(byText.getOrDefault(text, Set.of()));
        return found;
    }

    Collection<Object> withAny() {
        return any;
    }

    private static void each(@Nullable Object value, List<String> path, Consumer<Object> then) {
        switch (value) {
            case null -> {}
            case Missing _ -> {}
            case Collection<?> several -> several.forEach(one -> each(one, path, then));
            case Document document
            when !path.isEmpty() -> each(document.get(path.getFirst()), path.subList(1, path.size()), then);
            case Object end when path.isEmpty() -> then.accept(end);
            default -> {}
        }
    }
}
