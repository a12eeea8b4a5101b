package io.rhomboid.booking.reservation.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.availability.Diary;
import io.rhomboid.booking.availability.KeptClaims;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Change;
import io.rhomboid.booking.reservation.Claims;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.platform.events.Doer;
import io.rhomboid.platform.migration.Raising;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

/**
 * All bookings, as {@link BookingDocument}s in collection {@code bookings}. Beside them lie blocks, which have a field
 * {@code block} and nothing at the top that a booking has but id, version, reference, claims, ops and events.
 */
@Component
public class MongoBookings implements Bookings, KeptClaims {

    public static final String COLLECTION = "bookings";

    private static final Duration LONGEST_BUFFER = Duration.ofHours(2);

    private static final Duration A_WHILE = Duration.ofHours(6);
    private static final int READERS = 4;

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    MongoBookings(MongoDatabase database, Outboxes outboxes) {
        this.collection = database.getCollection(COLLECTION);
        this.outbox = outboxes.open(collection, Topics.BOOKINGS);
    }

    /** Of the collection; whoever keeps other documents in it has them told by the same relay. */
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Optional<Kept> find(BookingId id) {
        return first(eq("_id", id.toString()));
    }

    @Override
    public Optional<Kept> madeFor(BookingId asked) {
        // By its own id first: bookings of old have no other.
        return find(asked).or(() -> first(eq("askedAs", asked.toString())));
    }

    private Optional<Kept> first(Bson filter) {
        return Optional.ofNullable(collection.find(filter).first())
                .map(stored -> new Kept(BookingDocument.booking(stored), BookingDocument.ops(stored)));
    }

    @Override
    public Optional<List<Change>> history(BookingId id) {
        return Optional.ofNullable(collection
                        .find(eq("_id", id.toString()))
                        .projection(Projections.include("history"))
                        .first())
                .map(stored -> stored.getList("history", Document.class, List.of()).stream()
                        .map(ChangeDocument::change)
                        .toList());
    }

    @Override
    public Saving add(Accepted born, Op op, Change entry) {
        try {
            collection.insertOne(
                    BookingDocument.of(born.booking(), op, entry, outbox.pending(born.event(), doer(entry))));
        } catch (MongoWriteException e) {
            return taken(e);
        }
        outbox.wake(born.booking().id().toString());
        return Saving.SAVED;
    }

    @Override
    public Saving save(Accepted change, @Nullable Op op, Change entry) {
        return op == null ? update(change, entry) : update(change, entry, push(op));
    }

    @Override
    public Saving exchange(Accepted change, BookingId asked, Op op, Change entry) {
        return update(change, entry, push(op), Updates.push("askedAs", asked.toString()));
    }

    private static Doer doer(Change entry) {
        var actor = entry.cause().actor();
        return new Doer(actor.role().name(), actor.id());
    }

    private static Bson push(Op op) {
        return Updates.push("ops", BookingDocument.of(op));
    }

    private Saving update(Accepted change, Change entry, Bson... more) {
        var booking = change.booking();
        var update = Updates.combine(
                BookingDocument.change(booking),
                Updates.push("history", ChangeDocument.of(entry)),
                outbox.append(change.event(), doer(entry)),
                Updates.combine(more));
        try {
            var before = collection.findOneAndUpdate(
                    and(eq("_id", booking.id().toString()), eq("version", booking.version() - 1)), update);
            if (before == null) return Saving.CHANGED;
        } catch (MongoCommandException e) {
            return taken(e);
        }
        outbox.wake(booking.id().toString());
        return Saving.SAVED;
    }

    private static Saving taken(MongoException e) {
        if (StoreFaults.isDuplicate(e)) return Saving.TAKEN;
        throw e;
    }

    @Override
    public List<Booking> having(Claims claims) {
        return collection
                .find(and(in("claims", claims.keys()), exists("block", false)))
                .map(BookingDocument::booking)
                .into(new ArrayList<>());
    }

    @Override
    public List<Booking> paidWith(VoucherId voucher) {
        return collection
                .find(and(eq("vouchers", voucher.toString()), exists("voucher", false)))
                .projection(Projections.exclude("claims", "ops", "pendingEvents", "history"))
                .map(BookingDocument::booking)
                .into(new ArrayList<>());
    }

