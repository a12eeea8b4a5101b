/**
 * Who tries what they should not, and when is it time that a person looks?
 *
 * <p>Each {@link io.rhomboid.gateway.watch.SecurityEvent} is counted, written down in a form that machines can read, and
 * told louder when the same visitor keeps at it. Nobody is locked out by what is written here.
 */
@NullMarked
package io.rhomboid.gateway.watch;

import org.jspecify.annotations.NullMarked;
