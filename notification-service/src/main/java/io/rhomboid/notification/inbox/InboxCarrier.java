package io.rhomboid.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.rhomboid.notification.delivery.Carrier;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.recipient.Contact;
import io.rhomboid.notification.recipient.Subject;

/** Puts messages into the inbox, which is never away. Links are left out: who reads it is signed in. */
public final class InboxCarrier implements Carrier {

    private static final Pattern HAVE_ONE = Pattern.compile("(client|therapist|clinic|person)/.+");

    private final Entries entries;
    private final Consumer<Entry> arrived;
    private final Clock clock;

    /** @param arrived hears of each new entry */
    public InboxCarrier(Entries entries, Consumer<Entry> arrived, Clock clock) {
        this.entries = entries;
        this.arrived = arrived;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.INBOX;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    /** Who has an account, or can have one. */
    static boolean hasInbox(Subject recipient) {
        return HAVE_ONE.matcher(recipient.key()).matches();
    }

    @Override
    public Receipt carry(Delivery delivery, Contact to, Message message) {
        if (!hasInbox(delivery.recipient())) {
            return new Receipt.Unreachable("the recipient has no inbox");
        }
        var id = UUID.nameUUIDFromBytes(delivery.id().getBytes(StandardCharsets.UTF_8))
                .toString();
        var entry = new Entry(
                id,
                delivery.recipient(),
                delivery.kind().key(),
                message.subject(),
                message.brief(),
                delivery.occasion().line(),
                clock.instant(),
                false);
        if (entries.add(entry)) arrived.accept(entry);
        return new Receipt.Accepted("inbox", id);
    }
}
