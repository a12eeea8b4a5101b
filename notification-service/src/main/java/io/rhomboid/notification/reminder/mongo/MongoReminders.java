package io.rhomboid.notification.reminder.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.reminder.Reminder;
import io.rhomboid.notification.reminder.Reminder.State;
import io.rhomboid.notification.reminder.Reminders;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

/**
 * Collection {@code reminders}:
 *
 * <pre>{@code
 * {_id: "<booking>:<version>:reminder@<second>", booking, version, kind, dueAt, until, state, lease?: {owner, until}}
 * }</pre>
 *
 * Never removed: that is what keeps a replay from planning again what was told.
 */
public final class MongoReminders implements Reminders {

    private final MongoCollection<Document> collection;

    public MongoReminders(MongoDatabase database) {
        this.collection = database.getCollection("reminders");
    }

    @Override
    public void prepare() {
        collection.createIndex(Indexes.ascending("state", "dueAt"));
        collection.createIndex(Indexes.ascending("booking"));
    }

    @Override
    public void replace(BookingId booking, List<Reminder> plan) {
        var ids = plan.stream().map(Reminder::id).toList();
        collection.updateMany(
                and(eq("booking", booking.toString()), eq("state", State.PLANNED.name()), nin("_id", ids)),
                Updates.set("state", State.WITHDRAWN.name()));
        for (var known : insert(plan)) {
            // Wanted, not wanted, wanted again; or another one comes after it now.
            collection.updateOne(
                    and(eq("_id", known.id()), in("state", List.of(State.PLANNED.name(), State.WITHDRAWN.name()))),
                    Updates.combine(
                            Updates.set("state", State.PLANNED.name()),
                            Updates.set("until", Date.from(known.until()))));
        }
    }

    @Override
    public void add(List<Reminder> plan) {
        insert(plan);
    }

    /** Answers those that were there already. */
    private List<Reminder> insert(List<Reminder> plan) {
        if (plan.isEmpty()) return List.of();
        try {
            collection.insertMany(
                    plan.stream().map(MongoReminders::document).toList(), new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream().allMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY))
                throw e;
            return e.getWriteErrors().stream()
                    .map(one -> plan.get(one.getIndex()))
                    .toList();
        }
    }

    private static Document document(Reminder reminder) {
        return new Document("_id", reminder.id())
                .append("booking", reminder.booking().toString())
                .append("version", reminder.version())
                .append("kind", reminder.kind().name())
                .append("dueAt", Date.from(reminder.dueAt()))
                .append("until", Date.from(reminder.until()))
                .append("state", State.PLANNED.name());
    }

    @Override
    public void withdrawUntil(Instant dueAt) {
        collection.updateMany(
                and(eq("state", State.PLANNED.name()), lte("dueAt", Date.from(dueAt))),
                Updates.set("state", State.WITHDRAWN.name()));
    }

    @Override
    public List<Reminder> due(Instant now, int limit) {
        return collection
                .find(and(eq("state", State.PLANNED.name()), lte("dueAt", Date.from(now)), isFree(now)))
                .sort(Sorts.ascending("dueAt"))
                .limit(limit)
                .map(MongoReminders::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Reminder> take(List<Reminder> reminders, String owner, Instant now, Instant until) {
        var ids = reminders.stream().map(Reminder::id).toList();
        var taken = collection
                .updateMany(
                        and(in("_id", ids), eq("state", State.PLANNED.name()), isFree(now)),
                        Updates.set("lease", new Document("owner", owner).append("until", Date.from(until))))
                .getModifiedCount();
        if (taken == ids.size()) return reminders;
        if (taken == 0) return List.of();
        return collection
                .find(and(in("_id", ids), eq("lease.owner", owner)))
                .map(MongoReminders::read)
                .into(new ArrayList<>());
    }

    @Override
    public void settle(List<Reminder> reminders, String owner, State state) {
        collection.updateMany(
                and(in("_id", reminders.stream().map(Reminder::id).toList()), eq("lease.owner", owner)),
                Updates.combine(Updates.set("state", state.name()), Updates.unset("lease")));
    }

    private static Bson isFree(Instant now) {
        return or(eq("lease", null), lte("lease.until", Date.from(now)));
    }

    private static Reminder read(Document d) {
        return new Reminder(
                BookingId.of(d.getString("booking")),
                d.getLong("version"),
                MessageKind.valueOf(d.getString("kind")),
                d.getDate("dueAt").toInstant(),
                d.getDate("until").toInstant());
    }
}
