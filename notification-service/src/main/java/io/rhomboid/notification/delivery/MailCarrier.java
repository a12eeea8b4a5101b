package io.rhomboid.notification.delivery;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.recipient.Contact;

/** Makes mails of messages and hands them to the post. */
public final class MailCarrier implements Carrier {

    private final Post post;
    private final Sender sender;

    public MailCarrier(Post post, Sender sender) {
        this.post = post;
        this.sender = sender;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isOpen() {
        return post.isOpen();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Receipt carry(Delivery delivery, Contact to, Message message) {
        if (to.email() == null) return new Receipt.Unreachable("the recipient has no mail address");
        return post.send(Mail.of(message, to.name(), to.email(), sender, delivery.id()));
    }
}
