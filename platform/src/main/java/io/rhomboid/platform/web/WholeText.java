package io.rhomboid.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Takes a text only if it can be stored and shown as it is: without NUL, at which other programs end a text, and without
 * half of a surrogate pair, which has no form in UTF-8 and would come back as another character.
 */
final class WholeText extends StringDeserializer {

    static JacksonModule module() {
        return new SimpleModule("whole-text").addDeserializer(String.class, new WholeText());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = super.deserialize(parser, context);
        if (parser.currentToken() == JsonToken.VALUE_STRING && !isWhole(text)) {
            throw DatabindException.from(
                    parser,
                    "not whole",
                    new IllegalArgumentException("has a character that is none: NUL, or half of a surrogate pair"));
        }
        return text;
    }

    private static boolean isWhole(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0) return false;
            if (!Character.isSurrogate(character)) continue;
            if (!Character.isHighSurrogate(character)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) return false;
            i++;
        }
        return true;
    }
}
