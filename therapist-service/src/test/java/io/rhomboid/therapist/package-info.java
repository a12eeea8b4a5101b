/** The service as its callers see it, on a real store and a real broker. */
@NullMarked
package io.rhomboid.therapist;

import org.jspecify.annotations.NullMarked;
