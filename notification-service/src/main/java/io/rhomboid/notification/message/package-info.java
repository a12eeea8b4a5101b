/**
 * What is said to a client, word for word: subject, text, HTML and the calendar entry. Knows nothing of ledgers,
 * retries or servers. The templates lie below {@code mail/} on the class path, the technologies in the packages below.
 */
@NullMarked
package io.rhomboid.notification.message;

import org.jspecify.annotations.NullMarked;
