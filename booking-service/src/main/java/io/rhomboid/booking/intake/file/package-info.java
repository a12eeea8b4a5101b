/** The form that comes with the service. */
@NullMarked
package io.rhomboid.booking.intake.file;

import org.jspecify.annotations.NullMarked;
