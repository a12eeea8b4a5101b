@NullMarked
package io.rhomboid.notification.webhook;

import org.jspecify.annotations.NullMarked;
