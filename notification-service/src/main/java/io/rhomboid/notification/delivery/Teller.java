package io.rhomboid.notification.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.rhomboid.notification.message.Channel;
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
        return tellOn(preferences.channels(notice.recipient(), notice.kind()), notice);
    }

    /** As {@link #tell}, on this channel and no other, whatever they prefer. */
    public boolean tellBy(Notice notice, Channel channel) {
        return tellOn(EnumSet.of(channel), notice);
    }

    private boolean tellOn(Set<Channel> wanted, Notice notice) {
        var isNew = false;
        var channels = deliveries.decide(notice, wanted);
        if (channels.isEmpty()) deliveries.add(Delivery.skipped(notice, Channel.MAIL, "opted out of this kind"));
        for (var channel : channels) isNew |= deliveries.add(Delivery.of(notice, channel));
        return isNew;
    }

    /**
     * As {@link #tell}, where it depends on today who is to hear of a fact: on who belongs to a clinic, and what they said.
     * Who that is, is decided the first time and written down as well: who comes later is told of what comes later.
     *
     * @param stem of all these notices
     */
    public boolean tellOnly(String stem, List<Notice> notices) {
        var readers = deliveries.decideReaders(
                stem, notices.stream().map(Notice::recipient).toList());
        var isNew = false;
        for (var notice : notices) {
            if (readers.contains(notice.recipient())) isNew |= tell(notice);
        }
        return isNew;
    }
}
