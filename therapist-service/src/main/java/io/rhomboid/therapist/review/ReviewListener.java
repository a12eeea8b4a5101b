package io.rhomboid.therapist.review;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.client.ClientEvent;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.review.ReviewEvent;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.erasure.ErasureReceipts;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.PoisonEvent;

/** Hears who was treated, who is to be forgotten, and of its own reviews. All of it may come again, to no effect. */
@Component
class ReviewListener {

    private final EventReader reader;
    private final Sessions sessions;
    private final Reviews reviews;
    private final Ratings ratings;
    private final ErasureReceipts receipts;
    private final Clock clock;

    ReviewListener(
            EventReader reader,
            Sessions sessions,
            Reviews reviews,
            Ratings ratings,
            ErasureReceipts receipts,
            Clock clock) {
        this.reader = reader;
        this.sessions = sessions;
        this.reviews = reviews;
        this.ratings = ratings;
        this.receipts = receipts;
        this.clock = clock;
    }

    @KafkaListener(id = "sessions", idIsGroup = false, topics = Topics.BOOKINGS)
    void onBooking(ConsumerRecord<String, byte[]> message) {
        if (reader.read(message, BookingEvent.class) instanceof BookingCompleted completed) sessions.keep(completed);
    }

    @KafkaListener(id = "erasures", idIsGroup = false, topics = Topics.CLIENTS)
    void onClient(ConsumerRecord<String, byte[]> message) {
        if (reader.read(message, ClientEvent.class) != null) return;
        var client = erased(message);
        sessions.erase(client, clock.instant());
        reviews.forget(client);
        receipts.confirm(client);
    }

    private static ClientId erased(ConsumerRecord<String, byte[]> message) {
        try {
            return ClientId.of(message.key());
        } catch (RuntimeException e) {
            throw new PoisonEvent("a tombstone for nobody", e);
        }
    }

    /**
     * Counts each therapist once, however many of these reviews are theirs: all of them were there before the count.
     * What was written while its client was being erased is swept here.
     */
    @KafkaListener(id = "ratings", idIsGroup = false, topics = Topics.REVIEWS, batch = "true")
    void onReviews(List<ConsumerRecord<String, byte[]>> messages) {
        var counted = new HashSet<TherapistId>();
        for (int i = 0; i < messages.size(); i++) {
            try {
                onReview(messages.get(i), counted);
            } catch (RuntimeException e) {
                // Names the one that failed; those before it are done with, the others come again.
                throw new BatchListenerFailedException("review message " + i, e, i);
            }
        }
    }

    private void onReview(ConsumerRecord<String, byte[]> message, Set<TherapistId> counted) {
        var event = reader.read(message, ReviewEvent.class);
        if (event == null) return;
        var therapist = event.review().therapistId();
        if (!counted.contains(therapist)) ratings.refresh(therapist);
        counted.add(therapist);
        reviews.find(event.reviewId())
                .map(kept -> kept.state().clientId())
                .filter(sessions::isErased)
                .ifPresent(reviews::forget);
    }
}
