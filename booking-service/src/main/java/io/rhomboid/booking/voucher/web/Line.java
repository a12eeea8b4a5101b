package io.rhomboid.booking.voucher.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A line that people read: 1 to 200 characters, not all blank, no control characters. */
@Size(max = 200)
@Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Line {

    String message() default "must be one line of 1 to 200 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
