package io.rhomboid.notification.delivery;

import java.time.Instant;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Occasion.OfReminder;
import io.rhomboid.notification.recipient.Preferences;

/**
 * Takes a notice into the ledger: a row for each channel on which its person wants to hear of it. Which those are is
 * decided the first time and written down, so that a fact which is told again, or a preference that has changed since,
 * brings no further message. Sends nothing itself.
 */
public final class Teller {

    private final Deliveries deliveries;
    private final Preferences preferences;

    public Teller(Deliveries deliveries, Preferences preferences) {
        this.deliveries = deliveries;
        this.preferences = preferences;
    }

    /** True when there is something new to send. Killed halfway, the next time completes it. */
    public boolean tell(Notice notice) {
        var isNew = false;
        var channels = deliveries.decide(notice, preferences.channels(notice.recipient(), notice.kind()));
        if (channels.isEmpty()) deliveries.add(Delivery.skipped(notice, Channel.MAIL, "opted out of this kind"));
        for (var channel : channels) isNew |= deliveries.add(Delivery.of(notice, channel, due(notice, channel)));
        return isNew;
    }

    /** The inbox makes no noise; anything else waits for the end of quiet hours, if it can wait. */
    private Instant due(Notice notice, Channel channel) {
        var now = notice.recordedAt();
        return channel == Channel.INBOX || !(notice.occasion() instanceof OfReminder reminder)
                ? now
                : preferences.notBefore(
                        notice.recipient(),
                        notice.kind(),
                        reminder.event().booking().zone(),
                        now);
    }
}
