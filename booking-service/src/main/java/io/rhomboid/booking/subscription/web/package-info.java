/** Subscriptions over HTTP. */
@NullMarked
package io.rhomboid.booking.subscription.web;

import org.jspecify.annotations.NullMarked;
