/** An adapter that keeps all rules. */
@NullMarked
package io.rhomboid.testing.canary.good.hours.mongo;

import org.jspecify.annotations.NullMarked;
