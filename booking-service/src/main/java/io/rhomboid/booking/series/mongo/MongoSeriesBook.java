package io.rhomboid.booking.series.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.booking.screening.mongo.ScreenedDocuments;
import io.rhomboid.booking.series.Series;
import io.rhomboid.booking.series.Series.Visit;
import io.rhomboid.booking.series.SeriesBook;
import io.rhomboid.booking.series.SeriesStatus;
import io.rhomboid.booking.series.SeriesStatus.Cancelled;
import io.rhomboid.booking.series.SeriesStatus.Confirmed;
import io.rhomboid.booking.series.SeriesStatus.Expired;
import io.rhomboid.booking.series.SeriesStatus.Held;
import io.rhomboid.booking.series.SeriesStatus.Holding;
import io.rhomboid.booking.series.SeriesStatus.LetGo;
import io.rhomboid.booking.series.SeriesStatus.Lost;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

/**
 * All series, each as it is stored in collection {@code series}:
 *
 * <pre>{@code
 * {_id, version, status: HOLDING|HELD|CONFIRMED|CANCELLED|RELEASED|EXPIRED|LOST, at?, expiresAt?, renewed?,
 *  fees?: {<booking>: cents}, screened?: [{…}], clientId, clinicId, treatment, length, visits: [{bookingId, therapistId, start}],
 *  cause: {…}, lookAgainAt?, ops: [{key, bodyHash}], pendingEvents: [{…}]}
 * }</pre>
 *
 * <p>{@code lookAgainAt} is there as long as something may be left to do.
 */
@Component
public class MongoSeriesBook implements SeriesBook {

    public static final String COLLECTION = "series";

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> bookings;
    private final Outbox outbox;
    private final JsonDocuments json;
    private volatile boolean indexed;

    public MongoSeriesBook(MongoDatabase database, Outboxes outboxes, JsonDocuments json) {
        this.collection = database.getCollection(COLLECTION);
        this.bookings = database.getCollection(MongoBookings.COLLECTION);
        this.outbox = outboxes.open(collection, Topics.SERIES);
        this.json = json;
    }

    @Override
    public Optional<Kept> find(SeriesId id) {
        return Optional.ofNullable(collection.find(eq("_id", id.toString())).first())
                .map(stored -> new Kept(series(stored), ops(stored)));
    }

