/**
 * Where treatments are given: the clinic's door, clock, rooms, equipment and rules. Knows nothing of who works there.
 */
@NullMarked
package io.rhomboid.therapist.clinic;

import org.jspecify.annotations.NullMarked;
