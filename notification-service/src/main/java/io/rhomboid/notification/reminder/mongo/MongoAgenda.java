package io.rhomboid.notification.reminder.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.reminder.Agenda;
import io.rhomboid.notification.reminder.Plan;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.Projection;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static java.lang.System.Logger.Level.DEBUG;

/**
 * Collection {@code agenda}: {@code {_id: booking, version, client, clinic, start, stands, last: {event}, plan: {event}}}.
 * Names people by id only.
 */
public final class MongoAgenda implements Agenda {

    private static final System.Logger log = System.getLogger(MongoAgenda.class.getName());

    private final MongoCollection<Document> collection;
    private final Projection kept;
    private final JsonDocuments json;

    public MongoAgenda(MongoDatabase database, JsonDocuments json) {
        this.collection = database.getCollection("agenda");
        this.kept = new Projection(collection);
        this.json = json;
    }

    @Override
    public void prepare() {
        collection.createIndex(Indexes.ascending("client", "start"));
        collection.createIndex(Indexes.ascending("clinic", "start"));
    }

    @Override
    public Kept keep(BookingEvent event) {
        var booking = event.booking();
        var told = json.toDocument(event);
        var first = new Document("client", booking.clientId().toString())
                .append("clinic", booking.clinicId().toString())
                .append("start", Date.from(booking.start()))
                .append("last", told)
                .append("plan", told);
        if (Plan.changes(event)) first.append("stands", Plan.stands(event));
        // Most are the first of their booking, and are known by their version.
        if (event.version() == 1 && insert(event, first)) return Kept.FIRST;
        var changes = new ArrayList<Bson>();
        first.forEach((field, value) -> {
            if (!field.equals("plan") || Plan.changes(event)) changes.add(Updates.set(field, value));
        });
        if (!Plan.changes(event)) changes.add(Updates.setOnInsert("plan", told));
        if (kept.apply(event.key(), event.version(), Updates.combine(changes))) return Kept.LATEST;
        // Known already: only what is older than that must not be planned any more.
        return find(event.bookingId())
                .filter(known -> known.last().version() == event.version())
                .map(_ -> Kept.LATEST)
                .orElse(Kept.OLD);
    }

    private boolean insert(BookingEvent event, Document first) {
        try {
            var document = new Document("_id", event.key()).append("version", event.version());
            document.putAll(first);
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public Map<BookingId, Entry> find(Collection<BookingId> bookings) {
        var found = new HashMap<BookingId, Entry>();
        for (var document : collection.find(
                in("_id", bookings.stream().map(BookingId::toString).toList()))) {
            try {
                found.put(BookingId.of(document.getString("_id")), read(document));
            } catch (RuntimeException e) {
                // Whoever asks for it alone is told what is wrong with it.
                log.log(DEBUG, "What is known of a booking can't be read", e);
            }
        }
        return found;
    }

    @Override
    public Optional<Entry> find(BookingId booking) {
        return Optional.ofNullable(
                        collection.find(eq("_id", booking.toString())).first())
                .map(this::read);
    }

    @Override
    public List<Entry> ahead(ClientId client, Instant now) {
        return ahead("client", client.toString(), now);
    }

    @Override
    public List<Entry> ahead(ClinicId clinic, Instant now) {
        return ahead("clinic", clinic.toString(), now);
    }

    @Override
    public List<BookingEvent> between(ClinicId clinic, Instant from, Instant until) {
        return collection
                .find(and(
                        eq("clinic", clinic.toString()),
                        gte("start", Date.from(from)),
                        lt("start", Date.from(until)),
                        eq("stands", true)))
                .sort(Sorts.ascending("start"))
                .map(d -> event(d, "last"))
                .into(new ArrayList<>());
    }

    private List<Entry> ahead(String field, String id, Instant now) {
        return collection
                .find(and(eq(field, id), gt("start", Date.from(now)), eq("stands", true)))
                .map(this::read)
                .into(new ArrayList<>());
    }

    private Entry read(Document d) {
        return new Entry(event(d, "last"), event(d, "plan"));
    }

    private BookingEvent event(Document d, String field) {
        return json.fromDocument(d.get(field, Document.class), BookingEvent.class);
    }
}
