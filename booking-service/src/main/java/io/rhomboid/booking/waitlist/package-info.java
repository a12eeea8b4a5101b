/**
 * Who waits for a slot that is taken, and whose turn it is when one becomes free. Rests on availability, which knows
 * what is free, and on reservation, which keeps an offered slot by a hold like any other; neither knows of it.
 */
@NullMarked
package io.rhomboid.booking.waitlist;

import org.jspecify.annotations.NullMarked;
