/** Reminders and what is known of bookings in MongoDB. */
@NullMarked
package io.rhomboid.notification.reminder.mongo;

import org.jspecify.annotations.NullMarked;
