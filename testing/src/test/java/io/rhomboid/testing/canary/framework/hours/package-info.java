/** A feature's root that uses the store's driver. */
@NullMarked
package io.rhomboid.testing.canary.framework.hours;

import org.jspecify.annotations.NullMarked;
