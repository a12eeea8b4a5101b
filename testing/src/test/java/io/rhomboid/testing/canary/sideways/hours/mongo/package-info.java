/** The other adapter. */
@NullMarked
package io.rhomboid.testing.canary.sideways.hours.mongo;

import org.jspecify.annotations.NullMarked;
