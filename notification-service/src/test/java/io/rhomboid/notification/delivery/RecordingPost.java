package io.rhomboid.notification.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.rhomboid.notification.message.Mail;

/** A post that answers as it is told and remembers what it accepted. */
final class RecordingPost implements Post {

    final List<Mail> accepted = new CopyOnWriteArrayList<>();
    volatile boolean open = true;
    volatile Function<Mail, Receipt> answer = RecordingPost::takes;

    /** As a server does that is well. */
    static Receipt takes(Mail mail) {
        return new Receipt.Accepted(Masked.address(mail.to().address()), mail.messageId());
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Receipt send(Mail mail) {
        var receipt = answer.apply(mail);
        if (receipt instanceof Receipt.Accepted) accepted.add(mail);
        return receipt;
    }

    List<String> subjects() {
        return accepted.stream().map(Mail::subject).toList();
    }

    List<String> recipients() {
        return accepted.stream().map(mail -> mail.to().address()).toList();
    }
}
