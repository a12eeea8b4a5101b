/** Something that is named after nothing. */
@NullMarked
package io.rhomboid.testing.canary.named;

import org.jspecify.annotations.NullMarked;
