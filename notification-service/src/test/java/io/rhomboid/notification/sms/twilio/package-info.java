@NullMarked
package io.rhomboid.notification.sms.twilio;

import org.jspecify.annotations.NullMarked;
