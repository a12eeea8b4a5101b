/** What the provider tells us: what became of text messages, and what people answered. */
@NullMarked
package io.rhomboid.notification.sms.web;

import org.jspecify.annotations.NullMarked;
