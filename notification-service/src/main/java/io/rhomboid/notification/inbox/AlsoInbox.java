package io.rhomboid.notification.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.recipient.Contact;
import io.rhomboid.notification.recipient.Preferences;
import io.rhomboid.notification.recipient.Subject;

/** What people are told at all, they also find in their inbox: it disturbs nobody. */
public final class AlsoInbox implements Preferences {

    private final Preferences said;

    public AlsoInbox(Preferences said) {
        this.said = said;
    }

    @Override
    public Set<Channel> channels(Subject person, MessageKind kind) {
        var channels = said.channels(person, kind);
        if (channels.isEmpty() || !InboxCarrier.hasInbox(person)) return channels;
        var all = EnumSet.copyOf(channels);
        all.add(Channel.INBOX);
        // Staff who have never said where: of them nobody knows an address.
        if (person.isPerson() && contact(person).isEmpty()) all.remove(Channel.MAIL);
        return all;
    }

    @Override
    public Optional<String> language(Subject person) {
        return said.language(person);
    }

    @Override
    public Optional<Contact> contact(Subject person) {
        return said.contact(person);
    }

    @Override
    public Instant notBefore(Subject person, MessageKind kind, ZoneId clinic, Instant now) {
        return said.notBefore(person, kind, clinic, now);
    }
}
