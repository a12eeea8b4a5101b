package io.rhomboid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.BookingServiceApplication;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.KeptCatalogue;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Who;

import static com.mongodb.client.model.Filters.in;

/**
 * booking-service, whole and alone, in a process of its own, knowing so many therapists; and beside its operations, on
 * the same server, those that it is measured against. What is measured is anybody's to do, but for a therapist's week: only that shows a token.
 */
public final class BookingServer {

    private BookingServer() {}

    /** @param arguments how many therapists, with how many sessions each, and {@code keep} for a copy in the store */
    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(BookingServiceApplication.class, Baselines.class)
                .web(org.springframework.boot.WebApplicationType.SERVLET)
                .run();
        int therapists = Integer.parseInt(arguments[0]);
        if (therapists > 0) {
            var all = ManyTherapists.today(
                    context.getBean(Availability.class), therapists, Integer.parseInt(arguments[1]));
            if (List.of(arguments).contains("keep")) keep(context.getBean(KeptCatalogue.class), all);
        }
        var index = context.getBean(ClaimsIndex.class);
        while (!index.isThere()) Machine.pause(java.time.Duration.ofMillis(20));
        System.out.println("READY");
    }

    private static void keep(KeptCatalogue kept, ManyTherapists all) {
        kept.keep(ManyTherapists.TRIGGER_POINT, 1, ManyTherapists.treatment());
        for (int i = 0; i < all.clinics.size(); i++) kept.keep(ManyTherapists.clinic(i), 1, all.clinics.get(i));
        for (int i = 0; i < all.therapists.size(); i++) {
            kept.keep(ManyTherapists.therapist(i), 1, all.therapists.get(i));
        }
        kept.markComplete();
    }

    /** What costs nothing but what cannot be saved. */
    @Allowed(Who.ANYONE)
    @RestController
    @RequestMapping("/api/v1/bench")
    static class Baselines {

        private final MongoDatabase database;
        private volatile byte[] bytes = new byte[0];
        private volatile @Nullable Document template;

        Baselines(MongoDatabase database) {
            this.database = database;
        }

        @PutMapping("/bytes")
        void take(@RequestBody byte[] bytes) {
            this.bytes = bytes;
        }

        /** The same bytes as the operation that it is held against, without logic. */
        @GetMapping("/bytes")
        ResponseEntity<byte[]> bytes() {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(bytes);
        }

        /** A booking's document, put into a collection without an index of its own, and nothing else. */
        @PostMapping("/insert")
        ResponseEntity<Map<String, String>> insert(@RequestBody Map<String, Object> asked) {
            var known = template;
            if (known == null) {
                known = template = Objects.requireNonNull(
                        database.getCollection("bookings").find().first());
            }
            var document = StoredBookings.another(known);
            database.getCollection("bare").insertOne(document);
            return ResponseEntity.status(201).body(Map.of("id", document.getString("_id")));
        }

        /**
         * How it must not be done: looks whether the claims are free, then inserts, and no index stands behind it. The
         * race test has to find this out.
         */
        @PostMapping("/racy")
        ResponseEntity<Map<String, String>> checkThenInsert(@RequestBody Map<String, Object> asked) {
            MongoCollection<Document> racy = database.getCollection("racy");
            var claims = new ArrayList<String>();
            for (int i = 0; i < 15; i++) claims.add(asked.get("therapistId") + ":" + asked.get("start") + ":" + i);
            if (racy.find(in("claims", claims)).first() != null) {
                return ResponseEntity.status(409).body(Map.of("type", "taken"));
            }
            var id = Long.toHexString(ThreadLocalRandom.current().nextLong());
            racy.insertOne(new Document("_id", id).append("claims", claims));
            return ResponseEntity.status(201).body(Map.of("id", id));
        }
    }
}
