package io.rhomboid.notification.delivery;

import java.time.Clock;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Contact;

/** Makes mails of messages and hands them to the post; respects who has sent one back. */
public final class MailCarrier implements Carrier {

    /** The server knows nobody there, as the post says it; anything else may be the mail's own fault. */
    private static final String NOBODY = "recipient refused: 5";

    private final Post post;
    private final Sender sender;
    private final Bounces bounces;
    private final Clock clock;

    public MailCarrier(Post post, Sender sender, Bounces bounces, Clock clock) {
        this.post = post;
        this.sender = sender;
        this.bounces = bounces;
        this.clock = clock;
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
        var optional = message.kind().isOptional();
        if (optional && bounces.has(to.email())) {
            return new Receipt.Unreachable("this address has sent our mail back");
        }
        var receipt = post.send(Mail.of(message, to.name(), to.email(), sender, delivery.id()));
        switch (receipt) {
            case Receipt.Refused(var reason)
            when reason.startsWith(NOBODY) -> bounces.note(to.email(), clock.instant());
            case Receipt.Accepted _ when !optional -> bounces.forget(to.email());
            default -> {}
        }
        return receipt;
    }
}
