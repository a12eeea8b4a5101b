/** The checker over HTTP. */
@NullMarked
package io.rhomboid.booking.invariant.web;

import org.jspecify.annotations.NullMarked;
