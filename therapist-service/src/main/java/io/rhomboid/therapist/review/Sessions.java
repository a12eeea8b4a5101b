package io.rhomboid.therapist.review;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.FurtherSession;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.store.Projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

/**
 * The sessions that took place, as booking-service told: {@code sessions: {_id, version, reference, clientId,
 * therapistId, clinicId, treatment, end, further: [{therapistId, treatment, end}]}}, one for each booking, which has
 * further sessions if it was a whole visit; and whom to forget: {@code erasedClients: {_id, at}}.
 *
 * <p>A client may be erased before a session of theirs is heard of: the topics are not in order with each other. So
 * the erasure is noted first and swept after, and who adds something looks for the note after that. Whoever comes
 * last, it is gone.
 */
@Component
class Sessions {

    private final MongoCollection<Document> sessions;
    private final MongoCollection<Document> erased;
    private final Projection projection;

    Sessions(MongoDatabase database) {
        this.sessions = database.getCollection("sessions");
        this.erased = database.getCollection("erasedClients");
        this.projection = new Projection(sessions);
    }

    /** A session took place; that is final, and a repeat changes nothing. */
    void keep(BookingCompleted event) {
        var booking = event.booking();
        projection.apply(
                event.bookingId().toString(),
                event.version(),
                set("reference", booking.reference()),
                set("clientId", booking.clientId().toString()),
                set("therapistId", booking.therapistId().toString()),
                set("clinicId", booking.clinicId().toString()),
                set("treatment", booking.treatment().toString()),
                set("end", Date.from(booking.end())),
                set("further", booking.further().stream().map(Sessions::of).toList()));
        if (isErased(booking.clientId())) forget(booking.clientId());
    }

    private static Document of(FurtherSession session) {
        return new Document("therapistId", session.therapistId().toString())
                .append("treatment", session.treatment().toString())
                .append("end", Date.from(session.end()));
    }

    /**
     * A session of this booking, for who also knows its reference.
     *
     * @param number which one of the visit, from 1
     */
    Optional<CompletedSession> find(BookingId id, String reference, int number) {
        var found = sessions.find(and(eq("_id", id.toString()), eq("reference", reference)))
                .first();
        if (found == null) return Optional.empty();
        return session(found, number)
                .map(session -> new CompletedSession(
                        id,
                        reference,
                        ClientId.of(found.getString("clientId")),
                        TherapistId.of(session.getString("therapistId")),
                        ClinicId.of(found.getString("clinicId")),
                        TreatmentCode.of(session.getString("treatment")),
                        session.getDate("end").toInstant()));
    }

    private static Optional<Document> session(Document booking, int number) {
        if (number == 1) return Optional.of(booking);
        return booking.getList("further", Document.class, List.of()).stream()
                .skip(number - 2L)
                .findFirst();
    }

    /** Notes that the client is erased, and forgets their sessions. */
    void erase(ClientId client, Instant now) {
        erased.updateOne(eq("_id", client.toString()), set("at", Date.from(now)), new UpdateOptions().upsert(true));
        forget(client);
    }

    boolean isErased(ClientId client) {
        return erased.find(eq("_id", client.toString())).first() != null;
    }

    private void forget(ClientId client) {
        sessions.deleteMany(eq("clientId", client.toString()));
    }
}
