/** Dead letters where they lie, on topics of their own. */
@NullMarked
package io.rhomboid.notification.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
