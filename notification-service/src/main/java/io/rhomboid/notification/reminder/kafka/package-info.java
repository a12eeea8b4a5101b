/** What becomes of bookings, as far as something is to be told later. */
@NullMarked
package io.rhomboid.notification.reminder.kafka;

import org.jspecify.annotations.NullMarked;
