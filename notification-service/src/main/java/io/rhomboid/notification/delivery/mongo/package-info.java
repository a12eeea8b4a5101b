/** The ledger in MongoDB. */
@NullMarked
package io.rhomboid.notification.delivery.mongo;

import org.jspecify.annotations.NullMarked;
