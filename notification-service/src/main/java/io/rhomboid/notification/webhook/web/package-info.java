/** A clinic's admin looks after its endpoints. */
@NullMarked
package io.rhomboid.notification.webhook.web;

import org.jspecify.annotations.NullMarked;
