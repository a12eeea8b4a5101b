package io.rhomboid.booking.vault;

/**
 * What a sealed text is. A text that was sealed as one field can't be opened as another one, nor as the same field of
 * another schema, nor for another client.
 *
 * @param name for example {@code intake.medication}
 * @param schema rises when the text is written in another way
 */
public record Field(String name, int schema) {

    public Field {
        if (!name.matches("[a-z]+(\\.[a-zA-Z]+)*")) throw new IllegalArgumentException("no name of a field: " + name);
        if (schema < 1) throw new IllegalArgumentException("schemas are counted from 1: " + schema);
    }
}
