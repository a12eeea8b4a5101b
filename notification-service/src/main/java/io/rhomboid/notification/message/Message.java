package io.rhomboid.notification.message;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.message.Mail.Mailbox;

/**
 * What is said to one person, in their language, whatever the channel; each channel takes of it what it has room for.
 *
 * @param sender in whose name it is said: the clinic's, or Rhomboid
 * @param replyTo the clinic's desk; absent when the clinic has no address
 * @param subject one line
 * @param brief one line that says it all, for a text message, a push or a list; without the link
 * @param link where there is something to do or to read; opens it to whoever has it, absent where nothing is left to do
 * @param calendar the session as a calendar entry; absent when it is about none
 * @param unsubscribe where one click ends this kind of message; absent for what was agreed on
 */
public record Message(
        MessageKind kind,
        Locale locale,
        String sender,
        @Nullable Mailbox replyTo,
        String subject,
        String brief,
        @Nullable URI link,
        String text,
        String html,
        @Nullable CalendarFile calendar,
        @Nullable URI unsubscribe) {}
