/** Guests: people who have the link to one booking, and no account. */
@NullMarked
package io.rhomboid.booking.guest;

import org.jspecify.annotations.NullMarked;
