/**
 * When a therapist works: weekly hours at each clinic on its own wall clock, other hours on single dates, rules for how
 * a day may fill. When they are away and whether an hour is still free, booking-service knows.
 */
@NullMarked
package io.rhomboid.therapist.rota;

import org.jspecify.annotations.NullMarked;
