/**
 * How a record is kept: found by its id, changed only by who has seen its latest version, told whole after every
 * change. Knows the shape around a record, not what is in it.
 */
@NullMarked
package io.rhomboid.therapist.store;

import org.jspecify.annotations.NullMarked;
