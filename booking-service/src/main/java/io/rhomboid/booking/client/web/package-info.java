/** Clients as they see themselves: who they are, and their bookings. */
@NullMarked
package io.rhomboid.booking.client.web;

import org.jspecify.annotations.NullMarked;
