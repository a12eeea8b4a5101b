package io.rhomboid.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads a time only from ISO 8601 text: by default Jackson takes a number as seconds since 1970, and a list as a date. */
final class TimeAsText<T> extends StdDeserializer<T> {

    private final Function<String, T> parse;

    private TimeAsText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    static JacksonModule module() {
        return new SimpleModule("time-as-text")
                .addDeserializer(OffsetDateTime.class, new TimeAsText<>(OffsetDateTime.class, OffsetDateTime::parse))
                .addDeserializer(LocalDate.class, new TimeAsText<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(LocalTime.class, new TimeAsText<>(LocalTime.class, LocalTime::parse));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(getValueType(context), parser);
        }
        var text = parser.getString();
        try {
            return parse.apply(text);
        } catch (DateTimeException _) {
            return (T) context.handleWeirdStringValue(handledType(), text, "not as ISO 8601 has it");
        }
    }
}
