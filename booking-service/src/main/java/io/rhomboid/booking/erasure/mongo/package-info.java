/** Where erasures are kept, and what this service's own documents lose. */
@NullMarked
package io.rhomboid.booking.erasure.mongo;

import org.jspecify.annotations.NullMarked;
