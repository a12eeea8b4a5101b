@NullMarked
package io.rhomboid.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
