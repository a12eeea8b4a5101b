/** Which browsers belong to whom, in MongoDB. */
@NullMarked
package io.rhomboid.notification.push.mongo;

import org.jspecify.annotations.NullMarked;
