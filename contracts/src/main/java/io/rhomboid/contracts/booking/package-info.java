/**
 * What booking-service says about bookings. No personal data beside the client's id, no health data at all.
 */
@NullMarked
package io.rhomboid.contracts.booking;

import org.jspecify.annotations.NullMarked;
