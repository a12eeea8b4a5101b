/**
 * When is someone free? Answers from memory alone, for one therapist, one clinic, or anybody who gives a treatment.
 *
 * <p>{@link io.rhomboid.booking.availability.Catalogue} is who works where, when and for how much;
 * {@link io.rhomboid.booking.availability.Diary} is what is taken. Both are fed from outside. The answers come from
 * {@link io.rhomboid.booking.availability.FreeSlots} and, for one given start,
 * {@link io.rhomboid.booking.availability.StartCheck}. Nothing here reads a clock, a store or a network: time is an
 * argument. An answer may be stale; that nobody is booked twice is the reservation's promise, not this one's.
 */
@NullMarked
package io.rhomboid.booking.availability;

import org.jspecify.annotations.NullMarked;
