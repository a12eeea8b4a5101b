/** What the other services have of who asks. */
@NullMarked
package io.rhomboid.booking.export.http;

import org.jspecify.annotations.NullMarked;
