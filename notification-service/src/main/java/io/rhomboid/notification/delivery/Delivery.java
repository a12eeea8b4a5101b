package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.News;

/**
 * One message to one person, from the fact that causes it until it is sent or will never be.
 *
 * <p>Born due when the fact arrives. Waits while we don't know enough of whom it is to or about; is tried, and tried
 * again; ends sent, failed or skipped, and never leaves an end. There is one for each fact, channel and recipient, so
 * a fact that is told twice is still delivered once.
 *
 * @param id {@code <booking>:<version>:mail:<client>}
 * @param event the fact; names people by id only
 * @param attempts how often the post has been asked and could not
 * @param nextAttemptAt not before; means nothing at an end
 * @param sentTo the address, masked; gone when the client is erased
 * @param reason why it waits, was put off, failed or was skipped; names nobody
 */
public record Delivery(
        String id,
        BookingEvent event,
        MessageKind kind,
        ClientId recipient,
        State state,
        int attempts,
        Instant recordedAt,
        Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable String sentTo,
        @Nullable String messageId,
        @Nullable String reason) {

    public enum State {
        /** Something it needs to say is not known yet. */
        WAITING,
        /** Is to be sent as soon as possible. */
        DUE,
        /** Accepted by the mail server. */
        SENT,
        /** Refused for good, or given up. */
        FAILED,
        /** Not worth sending any more. */
        SKIPPED;

        public boolean isOpen() {
            return this == WAITING || this == DUE;
        }
    }

    /** What this fact obliges us to; empty when it is no news to anybody. */
    public static Optional<Delivery> of(BookingEvent event, Instant now) {
        return News.of(event).map(news -> {
            var recipient = event.booking().clientId();
            return new Delivery(
                    event.bookingId() + ":" + event.version() + ":mail:" + recipient,
                    event,
                    news.kind(),
                    recipient,
                    State.DUE,
                    0,
                    now,
                    now,
                    null,
                    null,
                    null,
                    null);
        });
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    boolean isAfter(Delivery other) {
        return event.version() > other.event.version();
    }
}
