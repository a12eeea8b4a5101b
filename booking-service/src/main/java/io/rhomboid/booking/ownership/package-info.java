/**
 * What of this service belongs to whom, each asked in one query with the owner in it: bookings, series, places on
 * the waitlist, vouchers, calendars, and the therapists of a clinic. Decides nothing about roles; that is each operation's rule.
 */
@NullMarked
package io.rhomboid.booking.ownership;

import org.jspecify.annotations.NullMarked;
