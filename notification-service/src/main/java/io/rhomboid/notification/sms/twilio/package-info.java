/** Twilio's API, also as others speak it. */
@NullMarked
package io.rhomboid.notification.sms.twilio;

import org.jspecify.annotations.NullMarked;
