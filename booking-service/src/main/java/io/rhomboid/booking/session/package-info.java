/**
 * What is written down of a session: the therapist's note, which can be amended and never overwritten, and the pain
 * before and after it, as the client says. Sealed as an intake is. Decides nothing about bookings.
 */
@NullMarked
package io.rhomboid.booking.session;

import org.jspecify.annotations.NullMarked;
