package io.rhomboid.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;

/** Documents of bookings that were never asked for, made after one that was. */
final class StoredBookings {

    private static final int BATCH = 1_000;

    private StoredBookings() {}

    /** As large as the first, and like no other. */
    static Document another(Document first) {
        var random = ThreadLocalRandom.current();
        var copy = new Document(first);
        var id = new UUID(random.nextLong(), random.nextLong()).toString();
        var mark = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        copy.put("_id", id);
        copy.put("askedAs", List.of(id));
        copy.put("reference", "RH-" + mark.substring(0, 12));
        if (copy.containsKey("claims")) {
            var claims = new ArrayList<String>();
            for (var claim : first.getList("claims", String.class)) {
                claims.add(claim.substring(0, 2) + mark + claim.substring(18));
            }
            copy.put("claims", claims);
        }
        return copy;
    }

    /**
     * Fills a collection: sessions of these therapists, spread over these days, whose events have gone out. Of their
     * claims each has its therapist's only: all forty and more would take the engine an hour.
     *
     * @param from how many there are already
     * @param patience it fills for so long at most
     * @return how many there are then
     */
    static int fill(
            MongoCollection<Document> bookings,
            Document first,
            int from,
            int to,
            int therapists,
            Instant start,
            int days,
            Duration patience) {
        var lean = new Document(first);
        lean.put(
                "claims",
                first.getList("claims", String.class).stream()
                        .filter(claim -> claim.startsWith("t:"))
                        .toList());
        long end = System.nanoTime() + patience.toNanos();
        var there = new AtomicInteger(from);
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int at = from; at < to; at += BATCH) {
                int some = Math.min(BATCH, to - at);
                var random = new Random(at);
                threads.execute(() -> {
                    if (System.nanoTime() > end) return;
                    bookings.insertMany(
                            Stream.generate(() -> booked(lean, random, therapists, start, days))
                                    .limit(some)
                                    .toList(),
                            new InsertManyOptions().ordered(false));
                    there.addAndGet(some);
                });
            }
        }
        return there.get();
    }

    private static Document booked(Document first, Random random, int therapists, Instant start, int days) {
        var document = another(first);
        int therapist = random.nextInt(therapists);
        long minutes = (first.getDate("end").getTime() - first.getDate("start").getTime()) / 60_000;
        var begin = start.plusSeconds(86_400L * random.nextInt(days) + 900L * random.nextInt(32));
        document.put("therapistId", ManyTherapists.therapist(therapist).toString());
        document.put(
                "clinicId",
                ManyTherapists.clinic(therapist / ManyTherapists.PER_CLINIC).toString());
        document.put("roomId", ManyTherapists.roomOf(therapist).toString());
        document.put("start", Date.from(begin));
        document.put("end", Date.from(begin.plusSeconds(60 * minutes)));
        document.put("pendingEvents", List.of());
        return document;
    }
}
