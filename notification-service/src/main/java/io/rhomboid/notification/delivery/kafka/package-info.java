/** Facts about bookings, taken into the ledger. */
@NullMarked
package io.rhomboid.notification.delivery.kafka;

import org.jspecify.annotations.NullMarked;
