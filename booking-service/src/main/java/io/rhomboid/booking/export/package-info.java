/** All that this service knows of a client, put together for them to take away: for programs, and for people. */
@NullMarked
package io.rhomboid.booking.export;

import org.jspecify.annotations.NullMarked;
