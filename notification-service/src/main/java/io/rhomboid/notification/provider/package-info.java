/** Bearing with those who carry messages for us, and are away, slow or full at times. */
@NullMarked
package io.rhomboid.notification.provider;

import org.jspecify.annotations.NullMarked;
