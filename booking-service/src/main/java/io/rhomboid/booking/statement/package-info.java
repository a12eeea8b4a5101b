/**
 * What a client stated that a doctor agreed to, as who treats them reads it, and what these decide: to treat them, or
 * not to. A stop is none of it, for it was never booked.
 */
@NullMarked
package io.rhomboid.booking.statement;

import org.jspecify.annotations.NullMarked;
