/** The inbox over HTTP. */
@NullMarked
package io.rhomboid.notification.inbox.web;

import org.jspecify.annotations.NullMarked;
