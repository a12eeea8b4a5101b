package io.rhomboid.notification.message;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it will be sent.
 *
 * @param messageId with its angle brackets; the same for the same news, so that a mail sent twice can be told
 * @param replyTo the clinic's desk; absent when the clinic has no address
 * @param subject one line
 * @param calendar the session as a calendar entry; absent when the mail is about none
 */
public record Mail(
        String messageId,
        Mailbox from,
        @Nullable Mailbox replyTo,
        Mailbox to,
        String subject,
        String text,
        String html,
        @Nullable CalendarFile calendar,
        Locale locale) {

    /**
     * @param name one line, may be empty
     * @param address as it was given; whether it is one, the post finds out
     */
    public record Mailbox(String name, String address) {}
}
