/** Who said stop, and what became of text messages, in MongoDB. */
@NullMarked
package io.rhomboid.notification.sms.mongo;

import org.jspecify.annotations.NullMarked;
