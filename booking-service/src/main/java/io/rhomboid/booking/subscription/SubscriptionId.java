package io.rhomboid.booking.subscription;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a subscription. A UUID on the wire. */
public record SubscriptionId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static SubscriptionId of(String text) {
        return new SubscriptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
