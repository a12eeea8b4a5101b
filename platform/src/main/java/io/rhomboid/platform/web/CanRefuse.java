package io.rhomboid.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that an operation may answer, for its OpenAPI document: each a status, a type and what it means, for
 * example {@code "409 slot-taken: somebody else was faster"}. What every operation may answer need not be repeated.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CanRefuse {
    String[] value();
}
