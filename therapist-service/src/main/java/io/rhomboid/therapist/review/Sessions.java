package io.rhomboid.therapist.review;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingId;
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
 * therapistId, clinicId, treatment, end}}; and whom to forget: {@code erasedClients: {_id, at}}.
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
                set("end", Date.from(booking.end())));
        if (isErased(booking.clientId())) forget(booking.clientId());
    }

    /** The session of this booking, for who also knows its reference. */
    Optional<CompletedSession> find(BookingId id, String reference) {
        var found = sessions.find(and(eq("_id", id.toString()), eq("reference", reference)))
                .first();
        return Optional.ofNullable(found)
                .map(session -> new CompletedSession(
                        id,
                        reference,
                        ClientId.of(session.getString("clientId")),
                        TherapistId.of(session.getString("therapistId")),
                        ClinicId.of(session.getString("clinicId")),
                        TreatmentCode.of(session.getString("treatment")),
                        session.getDate("end").toInstant()));
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
