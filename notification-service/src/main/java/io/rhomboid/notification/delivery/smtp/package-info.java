/** The post by way of an SMTP server. */
@NullMarked
package io.rhomboid.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
