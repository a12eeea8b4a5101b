/** Hearing of every booking that changes, on every instance. */
@NullMarked
package io.rhomboid.notification.live.kafka;

import org.jspecify.annotations.NullMarked;
