/** Key-encryption keys in files. */
@NullMarked
package io.rhomboid.booking.vault.file;

import org.jspecify.annotations.NullMarked;
