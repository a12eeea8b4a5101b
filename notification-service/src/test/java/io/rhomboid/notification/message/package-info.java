@NullMarked
package io.rhomboid.notification.message;

import org.jspecify.annotations.NullMarked;
