/**
 * How often a client should come, and whether they do: a plan begins as often as the pain asks for, becomes rarer as it
 * gets better, proposes dates, and notices when a visit is overdue. Decides nothing about bookings: its visits are a
 * {@code series} like any other.
 */
@NullMarked
package io.rhomboid.booking.plan;

import org.jspecify.annotations.NullMarked;
