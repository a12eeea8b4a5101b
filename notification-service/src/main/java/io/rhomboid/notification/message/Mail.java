package io.rhomboid.notification.message;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A message as the mail that will be sent.
 *
 * @param messageId with its angle brackets; the same for the same news, so that a mail sent twice can be told
 * @param replyTo the clinic's desk; absent when the clinic has no address
 * @param subject one line
 * @param calendar the session as a calendar entry; absent when the mail is about none
 * @param kind also names the list that it belongs to
 * @param unsubscribe where one click ends this kind of mail; absent for what was agreed on
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
        Locale locale,
        MessageKind kind,
        @Nullable URI unsubscribe) {

    /**
     * @param name one line, may be empty
     * @param address as it was given; whether it is one, the post finds out
     */
    public record Mailbox(String name, String address) {}

    /**
     * @param name how the recipient calls themselves
     * @param deliveryId names this piece of news to this recipient; the same id always gives the same Message-ID
     */
    public static Mail of(Message message, String name, String address, Sender sender, String deliveryId) {
        return new Mail(
                "<" + UUID.nameUUIDFromBytes(deliveryId.getBytes(UTF_8)) + "@" + sender.domain() + ">",
                new Mailbox(message.sender(), sender.address()),
                message.replyTo(),
                new Mailbox(OneLine.name(name), address),
                message.subject(),
                message.text(),
                message.html(),
                message.calendar(),
                message.locale(),
                message.kind(),
                message.unsubscribe());
    }
}
