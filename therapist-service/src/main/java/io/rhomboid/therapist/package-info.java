/**
 * Who treats, where, with what: one package for each of the things that a clinic keeps on record.
 *
 * <p>{@code clinic}, {@code treatment} and {@code therapist} each own a collection; {@code licence}, {@code rota} and
 * {@code price} are parts of a therapist that are changed by themselves. What is kept is the record of
 * {@code contracts} itself, and every change of it is told whole on a compacted topic. Knows nothing of bookings.
 */
@NullMarked
package io.rhomboid.therapist;

import org.jspecify.annotations.NullMarked;
