/** What the other services say of it. */
@NullMarked
package io.rhomboid.booking.erasure.kafka;

import org.jspecify.annotations.NullMarked;
