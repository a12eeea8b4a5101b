/** Blocks in MongoDB, in the collection of the bookings. */
@NullMarked
package io.rhomboid.booking.block.mongo;

import org.jspecify.annotations.NullMarked;
