/** Addresses in MongoDB. */
@NullMarked
package io.rhomboid.notification.address.mongo;

import org.jspecify.annotations.NullMarked;
