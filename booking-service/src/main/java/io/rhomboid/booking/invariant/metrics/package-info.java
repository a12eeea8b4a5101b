/** The checker's last result as metrics, and its regular runs. */
@NullMarked
package io.rhomboid.booking.invariant.metrics;

import org.jspecify.annotations.NullMarked;
