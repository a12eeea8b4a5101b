/** Clinics' own scripts in MongoDB. */
@NullMarked
package io.rhomboid.notification.message.mongo;

import org.jspecify.annotations.NullMarked;
