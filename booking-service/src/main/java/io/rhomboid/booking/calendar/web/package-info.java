/** Feeds over HTTP. */
@NullMarked
package io.rhomboid.booking.calendar.web;

import org.jspecify.annotations.NullMarked;
