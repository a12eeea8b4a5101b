/** Where is kept who somebody was before. */
@NullMarked
package io.rhomboid.booking.account.mongo;

import org.jspecify.annotations.NullMarked;
