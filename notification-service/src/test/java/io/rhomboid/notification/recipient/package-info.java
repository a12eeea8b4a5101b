@NullMarked
package io.rhomboid.notification.recipient;

import org.jspecify.annotations.NullMarked;
