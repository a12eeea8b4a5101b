package io.rhomboid.notification.recipient;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;

import static java.util.Collections.unmodifiableMap;
import static java.util.Collections.unmodifiableSet;

/**
 * What one person, or one clinic, wants to be told and how.
 *
 * @param version how often they have said so; 0 for never
 * @param language BCP 47; absent for the one in their contact
 * @param quiet absent if they may be disturbed at any time
 * @param channels of the kinds that they have said something about; empty for a kind that they do not want
 * @param remindMinutes how long before a session they are reminded, the longest first; absent if they have not said
 * @param onlyWithinADay of what changes, whether they hear only of sessions in the next 24 hours
 * @param email verified: of staff, of whom nobody else has a contact
 * @param name as {@code email}
 */
public record Wishes(
        long version,
        @Nullable String language,
        @Nullable QuietHours quiet,
        Map<MessageKind, Set<Channel>> channels,
        @Nullable List<Integer> remindMinutes,
        boolean onlyWithinADay,
        @Nullable String email,
        @Nullable String name) {

    /** Of who has never said anything. */
    public static final Wishes NONE = new Wishes(0, null, QuietHours.USUAL, Map.of(), null, true, null, null);

    /** As many times before a session as anybody is reminded. */
    public static final int MOST_REMINDERS = 4;

    private static final int LONGEST_MINUTES = 14 * 24 * 60;

    /** @throws IllegalArgumentException with what would be right */
    public Wishes {
        var copy = new EnumMap<MessageKind, Set<Channel>>(MessageKind.class);
        channels.forEach((kind, on) ->
                copy.put(kind, unmodifiableSet(on.isEmpty() ? EnumSet.noneOf(Channel.class) : EnumSet.copyOf(on))));
        channels = unmodifiableMap(copy);
        if (remindMinutes != null) {
            if (remindMinutes.size() > MOST_REMINDERS) {
                throw new IllegalArgumentException("must be at most " + MOST_REMINDERS);
            }
            for (var minutes : remindMinutes) {
                if (minutes < 5 || minutes > LONGEST_MINUTES) {
                    throw new IllegalArgumentException("must each be 5 to " + LONGEST_MINUTES);
                }
            }
            remindMinutes = remindMinutes.stream()
                    .distinct()
                    .sorted((a, b) -> Integer.compare(b, a))
                    .toList();
        }
    }

    /** On which channels they hear of this; what was agreed always goes by mail. */
    public Set<Channel> channels(MessageKind kind) {
        var said = channels.get(kind);
        if (said == null) return EnumSet.of(Channel.MAIL);
        var on = said.isEmpty() ? EnumSet.noneOf(Channel.class) : EnumSet.copyOf(said);
        if (!kind.isOptional()) on.add(Channel.MAIL);
        return on;
    }

    /**
     * The same, but that this kind disturbs nobody any more: one click in a mail ends mails, and what else rings. The inbox
     * stays for whoever had it.
     *
     * @param inboxForAll whether who is told at all also finds it in the inbox, without ever having said so
     */
    public Wishes without(MessageKind kind, boolean inboxForAll) {
        var fewer = new EnumMap<MessageKind, Set<Channel>>(MessageKind.class);
        fewer.putAll(channels);
        var before = channels(kind);
        var rest = EnumSet.noneOf(Channel.class);
        if (before.contains(Channel.INBOX) || inboxForAll && !before.isEmpty()) rest.add(Channel.INBOX);
        fewer.put(kind, rest);
        return new Wishes(version, language, quiet, fewer, remindMinutes, onlyWithinADay, email, name);
    }
}
