/** Where plans are, what is about health sealed. */
@NullMarked
package io.rhomboid.booking.plan.mongo;

import org.jspecify.annotations.NullMarked;
