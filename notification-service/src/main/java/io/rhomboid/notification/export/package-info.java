/** All that this service has of a person, put together for them to take away. */
@NullMarked
package io.rhomboid.notification.export;

import org.jspecify.annotations.NullMarked;
