/** An adapter of two technologies. */
@NullMarked
package io.rhomboid.testing.canary.mixed.hours.web;

import org.jspecify.annotations.NullMarked;
