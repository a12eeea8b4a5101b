@NullMarked
package io.rhomboid.notification.push;

import org.jspecify.annotations.NullMarked;
