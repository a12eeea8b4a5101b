/**
 * When do therapists' own calendars keep them from working? Subscribes to calendars by their address, looks again every
 * now and then, and has their busy times blocked. Reads times only, never what they are for.
 */
@NullMarked
package io.rhomboid.booking.subscription;

import org.jspecify.annotations.NullMarked;
