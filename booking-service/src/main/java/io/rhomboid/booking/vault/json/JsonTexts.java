package io.rhomboid.booking.vault.json;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.booking.vault.SealedFields.Texts;

/** Each component of a record as JSON. */
public final class JsonTexts<T> implements Texts<T> {

    private final Class<T> type;
    private final JsonMapper json;

    public JsonTexts(Class<T> type, JsonMapper json) {
        this.type = type;
        this.json = json;
    }

    @Override
    public Map<String, String> of(T record) {
        var texts = new TreeMap<String, String>();
        for (var field : json.<ObjectNode>valueToTree(record).properties()) {
            texts.put(field.getKey(), json.writeValueAsString(field.getValue()));
        }
        return texts;
    }

    @Override
    public T from(Map<String, String> texts) {
        var nodes = new HashMap<String, JsonNode>();
        texts.forEach((field, text) -> nodes.put(field, json.readTree(text)));
        return json.treeToValue(json.valueToTree(nodes), type);
    }
}
