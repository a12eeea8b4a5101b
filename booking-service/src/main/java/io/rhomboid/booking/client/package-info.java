/** Who is treated, and how to reach them. The only personal data of this service. */
@NullMarked
package io.rhomboid.booking.client;

import org.jspecify.annotations.NullMarked;
