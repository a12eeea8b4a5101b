package io.rhomboid.booking.vault;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a record, each sealed by itself. Their lengths are rounded up, so that a short answer can't be told from
 * another one by how long it is.
 *
 * @param schema as which they were sealed
 */
public record SealedFields(int schema, Map<String, byte[]> fields) {

    private static final int ROUND_UP_TO = 64;

    public SealedFields {
        fields = Map.copyOf(fields);
    }

    /**
     * A record as texts and back.
     *
     * @param <T> the record
     */
    public interface Texts<T> {

        /** All fields, also those that nothing was said in. Blanks at a text's end say nothing. */
        Map<String, String> of(T record);

        T from(Map<String, String> texts);
    }

    /** Of the same bytes; so that what is read twice is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedFields(int itsSchema, var its)
                && itsSchema == schema
                && its.keySet().equals(fields.keySet())
                && fields.entrySet().stream()
                        .allMatch(field -> Arrays.equals(field.getValue(), its.get(field.getKey())));
    }

    @Override
    public int hashCode() {
        return fields.keySet().hashCode();
    }

    /** @param name of the record, for example {@code intake} */
    public static SealedFields seal(Seals seals, String name, int schema, Map<String, String> texts) {
        var fields = new HashMap<String, byte[]>();
        texts.forEach((field, text) -> fields.put(field, seals.seal(field(name, field, schema), padded(text))));
        return new SealedFields(schema, fields);
    }

    /** @throws SealBroken if one of them was not sealed for this client as this field of the record */
    public Map<String, String> open(Seals seals, String name) {
        var texts = new HashMap<String, String>();
        fields.forEach((field, bytes) -> texts.put(field, seals.open(field(name, field, schema), bytes)));
        return texts;
    }

    /**
     * The same for another client.
     *
     * @return null of nothing
     */
    public static @Nullable SealedFields handOver(@Nullable SealedFields sealed, String name, Seals from, Seals to) {
        return sealed == null ? null : seal(to, name, sealed.schema(), sealed.open(from, name));
    }

    private static Field field(String record, String name, int schema) {
        return new Field(record + "." + name, schema);
    }

    private static String padded(String text) {
        int over = text.length() % ROUND_UP_TO;
        return over == 0 ? text : text + " ".repeat(ROUND_UP_TO - over);
    }
}
