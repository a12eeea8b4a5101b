/**
 * Who fits? Therapists found by words, place, technique, price and more, with counts of what else could be chosen.
 *
 * <p>Answers from memory: Lucene finds what words and distance can find, one pass over what it found decides the rest,
 * because technique, clinic, amenities and price must hold together at one place. The memory is filled from the store
 * when the service starts and follows it from then on, whichever instance wrote. Changes nothing and tells nobody.
 */
@NullMarked
package io.rhomboid.therapist.search;

import org.jspecify.annotations.NullMarked;
