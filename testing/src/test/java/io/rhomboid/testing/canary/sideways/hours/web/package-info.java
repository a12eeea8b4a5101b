/** An adapter that imports another. */
@NullMarked
package io.rhomboid.testing.canary.sideways.hours.web;

import org.jspecify.annotations.NullMarked;
