package io.rhomboid.notification.sms;

import org.jspecify.annotations.Nullable;

/**
 * What the provider says about a text message.
 *
 * @param stage how far it has come
 * @param code why it came no further, as the provider counts
 */
public record TextStatus(Stage stage, @Nullable String code) {

    /** Each says more than those before. */
    public enum Stage {
        QUEUED,
        SENT,
        UNDELIVERED,
        DELIVERED
    }

    /** For the log of deliveries, for example {@code undelivered, code 30003}. */
    public String words() {
        var word = stage.name().toLowerCase(java.util.Locale.ROOT);
        return code == null ? word : word + ", code " + code;
    }
}
