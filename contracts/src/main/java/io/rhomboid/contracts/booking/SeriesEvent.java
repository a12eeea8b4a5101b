package io.rhomboid.contracts.booking;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;

/**
 * What booking-service tells the world about whole series, on topic {@code series}; Kafka key: {@link #seriesId()}.
 * What becomes of each visit its own {@link BookingEvent}s tell as well, a moment later.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface SeriesEvent extends Event {

    SeriesId seriesId();

    ClientId clientId();

    /** Those that the event is about, the earliest first; never empty. */
    List<Visit> visits();

    @Override
    default String key() {
        return seriesId().toString();
    }

    /**
     * One visit, as it is once the decision is carried out.
     *
     * @param version that the booking has then, or more
     * @param fee what the client owes for it; 0 when nothing
     */
    record Visit(BookingId bookingId, long version, BookingSnapshot booking, Money fee) {}

    /** All its visits will take place. */
    record SeriesConfirmed(SeriesId seriesId, long version, ClientId clientId, List<Visit> visits, Instant occurredAt)
            implements SeriesEvent {

        public SeriesConfirmed {
            visits = List.copyOf(visits);
        }
    }

    /** None of the visits that were still to come will take place. */
    record SeriesCancelled(SeriesId seriesId, long version, ClientId clientId, List<Visit> visits, Instant occurredAt)
            implements SeriesEvent {

        public SeriesCancelled {
            visits = List.copyOf(visits);
        }
    }
}
