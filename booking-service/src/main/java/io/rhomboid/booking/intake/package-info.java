/**
 * What a client says before the first session, once a year: where it hurts, what must be known, how they want to be
 * treated. Kept sealed; read by who treats them around a session, and by nobody else unless somebody breaks the glass.
 */
@NullMarked
package io.rhomboid.booking.intake;

import org.jspecify.annotations.NullMarked;
