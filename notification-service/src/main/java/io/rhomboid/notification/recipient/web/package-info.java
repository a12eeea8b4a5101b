/** How people say how they want to be told, over HTTP. */
@NullMarked
package io.rhomboid.notification.recipient.web;

import org.jspecify.annotations.NullMarked;
