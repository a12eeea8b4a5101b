/** The adapter that is used. */
@NullMarked
package io.rhomboid.testing.canary.adapter.hours.mongo;

import org.jspecify.annotations.NullMarked;
