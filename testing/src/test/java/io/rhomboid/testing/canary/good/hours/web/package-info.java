/** An adapter that keeps all rules. */
@NullMarked
package io.rhomboid.testing.canary.good.hours.web;

import org.jspecify.annotations.NullMarked;
