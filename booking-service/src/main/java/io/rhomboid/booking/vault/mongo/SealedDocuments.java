package io.rhomboid.booking.vault.mongo;

import java.util.HashMap;

import org.bson.Document;
import org.bson.types.Binary;

import io.rhomboid.booking.vault.SealedFields;

/** Sealed fields as a document: {@code {schema, fields: {name: bytes}}}. */
public final class SealedDocuments {

    private SealedDocuments() {}

    public static Document of(SealedFields sealedFields) {
        var fields = new Document();
        sealedFields.fields().forEach((name, bytes) -> fields.append(name, new Binary(bytes)));
        return new Document("schema", sealedFields.schema()).append("fields", fields);
    }

    public static SealedFields read(Document stored) {
        var fields = new HashMap<String, byte[]>();
        for (var field : stored.get("fields", Document.class).entrySet()) {
            fields.put(field.getKey(), ((Binary) field.getValue()).getData());
        }
        return new SealedFields(stored.getInteger("schema"), fields);
    }
}
