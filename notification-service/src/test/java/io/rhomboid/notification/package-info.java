@NullMarked
package io.rhomboid.notification;

import org.jspecify.annotations.NullMarked;
