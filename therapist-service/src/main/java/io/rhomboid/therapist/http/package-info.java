/**
 * What the controllers of this service have in common: how texts are checked, how all that is wrong is told at once,
 * how the outcome of a change becomes an answer.
 */
@NullMarked
package io.rhomboid.therapist.http;

import org.jspecify.annotations.NullMarked;
