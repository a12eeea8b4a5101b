/** Live streams as server-sent events. */
@NullMarked
package io.rhomboid.notification.live.web;

import org.jspecify.annotations.NullMarked;
