/** Text messages: what fits into one, to which numbers, and that nobody gets one twice or after they said stop. */
@NullMarked
package io.rhomboid.notification.sms;

import org.jspecify.annotations.NullMarked;
