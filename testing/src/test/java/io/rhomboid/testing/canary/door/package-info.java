/** A gateway that knows a service's words. */
@NullMarked
package io.rhomboid.testing.canary.door;

import org.jspecify.annotations.NullMarked;
