/** Key-encryption keys that a key service never gives away. */
@NullMarked
package io.rhomboid.booking.vault.http;

import org.jspecify.annotations.NullMarked;
