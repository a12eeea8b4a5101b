package io.rhomboid.notification.recipient;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;

/** What people and clinics have said of how they want to be told. */
public interface Recipients extends Preferences {

    /** {@link Wishes#NONE} of who has never said anything. */
    Wishes wishes(Subject whose);

    /** As they said it two seconds ago at the latest: for what is told, of which one fact asks again and again. */
    default Wishes lately(Subject whose) {
        return wishes(whose);
    }

    /** False if they have said something else since {@code wishes.version() - 1}; then nothing has changed. */
    boolean keep(Subject whose, Wishes wishes);

    void erase(Subject whose);

    @Override
    default Set<Channel> channels(Subject person, MessageKind kind) {
        return lately(person).channels(kind);
    }

    @Override
    default Optional<String> language(Subject person) {
        return Optional.ofNullable(lately(person).language());
    }

    @Override
    default Optional<Contact> contact(Subject person) {
        var said = lately(person);
        return said.email() == null
                ? Optional.empty()
                : Optional.of(new Contact(
                        said.name() == null ? "" : said.name(),
                        said.email(),
                        null,
                        said.language() == null ? "en" : said.language()));
    }

    @Override
    default Instant notBefore(Subject person, MessageKind kind, ZoneId clinic, Instant now) {
        var quiet = lately(person).quiet();
        return quiet == null || !kind.isPatient() ? now : quiet.notBefore(now, clinic);
    }

    /** Ends one kind for good, but for the inbox ({@link Wishes#without}); again changes nothing. */
    default void end(Subject whose, MessageKind kind, boolean inboxForAll) {
        while (true) {
            var now = wishes(whose);
            var then = now.without(kind, inboxForAll);
            if (then.equals(now)) return;
            var next = new Wishes(
                    now.version() + 1,
                    then.language(),
                    then.quiet(),
                    then.channels(),
                    then.remindMinutes(),
                    then.onlyWithinADay(),
                    then.email(),
                    then.name());
            if (keep(whose, next)) return;
        }
    }
}
