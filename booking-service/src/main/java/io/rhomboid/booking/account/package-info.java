/**
 * What becomes of what somebody booked and said as a guest once they put it into an account. Who they were before is kept
 * here, so that who has an account forgotten is forgotten as who they were before as well.
 */
@NullMarked
package io.rhomboid.booking.account;

import org.jspecify.annotations.NullMarked;
