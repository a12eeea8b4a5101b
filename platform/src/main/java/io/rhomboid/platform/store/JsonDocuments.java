package io.rhomboid.platform.store;

import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as a BSON document and back, as it would be in JSON: ids are strings, times ISO 8601. For state that is kept
 * whole and looked up by id; what is queried or changed by field gets a mapping of its own.
 */
public final class JsonDocuments {

    private final JsonMapper json;

    public JsonDocuments(JsonMapper json) {
        this.json = json;
    }

    public Document toDocument(Object state) {
        return Document.parse(json.writeValueAsString(state));
    }

    public <T> T fromDocument(Document document, Class<T> type) {
        return json.convertValue(document, type);
    }
}
