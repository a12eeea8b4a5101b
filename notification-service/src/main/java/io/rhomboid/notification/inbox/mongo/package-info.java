/** The inbox in MongoDB. */
@NullMarked
package io.rhomboid.notification.inbox.mongo;

import org.jspecify.annotations.NullMarked;
