package io.rhomboid.therapist;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a good request a bad one. */
public final class Spoiled {

    private static final JsonMapper JSON = new JsonMapper();

    private Spoiled() {}

    /**
     * The request with another value at one place.
     *
     * @param value as JSON, may be written with single quotes; null to leave the field out
     */
    public static ObjectNode at(ObjectNode request, String pointer, @Nullable String value) {
        var slash = pointer.lastIndexOf('/');
        var parent = request.at(pointer.substring(0, slash));
        var name = pointer.substring(slash + 1);
        var node = value == null ? null : JSON.readTree(value.replace('\'', '"'));
        switch (parent) {
            case ArrayNode list when node != null -> list.set(Integer.parseInt(name), node);
            case ObjectNode object when node != null -> object.set(name, node);
            case ObjectNode object -> object.remove(name);
            default -> throw new IllegalArgumentException(pointer);
        }
        return request;
    }
}
