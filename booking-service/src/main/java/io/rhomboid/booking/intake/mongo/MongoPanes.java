package io.rhomboid.booking.intake.mongo;

import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.intake.Glass;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** All that was broken, in collection {@code glasses}: {@code {_id: alert, bookingId, subject, words, brokenAt,
 * pendingEvents}}. */
@Component
class MongoPanes implements Glass.Panes {

    private final MongoCollection<Document> glasses;
    private final Outbox outbox;
    private volatile boolean indexed;

    MongoPanes(MongoDatabase database, Outboxes outboxes) {
        this.glasses = database.getCollection("glasses");
        this.outbox = outboxes.open(glasses, Topics.ALERTS);
    }

    @Override
    public void add(Glass glass, GlassBroken alert) {
        ensureIndex();
        glasses.insertOne(new Document("_id", alert.key())
                .append("bookingId", glass.booking().toString())
                .append("subject", glass.subject())
                .append("words", glass.words())
                .append("brokenAt", Date.from(glass.brokenAt()))
                .append("pendingEvents", List.of(outbox.pending(alert))));
        outbox.wake(alert.key());
    }

    @Override
    public Optional<Glass> last(BookingId booking, String subject) {
        return Optional.ofNullable(glasses.find(and(eq("bookingId", booking.toString()), eq("subject", subject)))
                        .sort(Sorts.descending("brokenAt"))
                        .first())
                .map(stored -> new Glass(
                        booking,
                        subject,
                        stored.getString("words"),
                        stored.getDate("brokenAt").toInstant()));
    }

    private void ensureIndex() {
        if (indexed) return;
        glasses.createIndex(Indexes.ascending("bookingId", "subject"));
        indexed = true;
    }
}
