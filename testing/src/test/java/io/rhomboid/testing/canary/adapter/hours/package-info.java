/** A feature's root that uses its own adapter. */
@NullMarked
package io.rhomboid.testing.canary.adapter.hours;

import org.jspecify.annotations.NullMarked;
