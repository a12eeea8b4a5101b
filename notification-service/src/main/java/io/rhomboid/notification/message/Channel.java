package io.rhomboid.notification.message;

import java.util.Locale;

/** A way in which people, or their programs, are told. */
public enum Channel {
    MAIL,
    SMS,
    PUSH,
    INBOX,
    WEBHOOK;

    /** As ids and keys call it, for example {@code mail}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
