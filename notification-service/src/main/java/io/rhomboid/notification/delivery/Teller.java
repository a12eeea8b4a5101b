package io.rhomboid.notification.delivery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
    private final Consumer<Delivery> due;

    /** @param due hears of each row that was entered, when it is */
    public Teller(Deliveries deliveries, Preferences preferences, Consumer<Delivery> due) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.due = due;
    }

    /** True when there is something new to send. Killed halfway, the next time completes it. */
    public boolean tell(Notice notice) {
        return tell(List.of(notice));
    }

    /** Many at once, by as many writes as one. */
    public boolean tell(List<Notice> notices) {
        var wanted = new LinkedHashMap<Notice, Set<Channel>>();
        for (var notice : notices) wanted.put(notice, preferences.channels(notice.recipient(), notice.kind()));
        return tellOn(wanted);
    }

    /** As {@link #tell}, on this channel and no other, whatever they prefer. */
    public boolean tellBy(Notice notice, Channel channel) {
        return tellOn(Map.of(notice, EnumSet.of(channel)));
    }

    private boolean tellOn(Map<Notice, Set<Channel>> wanted) {
        if (wanted.isEmpty()) return false;
        var rows = new ArrayList<Delivery>();
        deliveries.decide(wanted).forEach((notice, channels) -> {
            if (channels.isEmpty()) rows.add(Delivery.skipped(notice, Channel.MAIL, "opted out of this kind"));
            for (var channel : channels) rows.add(Delivery.of(notice, channel));
        });
        var open = deliveries.add(rows).stream().filter(Delivery::isOpen).toList();
        open.forEach(due);
        return !open.isEmpty();
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
        return tell(notices.stream()
                .filter(notice -> readers.contains(notice.recipient()))
                .toList());
    }
}
