/**
 * That each message arrives, once: the ledger, when to try, when to try again, when to give up. Knows what a message
 * is about, not how it is worded, and not by which server it goes.
 */
@NullMarked
package io.rhomboid.notification.delivery;

import org.jspecify.annotations.NullMarked;
