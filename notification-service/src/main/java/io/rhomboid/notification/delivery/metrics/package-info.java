/** What is counted about deliveries. */
@NullMarked
package io.rhomboid.notification.delivery.metrics;

import org.jspecify.annotations.NullMarked;
