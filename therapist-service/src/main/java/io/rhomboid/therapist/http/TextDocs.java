package io.rhomboid.therapist.http;

import java.lang.annotation.Annotation;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Writes into the OpenAPI document how long a {@link Text} may be. */
@Component
class TextDocs implements PropertyCustomizer {

    @Override
    public Schema<?> customize(Schema property, AnnotatedType type) {
        Annotation @Nullable [] annotations = type.getCtxAnnotations();
        if (annotations == null) return property;
        for (var annotation : annotations) {
            if (annotation instanceof Text text) property.minLength(1).maxLength(text.max());
        }
        return property;
    }
}
