/** The subscriptions in the store, and looking again when it is time. */
@NullMarked
package io.rhomboid.booking.subscription.mongo;

import org.jspecify.annotations.NullMarked;
