/** A service that imports another service. */
@NullMarked
package io.rhomboid.testing.canary.nosy.hours;

import org.jspecify.annotations.NullMarked;
