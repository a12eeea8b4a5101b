/** What the other services say, taken into the directory. */
@NullMarked
package io.rhomboid.notification.recipient.kafka;

import org.jspecify.annotations.NullMarked;
