/** What people were told, to read in the web app: one entry for each message, kept for a while. Knows no connection. */
@NullMarked
package io.rhomboid.notification.inbox;

import org.jspecify.annotations.NullMarked;
