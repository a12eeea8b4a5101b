/** How do we know a secret again without keeping it? */
@NullMarked
package io.rhomboid.booking.secret;

import org.jspecify.annotations.NullMarked;
