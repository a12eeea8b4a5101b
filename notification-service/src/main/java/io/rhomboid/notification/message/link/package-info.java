/** Reckons the links of mails. */
@NullMarked
package io.rhomboid.notification.message.link;

import org.jspecify.annotations.NullMarked;
