/** The templates by way of Thymeleaf. */
@NullMarked
package io.rhomboid.notification.message.template;

import org.jspecify.annotations.NullMarked;
