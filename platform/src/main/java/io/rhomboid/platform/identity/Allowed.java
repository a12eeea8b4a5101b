package io.rhomboid.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may do what an operation does; on the operation, or on its controller for all that say nothing themselves. Of
 * several one is enough. An operation without any is done for nobody, and the service does not start.
 *
 * <pre>{@code
 * @Allowed(ANYONE)
 * @Allowed(value = {CLIENT, THERAPIST, DESK}, of = "booking")          // of the booking {id}
 * @Allowed(value = DESK, of = "clinic", by = "clinicId")               // of the clinic ?clinicId=
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Allowed.Any.class)
public @interface Allowed {

    Who[] value();

    /** The kind of thing that must be theirs, as in {@code unknown-booking}; none where it need not be anybody's. */
    String of() default "";

    /** The path variable or the parameter that names it. */
    String by() default "id";

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface Any {
        Allowed[] value();
    }
}
