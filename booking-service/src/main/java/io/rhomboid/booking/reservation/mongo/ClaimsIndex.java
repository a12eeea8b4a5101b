package io.rhomboid.booking.reservation.mongo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The index that nobody can be booked twice under: unique, sparse, on each element of {@code claims}; and that nothing
 * can be taken twice from a voucher under: the same on {@code redeemed}.
 *
 * <p>Made when the service starts; looked for again every second after. As long as it is missing or another than it
 * must be, the service is not ready and takes no booking. It is not made again behind the back of whoever dropped it:
 * there may be doubles by then.
 */
@Component("claims")
public class ClaimsIndex implements HealthIndicator, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClaimsIndex.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final List<String> FIELDS = List.of("claims", "redeemed");

    private static final Set<String> FORMER = Set.of(
            "vouchers",
            "voucher.clinicId",
            "voucher.clientId",
            "lapsing",
            "block.start_1",
            "roomId_1_start_1",
            "further.therapistId_1_further.start_1",
            "further.roomId_1_further.start_1",
            "companionId_1",
            "blocked-therapist",
            "blocked-room");

    private final MongoCollection<Document> bookings;
    private volatile boolean there;
    private volatile Thread thread = new Thread();

    ClaimsIndex(MongoDatabase database) {
        this.bookings = database.getCollection(MongoBookings.COLLECTION);
    }

    /** Whether a booking can be taken. */
    public boolean isThere() {
        return there;
    }

    @Override
    public Health health() {
        return there
                ? Health.up().build()
                : Health.down()
                        .withDetail(
                                "why",
                                "the unique sparse index on bookings.claims or bookings.redeemed is missing or wrong")
                        .build();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("claims-index").start(this::run);
    }

    private void run() {
        var made = false;
        while (true) {
            try {
                if (!made) {
                    make();
                    made = true;
                }
                there = look();
            } catch (MongoException e) {
                // An index that can't be made or seen is as good as none; a store that is away says so by itself.
                there = false;
                log.warn("No claims index: {}", e.toString());
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void make() {
        for (var field : List.of("claims", "redeemed", "askedAs", "codeHash")) {
            bookings.createIndex(
                    Indexes.ascending(field),
                    new IndexOptions().name(field).unique(true).sparse(true));
        }
        bookings.createIndex(
                Indexes.ascending("reference"),
                new IndexOptions().name("reference").unique(true));
        bookings.createIndex(Indexes.ascending("start"));
        for (var owner : List.of("clinicId", "therapistId", "clientId")) {
            bookings.createIndex(Indexes.ascending(owner, "start"));
        }
        makeForSome("held", Filters.eq("status", "HELD"), "holdExpiresAt");
        makeForSome("visits", Filters.exists("further"), "further.therapistId", "further.start");
        makeForSome("companions", Filters.exists("companionId"), "companionId");
        makeForSome("paid", Filters.exists("vouchers"), "vouchers");
        makeForSome("vouchers-of-clinic", Filters.exists("voucher.clinicId"), "voucher.clinicId");
        makeForSome("vouchers-of-client", Filters.exists("voucher.clientId"), "voucher.clientId");
        makeForSome("blocks", Filters.exists("block.start"), "block.start");
        makeForSome("away", Filters.exists("block.therapistId"), "block.therapistId", "block.end");
        makeForSome("closed", Filters.exists("block.roomId"), "block.roomId", "block.end");
    }

    /** Those of earlier versions, for which others stand now. */
    public void dropFormer() {
        for (var index : bookings.listIndexes().map(it -> it.getString("name")).into(new ArrayList<>())) {
            if (FORMER.contains(index)) bookings.dropIndex(index);
        }
    }

    /** Most documents have nothing of it and pay nothing for it; a sparse index is written for them all the same. */
    private void makeForSome(String name, Bson which, String... fields) {
        bookings.createIndex(
                Indexes.ascending(fields), new IndexOptions().name(name).partialFilterExpression(which));
    }

    private boolean look() {
        var right = new HashSet<Document>();
        for (var index : bookings.listIndexes()) {
            if (Boolean.TRUE.equals(index.getBoolean("unique")) && Boolean.TRUE.equals(index.getBoolean("sparse"))) {
                right.add(asInts(index.get("key", Document.class)));
            }
        }
        return FIELDS.stream().allMatch(field -> right.contains(new Document(field, 1)));
    }

    /** One store says 1, another 1.0. */
    private static Document asInts(Document key) {
        var ints = new Document();
        key.forEach((field, direction) -> ints.append(field, ((Number) direction).intValue()));
        return ints;
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
