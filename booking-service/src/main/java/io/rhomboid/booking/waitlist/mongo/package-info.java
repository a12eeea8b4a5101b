/** Keeps the waitlist in MongoDB. */
@NullMarked
package io.rhomboid.booking.waitlist.mongo;

import org.jspecify.annotations.NullMarked;
