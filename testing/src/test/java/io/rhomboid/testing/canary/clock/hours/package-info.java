/** A feature's root that asks for the time. */
@NullMarked
package io.rhomboid.testing.canary.clock.hours;

import org.jspecify.annotations.NullMarked;
