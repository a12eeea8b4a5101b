/** How it is stored that clients were screened. */
@NullMarked
package io.rhomboid.booking.screening.mongo;

import org.jspecify.annotations.NullMarked;
