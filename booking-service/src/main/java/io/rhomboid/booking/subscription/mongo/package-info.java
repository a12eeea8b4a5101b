/** The subscriptions in the store. */
@NullMarked
package io.rhomboid.booking.subscription.mongo;

import org.jspecify.annotations.NullMarked;
