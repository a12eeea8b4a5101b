/** Where the wrapped data keys are. */
@NullMarked
package io.rhomboid.booking.vault.mongo;

import org.jspecify.annotations.NullMarked;
