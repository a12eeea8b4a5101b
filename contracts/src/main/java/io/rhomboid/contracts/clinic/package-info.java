/**
 * What therapist-service says about clinics: where they are, what their rooms offer, by which rules they book.
 */
@NullMarked
package io.rhomboid.contracts.clinic;

import org.jspecify.annotations.NullMarked;
