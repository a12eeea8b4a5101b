/** The directory in MongoDB: collections {@code clients}, {@code clinics}, {@code therapists}, {@code treatments}. */
@NullMarked
package io.rhomboid.notification.recipient.mongo;

import org.jspecify.annotations.NullMarked;