    @Override
    public boolean add(Series born, Op op) {
        try {
            collection.insertOne(changing(born)
                    .append("_id", born.id().toString())
                    .append("clientId", born.clientId().toString())
                    .append("clinicId", born.clinicId().toString())
                    .append("treatment", born.treatment().toString())
                    .append("length", born.lengthMinutes())
                    .append("ops", List.of(of(op)))
                    .append("pendingEvents", List.of()));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public boolean save(Series decided, @Nullable Op op, @Nullable SeriesEvent event) {
        var updates = new ArrayList<Bson>();
        var fields = changing(decided);
        fields.forEach((name, value) -> updates.add(Updates.set(name, value)));
        for (var field : List.of("at", "expiresAt", "renewed", "fees", "lookAgainAt", ScreenedDocuments.FIELD)) {
            if (!fields.containsKey(field)) updates.add(Updates.unset(field));
        }
        if (op != null) updates.add(Updates.push("ops", of(op)));
        if (event != null) updates.add(outbox.append(event));
        var before = and(eq("_id", decided.id().toString()), eq("version", decided.version() - 1));
        if (collection.updateOne(before, Updates.combine(updates)).getMatchedCount() == 0) return false;
        if (event != null) outbox.wake(decided.id().toString());
        return true;
    }

    @Override
    public void carriedOut(Series series) {
        var at = series.lookAgainAt(true);
        collection.updateOne(
                and(eq("_id", series.id().toString()), eq("version", series.version())),
                at.isPresent() ? Updates.set("lookAgainAt", Date.from(at.get())) : Updates.unset("lookAgainAt"));
    }

    @Override
    public List<Series> toLookAfter(Instant now, int limit) {
        ensureIndex();
        return collection
                .find(lte("lookAgainAt", Date.from(now)))
                .sort(Sorts.ascending("lookAgainAt"))
                .limit(limit)
                .map(this::series)
                .into(new ArrayList<>());
    }

    @Override
    public Map<BookingId, SeriesId> heldTooLong(Instant now, int limit) {
        var found = new LinkedHashMap<BookingId, SeriesId>();
        for (var visit : bookings.find(
                        and(eq("status", "HELD"), lte("holdExpiresAt", Date.from(now)), exists("seriesId")))
                .projection(Projections.include("seriesId"))
                .sort(Sorts.ascending("holdExpiresAt"))
                .limit(limit)) {
            found.put(BookingId.of(visit.getString("_id")), SeriesId.of(visit.getString("seriesId")));
        }
        return found;
    }

    private void ensureIndex() {
        if (indexed) return;
        collection.createIndex(
                Indexes.ascending("lookAgainAt"),
                new IndexOptions().name("unfinished").sparse(true));
        indexed = true;
    }

    private Document changing(Series series) {
        var fields = new Document("version", series.version())
                .append("status", series.status().word())
                .append(
                        "visits",
                        series.visits().stream().map(MongoSeriesBook::of).toList())
                .append("cause", json.toDocument(series.cause()));
        series.lookAgainAt(false).ifPresent(at -> fields.append("lookAgainAt", Date.from(at)));
        switch (series.status()) {
            case Holding(var since, var expiresAt) ->
                fields.append("at", Date.from(since)).append("expiresAt", Date.from(expiresAt));
            case Held(var expiresAt, boolean renewed) ->
                fields.append("expiresAt", Date.from(expiresAt)).append("renewed", renewed);
            case Cancelled(var at, var fees) -> {
                var cents = new Document();
                fees.forEach((booking, fee) -> cents.append(booking.toString(), fee));
                fields.append("at", Date.from(at)).append("fees", cents);
            }
            case Confirmed(var at, var answered) ->
                fields.append("at", Date.from(at)).append(ScreenedDocuments.FIELD, ScreenedDocuments.of(answered));
            case LetGo(var at) -> fields.append("at", Date.from(at));
            case Expired(var at) -> fields.append("at", Date.from(at));
            case Lost(var at) -> fields.append("at", Date.from(at));
        }
        return fields;
    }

    private static Document of(Visit visit) {
        return new Document("bookingId", visit.bookingId().toString())
                .append("therapistId", visit.therapistId().toString())
                .append("start", Date.from(visit.start()));
    }

    private static Document of(Op op) {
        return new Document("key", op.key()).append("bodyHash", op.bodyHash());
    }

    private static List<Op> ops(Document stored) {
        return stored.getList("ops", Document.class).stream()
                .map(op -> new Op(op.getString("key"), op.getString("bodyHash")))
                .toList();
    }

    private Series series(Document stored) {
        return new Series(
                SeriesId.of(stored.getString("_id")),
                stored.getLong("version"),
                status(stored),
                ClientId.of(stored.getString("clientId")),
                ClinicId.of(stored.getString("clinicId")),
                TreatmentCode.of(stored.getString("treatment")),
                stored.getInteger("length"),
                stored.getList("visits", Document.class).stream()
                        .map(visit -> new Visit(
                                BookingId.of(visit.getString("bookingId")),
                                TherapistId.of(visit.getString("therapistId")),
                                visit.getDate("start").toInstant()))
                        .toList(),
                json.fromDocument(stored.get("cause", Document.class), Cause.class));
    }

    private static SeriesStatus status(Document stored) {
        return switch (stored.getString("status")) {
            case "HOLDING" ->
                new Holding(at(stored), stored.getDate("expiresAt").toInstant());
            case "HELD" -> new Held(stored.getDate("expiresAt").toInstant(), stored.getBoolean("renewed"));
            case "CONFIRMED" -> new Confirmed(at(stored), ScreenedDocuments.in(stored));
            case "CANCELLED" -> {
                var fees = new LinkedHashMap<BookingId, Long>();
                stored.get("fees", Document.class)
                        .forEach((booking, cents) -> fees.put(BookingId.of(booking), (Long) cents));
                yield new Cancelled(at(stored), fees);
            }
            case "RELEASED" -> new LetGo(at(stored));
            case "EXPIRED" -> new Expired(at(stored));
            case "LOST" -> new Lost(at(stored));
            case String unknown -> throw new IllegalStateException("a series that is " + unknown);
        };
    }

    private static Instant at(Document stored) {
        return stored.getDate("at").toInstant();
    }
}
