/** Endpoints and their messages in MongoDB. */
@NullMarked
package io.rhomboid.notification.webhook.mongo;

import org.jspecify.annotations.NullMarked;
