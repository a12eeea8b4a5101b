/** A feature that keeps all rules. */
@NullMarked
package io.rhomboid.testing.canary.good.hours;

import org.jspecify.annotations.NullMarked;
