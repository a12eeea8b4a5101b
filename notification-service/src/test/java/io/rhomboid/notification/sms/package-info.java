@NullMarked
package io.rhomboid.notification.sms;

import org.jspecify.annotations.NullMarked;
