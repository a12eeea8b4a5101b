@NullMarked
package io.rhomboid.notification.reminder;

import org.jspecify.annotations.NullMarked;
