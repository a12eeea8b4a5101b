/**
 * What therapist-service says about treatments: the technique, and who must not have it.
 */
@NullMarked
package io.rhomboid.contracts.treatment;

import org.jspecify.annotations.NullMarked;
