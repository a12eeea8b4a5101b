@NullMarked
package io.rhomboid.notification.live;

import org.jspecify.annotations.NullMarked;
