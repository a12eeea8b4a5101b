/** What is sealed, as JSON. */
@NullMarked
package io.rhomboid.booking.vault.json;

import org.jspecify.annotations.NullMarked;
