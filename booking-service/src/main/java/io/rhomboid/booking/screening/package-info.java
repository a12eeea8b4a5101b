/**
 * Whether somebody can be massaged, and with what: the contraindications of the catalogue against what a client says.
 * The rules come with the treatments from therapist-service, by event, so it works while that is away.
 */
@NullMarked
package io.rhomboid.booking.screening;

import org.jspecify.annotations.NullMarked;
