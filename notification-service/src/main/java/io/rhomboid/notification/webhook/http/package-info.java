/** Asking the servers of others to take a message. */
@NullMarked
package io.rhomboid.notification.webhook.http;

import org.jspecify.annotations.NullMarked;
