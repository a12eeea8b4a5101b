/**
 * Keeps what clients say about their bodies so that nobody can read it who was not let in: each client has a data key
 * of their own, that key is kept wrapped by another one which is in no database, and each field is sealed by itself.
 * Who may read, and that it goes on record, is for {@code disclosure} to say.
 */
@NullMarked
package io.rhomboid.booking.vault;

import org.jspecify.annotations.NullMarked;
