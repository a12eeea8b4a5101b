package io.rhomboid.notification.sms;

import io.rhomboid.notification.delivery.Carrier;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.recipient.Contact;

/** Makes text messages of messages. None is ever sent twice: what nobody knows of is given up. */
public final class SmsCarrier implements Carrier {

    private final TextProvider provider;
    private final Texts texts;

    public SmsCarrier(TextProvider provider, Texts texts) {
        this.provider = provider;
        this.texts = texts;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isOpen() {
        return !provider.isThere() || provider.mayBeAsked();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public Receipt carry(Delivery delivery, Contact to, Message message) {
        if (!provider.isThere()) return new Receipt.Unreachable("text messages are not set up here");
        if (to.phone() == null) return new Receipt.Unreachable("the recipient has no verified phone number");
        var number = PhoneNumber.of(to.phone()).orElse(null);
        if (number == null) return new Receipt.Unreachable("the phone number has no country code");
        if (texts.hasStopped(number)) return new Receipt.Unreachable("opted out: answered a text message with STOP");
        return switch (provider.send(number, TextMessage.of(message.sender(), message.brief(), message.link()))) {
            case TextProvider.Reply.Taken(var id) -> new Receipt.Accepted(number.masked(), id);
            case TextProvider.Reply.Refused(var reason) -> new Receipt.Refused(reason);
            case TextProvider.Reply.Stopped _ -> new Receipt.Unreachable("opted out at the provider");
            case TextProvider.Reply.NotNow(var reason) -> new Receipt.Deferred(reason);
            case TextProvider.Reply.Unknown(var reason) ->
                new Receipt.Refused("nobody knows whether it was sent: " + reason);
            case TextProvider.Reply.NotAsked(var forAbout) -> new Receipt.Closed(forAbout);
        };
    }
}
