/** Saying at once, to whoever looks at it, that something is another than before: bookings by id, the inbox by its number of unread entries. Never what it is; that is asked for, with a right to it. */
@NullMarked
package io.rhomboid.notification.live;

import org.jspecify.annotations.NullMarked;
