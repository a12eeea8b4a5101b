package io.rhomboid.booking.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;

import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.intake.Form;

/** Reads {@code intake/form.json}. */
public final class FormFile {

    private FormFile() {}

    /** @throws tools.jackson.core.JacksonException if it is not as {@link Form} has it */
    public static Form read(JsonMapper json) {
        try (var file = FormFile.class.getResourceAsStream("/intake/form.json")) {
            return json.readValue(file, Form.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
