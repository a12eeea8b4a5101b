/** The push services of those who make browsers. */
@NullMarked
package io.rhomboid.notification.push.http;

import org.jspecify.annotations.NullMarked;
