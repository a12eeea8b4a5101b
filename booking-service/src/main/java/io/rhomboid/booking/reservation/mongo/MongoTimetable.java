package io.rhomboid.booking.reservation.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

/** Reads the bookings by whose they are and when, without what only the desk needs of them. */
@Component
class MongoTimetable implements Timetable {

    private final MongoCollection<Document> bookings;

    MongoTimetable(MongoDatabase database) {
        this.bookings = database.getCollection(MongoBookings.COLLECTION);
    }

    @Override
    public void read(Whose whose, Instant from, Instant to, Consumer<Line> reader) {
        bookings.find(owner(whose, and(gte("start", Date.from(from)), lt("start", Date.from(to)))))
                .sort(Sorts.ascending("start", "_id"))
                .projection(Projections.exclude("claims", "ops", "pendingEvents", "history.differences"))
                .map(MongoTimetable::line)
                .forEach(reader);
    }

    private static Bson owner(Whose whose, Bson time) {
        return switch (whose) {
            case Whose.OfClient(var id) ->
                or(and(eq("clientId", id.toString()), time), and(eq("companionId", id.toString()), time));
            // Of a visit, when their own session starts.
            case Whose.OfTherapist(var id) ->
                or(
                        and(eq("therapistId", id.toString()), time),
                        and(exists("further"), elemMatch("further", and(eq("therapistId", id.toString()), time))));
            case Whose.OfClinic(var id) -> and(eq("clinicId", id.toString()), time);
        };
    }

    private static Line line(Document stored) {
        var changes = stored.getList("history", Document.class, List.of());
        return new Line(
                BookingDocument.booking(stored),
                // Bookings of old have no history.
                (changes.isEmpty() ? stored.getDate("start") : changes.getLast().getDate("at")).toInstant());
    }
}
