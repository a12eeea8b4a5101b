package io.rhomboid.booking.invariant.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.invariant.Archive;
import io.rhomboid.booking.invariant.Stored;
import io.rhomboid.booking.invariant.Stored.Taking;
import io.rhomboid.booking.invariant.StoredSeries;

/**
 * Reads bookings and blocks side by side by when they start, and clients that have something to tell; in batches, with
 * a pause after each.
 */
@Component
class MongoArchive implements Archive {

    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Bson FIELDS = Projections.include(
            "version",
            "status",
            "therapistId",
            "roomId",
            "equipmentIds",
            "clientId",
            "start",
            "end",
            "bufferBefore",
            "bufferAfter",
            "holdExpiresAt",
            "holdPlace",
            "offeredTo",
            "further",
            "companionId",
            "zone",
            "placeInDay",
            "block",
            "freedAt",
            "claims",
            "history.version",
            "pendingEvents.version",
            "pendingEvents.occurredAt");

    private final MongoCollection<Document> bookings;
    private final MongoCollection<Document> clients;
    private final MongoCollection<Document> series;
    private final MongoCollection<Document> waitlist;

    MongoArchive(MongoDatabase database) {
        this.bookings = database.getCollection("bookings");
        this.clients = database.getCollection("clients");
        this.series = database.getCollection("series");
        this.waitlist = database.getCollection("waitlist");
    }

