/**
 * Other addresses than the one that somebody booked or signs in with, at which they want to be told: proved to be theirs by
 * a code that only arrives there. An address that nobody has proved is used for nothing but that code.
 */
@NullMarked
package io.rhomboid.notification.address;

import org.jspecify.annotations.NullMarked;
