/** Contracts that are more than words. */
@NullMarked
package io.rhomboid.testing.canary.words;

import org.jspecify.annotations.NullMarked;
