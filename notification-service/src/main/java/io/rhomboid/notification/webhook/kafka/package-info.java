/** What happened to bookings, for other systems. */
@NullMarked
package io.rhomboid.notification.webhook.kafka;

import org.jspecify.annotations.NullMarked;
