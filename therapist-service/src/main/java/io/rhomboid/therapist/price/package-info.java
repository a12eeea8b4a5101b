/**
 * What a therapist's time costs: which treatment, how long, at which clinic, for how much.
 */
@NullMarked
package io.rhomboid.therapist.price;

import org.jspecify.annotations.NullMarked;
