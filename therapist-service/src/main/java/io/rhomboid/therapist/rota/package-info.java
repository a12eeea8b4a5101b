/**
 * When a therapist works and when not: weekly hours at each clinic on its own wall clock, other hours on single dates,
 * time off. Whether an hour is still free, booking-service knows.
 */
@NullMarked
package io.rhomboid.therapist.rota;

import org.jspecify.annotations.NullMarked;
