/** Where the records are. */
@NullMarked
package io.rhomboid.booking.disclosure.mongo;

import org.jspecify.annotations.NullMarked;
