package io.rhomboid.notification.delivery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.delivery.Deliveries.Choice;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.recipient.Preferences;

import static java.util.stream.Collectors.toSet;

/**
 * Takes a notice into the ledger: a row for each channel on which its person wants to hear of it. Which those are is
 * decided the first time and written down, so that a fact which is told again, or a preference that has changed since,
 * brings no further message. Sends nothing itself.
 */
public final class Teller {

    private final Deliveries deliveries;
    private final Preferences preferences;
    private final Handing handing;

    /** @param handing is given each row that was entered, when it is */
    public Teller(Deliveries deliveries, Preferences preferences, Handing handing) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.handing = handing;
    }

    /** True when there is something new to send. Killed halfway, the next time completes it. */
    public boolean tell(Notice notice) {
        return tell(List.of(notice));
    }

    /** Many at once, by as many writes as one. */
    public boolean tell(List<Notice> notices) {
        return tellOn(wanted(notices), null);
    }

    /**
     * As {@link #tell}, and some of whom it depends on today that they are to hear of the fact. Who that is, is decided the
     * first time and written down as well: who comes later is told of what comes later.
     */
    public boolean tell(List<Notice> notices, Choice choice) {
        var wanted = wanted(notices);
        wanted.putAll(wanted(choice.notices()));
        return tellOn(wanted, choice);
    }

    /** As {@link #tell}, on this channel and no other, whatever they prefer. */
    public boolean tellBy(Notice notice, Channel channel) {
        return tellOn(Map.of(notice, EnumSet.of(channel)), null);
    }

    private Map<Notice, Set<Channel>> wanted(List<Notice> notices) {
        var wanted = new LinkedHashMap<Notice, Set<Channel>>();
        for (var notice : notices) wanted.put(notice, preferences.channels(notice.recipient(), notice.kind()));
        return wanted;
    }

    private boolean tellOn(Map<Notice, Set<Channel>> wanted, @Nullable Choice choice) {
        if (wanted.isEmpty() && choice == null) return false;
        var rows = new ArrayList<Delivery>();
        deliveries.decide(wanted, choice).forEach((notice, channels) -> {
            if (channels.isEmpty()) rows.add(Delivery.skipped(notice, Channel.MAIL, "opted out of this kind"));
            for (var channel : channels) rows.add(Delivery.of(notice, channel));
        });
        var holds = new HashMap<String, Hold>();
        for (var row : rows) {
            if (row.isOpen()) handing.hold(row.channel()).ifPresent(hold -> holds.put(row.id(), hold));
        }
        var open = List.<Delivery>of();
        try {
            open = deliveries.add(rows, holds).stream().filter(Delivery::isOpen).toList();
        } finally {
            var entered = open.stream().map(Delivery::id).collect(toSet());
            for (var row : rows) {
                if (holds.containsKey(row.id()) && !entered.contains(row.id())) handing.drop(row.channel());
            }
        }
        var line = new Line(deliveries);
        for (var row : open) handing.give(row, holds.get(row.id()), line);
        return !open.isEmpty();
    }
}
