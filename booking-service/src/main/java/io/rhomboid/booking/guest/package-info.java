/** Guests: people who have the link to one booking, series or place on the waitlist, and no account. */
@NullMarked
package io.rhomboid.booking.guest;

import org.jspecify.annotations.NullMarked;
