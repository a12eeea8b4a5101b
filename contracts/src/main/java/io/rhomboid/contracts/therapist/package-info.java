/**
 * What therapist-service says about therapists: what they practise, with which licence, when and for how much.
 */
@NullMarked
package io.rhomboid.contracts.therapist;

import org.jspecify.annotations.NullMarked;
