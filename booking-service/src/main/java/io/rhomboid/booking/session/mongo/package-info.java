/** Where it is, sealed. */
@NullMarked
package io.rhomboid.booking.session.mongo;

import org.jspecify.annotations.NullMarked;
