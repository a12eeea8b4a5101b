package io.rhomboid.notification.delivery;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.recipient.Contact;

/** Takes messages further on one channel, by a mail server, a provider or a connection of our own. */
public interface Carrier {

    Channel channel();

    /** False while whoever takes them further is known to be away: no need to ask. */
    boolean isOpen();

    /**
     * Whether it does no harm to carry the same delivery twice, as a mail of the same Message-ID. Where it does, a
     * delivery whose carrier died before it could say what came of it is given up.
     */
    boolean isRepeatable();

    /** Throws only for a fault of ours, after which it is tried again. */
    Receipt carry(Delivery delivery, Contact to, Message message);
}
