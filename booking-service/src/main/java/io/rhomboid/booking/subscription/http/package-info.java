/** Fetching calendars from where others keep them. */
@NullMarked
package io.rhomboid.booking.subscription.http;

import org.jspecify.annotations.NullMarked;
