@NullMarked
package io.rhomboid.notification.delivery;

import org.jspecify.annotations.NullMarked;