    /** What stands for a number of a voucher in the index. */
    public static String redeemed(VoucherId voucher, int number) {
        return BookingDocument.key(voucher, number);
    }

    @Override
    public List<Booking> taking(BlockedTime time) {
        var claims = Claims.of(time);
        // A room is one of its clinic's, as is every session of a visit.
        var whose = time.therapistId() == null
                ? and(
                        eq("clinicId", time.clinicId().toString()),
                        or(
                                eq("roomId", time.roomId().toString()),
                                eq("further.roomId", time.roomId().toString())))
                : or(
                        eq("therapistId", time.therapistId().toString()),
                        and(
                                exists("further"),
                                eq("further.therapistId", time.therapistId().toString())));
        return collection
                .find(and(
                        whose,
                        exists("claims"),
                        endsAfter(time.start().minus(LONGEST_BUFFER)),
                        lt("start", Date.from(time.end().plus(LONGEST_BUFFER)))))
                .sort(Sorts.ascending("start"))
                .map(BookingDocument::booking)
                .into(new ArrayList<>())
                .stream()
                .filter(booking -> booking.claims().meet(claims))
                .toList();
    }

    @Override
    public List<Booking> lapsed(Instant now, int limit) {
        return collection
                .find(and(eq("status", "HELD"), lte("holdExpiresAt", Date.from(now)), exists("seriesId", false)))
                .sort(Sorts.ascending("holdExpiresAt"))
                .limit(limit)
                .map(BookingDocument::booking)
                .into(new ArrayList<>());
    }

    @Override
    public void tell(Diary diary, Instant endingAfter) {
        // A booking takes its therapist a little longer than it lasts.
        var since = endingAfter.minus(LONGEST_BUFFER);
        var first = since.minus(Visit.LONGEST);
        var last = collection
                .find(gte("start", Date.from(first)))
                .projection(Projections.include("start"))
                .sort(Sorts.descending("start"))
                .first();
        if (last == null) return;
        var end = last.getDate("start").toInstant();
        // A few hours at a time: there may be half a million, and there are engines that look for each page of a long
        // answer from its beginning. And some at once: while one answer is read, the store makes the next.
        try (var readers =
                Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
            var told = new ArrayList<Future<?>>();
            for (var from = first; !from.isAfter(end); from = from.plus(A_WHILE)) {
                var starting = and(gte("start", Date.from(from)), lt("start", Date.from(from.plus(A_WHILE))));
                told.add(readers.submit(() -> tell(diary, and(starting, endsAfter(since)))));
            }
            for (var one : told) one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void tell(Diary diary, Bson which) {
        for (var stored : collection.find(which).projection(Projections.include(BookingDocument.FOR_A_DIARY))) {
            BookingDocument.enterInto(diary, stored);
        }
    }

    /** Who booked before there was a fee for not coming, or a rule for moving late, has not agreed to one. */
    public void noteWhatWasNotAgreed() {
        noteWhereMissing("noShowPercent", 0);
        noteWhereMissing("contactToMoveLate", false);
        noteWhereMissing("moveFeeCents", 0L);
    }

    private void noteWhereMissing(String field, Object value) {
        collection.updateMany(and(exists("status"), exists(field, false)), Updates.set(field, value));
    }

    /** Has every booking told once more with a version of this epoch. Blocks are nobody else's business. */
    public void tellAgain(long epoch, Instant now) {
        Raising.raise(
                collection,
                exists("status"),
                epoch,
                stored -> Optional.of(
                        outbox.republish(BookingDocument.booking(stored).asItIs(now))));
        Raising.raise(collection, exists("block"), epoch, _ -> Optional.empty());
    }

    /** What ends later, and perhaps some that ends sooner: of a visit only the first session is looked at. */
    private static Bson endsAfter(Instant moment) {
        return or(
                gt("end", Date.from(moment)),
                and(exists("further"), gt("end", Date.from(moment.minus(Visit.LONGEST)))));
    }
}
