package io.rhomboid.booking.calendar;

import java.util.UUID;

import io.rhomboid.contracts.Uuids;

/** Names a feed, to those who may manage it. Opens nothing: that is what its {@link FeedToken} is for. */
public record FeedId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static FeedId of(String text) {
        return new FeedId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