    @Override
    public void read(Consumer<Stored> reader, BiConsumer<String, String> unreadable) {
        try (var sessions = bookings.find(Filters.exists("block.start", false))
                        .projection(FIELDS)
                        .sort(Sorts.ascending("start"))
                        .batchSize(BATCH)
                        .cursor();
                var blocks = bookings.find(Filters.gte("block.start", new Date(0)))
                        .projection(FIELDS)
                        .sort(Sorts.ascending("block.start"))
                        .batchSize(BATCH)
                        .cursor();
                var clients = untold(this.clients).cursor();
                var series = untold(this.series).cursor();
                var places = untold(waitlist).cursor()) {
            var read = 0;
            var session = next(sessions);
            var block = next(blocks);
            while (session != null || block != null) {
                var sessionFirst =
                        block == null || session != null && !startOf(session).after(startOf(block));
                hand(sessionFirst ? session : block, reader, unreadable);
                if (sessionFirst) session = next(sessions);
                else block = next(blocks);
                if (++read % BATCH == 0) Thread.sleep(PAUSE);
            }
            while (clients.hasNext()) hand(clients.next(), reader, unreadable);
            for (var some : List.of(series, places)) {
                while (some.hasNext()) hand(some.next(), MongoArchive::teller, reader, unreadable);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was told to stop");
        }
    }

    @Override
    public void readSeries(Consumer<StoredSeries> reader) {
        for (var stored : series.find().batchSize(BATCH)) {
            var fees = stored.get("fees", Document.class);
            var asked = stored.getList("visits", Document.class).stream()
                    .map(visit -> visit.getString("bookingId"))
                    .filter(id -> fees == null || fees.containsKey(id))
                    .toList();
            var statuses = bookings.find(Filters.in("_id", asked))
                    .projection(Projections.include("status"))
                    .map(visit -> visit.getString("status"))
                    .into(new ArrayList<>());
            var now = series.find(Filters.eq("_id", stored.getString("_id"))).first();
            if (now == null || !now.getLong("version").equals(stored.getLong("version"))) continue;
            var lookAgainAt = now.getDate("lookAgainAt");
            reader.accept(new StoredSeries(
                    stored.getString("_id"),
                    stored.getString("status"),
                    lookAgainAt == null ? null : lookAgainAt.toInstant(),
                    asked.size(),
                    statuses));
        }
    }

    private static FindIterable<Document> untold(MongoCollection<Document> collection) {
        return collection
                .find(Filters.gt("pendingEvents.id", ""))
                .projection(FIELDS)
                .batchSize(BATCH);
    }

    private static @Nullable Document next(Iterator<Document> documents) {
        return documents.hasNext() ? documents.next() : null;
    }

    /** What has no start can't be understood, and comes first. */
    private static Date startOf(Document stored) {
        var block = stored.get("block");
        var start = block instanceof Document body ? body.get("start") : stored.get("start");
        return start instanceof Date date ? date : new Date(Long.MIN_VALUE);
    }

    private static void hand(
            @Nullable Document document, Consumer<Stored> reader, BiConsumer<String, String> unreadable) {
        if (document != null) hand(document, MongoArchive::stored, reader, unreadable);
    }

    private static void hand(
            Document document,
            Function<Document, Stored> understood,
            Consumer<Stored> reader,
            BiConsumer<String, String> unreadable) {
        Stored stored;
        try {
            stored = understood.apply(document);
        } catch (RuntimeException e) {
            unreadable.accept(String.valueOf(document.get("_id")), e.toString());
            return;
        }
        reader.accept(stored);
    }

    @Override
    public List<Stored> again(List<String> ids) {
        var found = new ArrayList<Stored>();
        for (var document :
                bookings.find(Filters.in("_id", ids)).projection(FIELDS).sort(Sorts.ascending("_id"))) {
            hand(document, found::add, (_, _) -> {});
        }
        return found;
    }

    private static Stored stored(Document document) {
        var events = document.getList("pendingEvents", Document.class, List.of());
        return new Stored(
                document.getString("_id"),
                document.getLong("version"),
                takings(document),
                otherClaims(document),
                new HashSet<>(document.getList("claims", String.class, List.of())),
                "HELD".equals(document.getString("status")) ? at(document, "holdExpiresAt") : null,
                versions(document.getList("history", Document.class, List.of())),
                versions(events),
                // Of a voucher nothing is told but that it was made.
                !document.getString("_id").startsWith("voucher/"),
                oldest(events));
    }

    /** What takes nothing of anybody by itself, as far as it has something to tell. */
    private static Stored teller(Document document) {
        var events = document.getList("pendingEvents", Document.class);
        return new Stored(
                document.getString("_id"),
                document.getLong("version"),
                List.of(),
                Set.of(),
                Set.of(),
                null,
                List.of(),
                versions(events),
                false,
                oldest(events));
    }

    private static @Nullable Instant oldest(List<Document> events) {
        return events.isEmpty() ? null : at(events.getFirst(), "occurredAt");
    }

    private static List<Long> versions(List<Document> documents) {
        return documents.stream().map(document -> document.getLong("version")).toList();
    }

    private static Set<String> otherClaims(Document document) {
        var claims = new HashSet<String>();
        // Of a series only one booking fills a place; the others have none.
        int hold = "HELD".equals(document.getString("status")) ? document.getInteger("holdPlace", 1) : 0;
        // What is offered to somebody on the waitlist claims the place for offers, 0.
        if (hold > 0 || document.containsKey("offeredTo")) {
            claims.add("h:" + document.getString("clientId") + ":" + hold);
        }
        for (var session : sessions(document)) {
            int place = session.getInteger("placeInDay", 0);
            if (place == 0) continue;
            var day = LocalDate.ofInstant(at(session, "start"), ZoneId.of(document.getString("zone")));
            claims.add("d:" + session.getString("therapistId") + ":" + day + ":" + place);
        }
        return claims;
    }

    /** The first one, which lies in the booking itself, and those beside it. */
    private static List<Document> sessions(Document booking) {
        var all = new ArrayList<>(List.of(booking));
        all.addAll(booking.getList("further", Document.class, List.of()));
        return all;
    }

    private static List<Taking> takings(Document document) {
        var block = document.get("block", Document.class);
        if (block != null) return document.containsKey("freedAt") ? List.of() : takingsOfBlock(block);
        return switch (document.getString("status")) {
            // A client has neither times nor a status.
            case null -> List.of();
            case "CANCELLED", "EXPIRED" -> List.of();
            case "HELD", "CONFIRMED", "ARRIVED", "COMPLETED", "NO_SHOW" -> takingsOfBooking(document);
            case String unknown -> throw new IllegalStateException("status " + unknown);
        };
    }

    private static List<Taking> takingsOfBlock(Document block) {
        var resource =
                block.containsKey("roomId") ? "r:" + block.getString("roomId") : "t:" + block.getString("therapistId");
        return List.of(new Taking(resource, at(block, "start"), at(block, "end")));
    }

    private static List<Taking> takingsOfBooking(Document booking) {
        var takings = new ArrayList<Taking>();
        for (var session : sessions(booking)) {
            var client = session.getBoolean("companions", false) ? "companionId" : "clientId";
            addTakings(takings, session, booking.getString(client));
        }
        return takings;
    }

    private static void addTakings(List<Taking> takings, Document session, String client) {
        var start = at(session, "start");
        var end = at(session, "end");
        var from = start.minus(Duration.ofMinutes(session.getInteger("bufferBefore")));
        var to = end.plus(Duration.ofMinutes(session.getInteger("bufferAfter")));
        takings.add(new Taking("t:" + session.getString("therapistId"), from, to));
        takings.add(new Taking("r:" + session.getString("roomId"), from, to));
        for (var piece : session.getList("equipmentIds", String.class)) takings.add(new Taking("e:" + piece, from, to));
        takings.add(new Taking("c:" + client, start, end));
    }

    private static Instant at(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
