package io.rhomboid.notification.delivery;

import io.rhomboid.notification.message.Mail;

/** Takes a mail to the server that takes it further. */
public interface Post {

    /** False while the server is known to be away: no need to ask. */
    boolean isOpen();

    Receipt send(Mail mail);
}
