package io.rhomboid.notification.message;

import java.util.Locale;

/** The messages there are; each has its templates and its subject in every language. */
public enum MessageKind {
    CONFIRMATION,
    CHANGE,
    CANCELLATION,
    SERIES,
    SERIES_CANCELLATION,
    LICENCE,
    OFFER,
    INVITATION,
    GIFT_CARD;

    /** As files and keys call it, for example {@code confirmation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
