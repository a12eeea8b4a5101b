/** What this service could not make sense of, until somebody decides about it. */
@NullMarked
package io.rhomboid.notification.deadletter;

import org.jspecify.annotations.NullMarked;
