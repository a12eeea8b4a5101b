/**
 * What is on today, what is on this week, and how was the last quarter? Puts the bookings beside the hours that people
 * work: day sheets for the desk, weeks for therapists, reports for who runs the clinic. Decides nothing, changes nothing.
 */
@NullMarked
package io.rhomboid.booking.daysheet;

import org.jspecify.annotations.NullMarked;
