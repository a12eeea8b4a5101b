/** Reads what is stored, slowly. */
@NullMarked
package io.rhomboid.booking.invariant.mongo;

import org.jspecify.annotations.NullMarked;
