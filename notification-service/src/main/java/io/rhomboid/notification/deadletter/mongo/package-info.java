/** What was decided about dead letters, in MongoDB. */
@NullMarked
package io.rhomboid.notification.deadletter.mongo;

import org.jspecify.annotations.NullMarked;
