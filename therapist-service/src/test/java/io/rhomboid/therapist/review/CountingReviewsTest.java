package io.rhomboid.therapist.review;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.review.Marks;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.erasure.ErasureReceipts;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.outbox.OutboxSettings;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.testing.RealStore;
import io.rhomboid.therapist.review.Review.Moderation;
import io.rhomboid.therapist.review.Review.Verdict;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Outcome;
import io.rhomboid.therapist.store.Outcome.Done;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.therapist.review.Samples.ELEVEN_O_CLOCK;
import static io.rhomboid.therapist.review.Samples.GOOD;
import static io.rhomboid.therapist.review.Samples.MIRA;
import static io.rhomboid.therapist.review.Samples.WORDS;
import static io.rhomboid.therapist.review.Samples.accepted;
import static io.rhomboid.therapist.review.Samples.review;
import static org.assertj.core.api.Assertions.assertThat;

/** Many who write at once, and instances that die between a review and its count: what is counted is exact. */
@Tag("store")
class CountingReviewsTest {

    static final int REVIEWS = 1_000;
    static final int BATCH = 50;
    static final List<TherapistId> THERAPISTS =
            IntStream.range(1, 4).mapToObj(n -> new TherapistId(new UUID(1, n))).toList();

    final MongoClient client = MongoClients.create(RealStore.uri());
    final MongoDatabase database =
            client.getDatabase(RealStore.newDatabase()).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    final Clock clock = Clock.fixed(ELEVEN_O_CLOCK, ZoneOffset.UTC);
    final DefaultKafkaProducerFactory<String, byte[]> nowhere = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", "127.0.0.1:1"), new StringSerializer(), new ByteArraySerializer());
    final Outboxes outboxes = new Outboxes(
            database,
            new KafkaTemplate<>(nowhere),
            EventJson.mapper(),
            new OutboxSettings(Duration.ofSeconds(10), Duration.ofSeconds(1), 200),
            "/therapist-service",
            () -> null,
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    final Records<ReviewId, Review> records =
            new ReviewRecords().writtenReviews(database, outboxes, new JsonDocuments(EventJson.mapper()), clock);
    final Ratings ratings = new Ratings(database);

    @AfterEach
    void close() {
        nowhere.destroy();
        database.drop();
        client.close();
    }

    /** The instance is gone: neither what was under way nor anything after it happens. */
    private static final class Killed extends RuntimeException {}

    /** Counts as ever, and dies now and then before or after the count is kept. */
    private final class MortalRatings extends Ratings {

        private final Random random;

        MortalRatings(long seed) {
            super(database);
            this.random = new Random(seed);
        }

        @Override
        boolean keep(TherapistId therapist, long version, Tally tally) {
            int fate = random.nextInt(10);
            if (fate < 3) throw new Killed();
            var kept = super.keep(therapist, version, tally);
            if (fate == 9) throw new Killed();
            return kept;
        }
    }

    @Test
    void a_thousand_who_write_edit_and_are_hidden_at_once_are_counted_exactly_whatever_dies() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var hidden = new AtomicInteger();

        // 1. A thousand reviews at once; some are changed, some hidden, some shown again, and some counted meanwhile.
        var meanwhile = new MortalRatings(seed);
        var writers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < REVIEWS; i++) {
            var therapist = THERAPISTS.get(random.nextInt(3));
            var first = marks(random);
            var second = marks(random);
            int fate = random.nextInt(10);
            writers.add(() -> {
                var written = create(review(therapist, first));
                if (fate < 3)
                    written = replace(written, accepted(written.state().edit(second, WORDS, ELEVEN_O_CLOCK)));
                if (fate == 2 || fate > 6) written = replace(written, moderated(written, Verdict.HIDE));
                if (fate == 9) replace(written, moderated(written, Verdict.KEEP));
                if (fate == 2 || fate == 7 || fate == 8) hidden.incrementAndGet();
                if (fate == 0) {
                    try {
                        meanwhile.refresh(therapist);
                    } catch (Killed _) {
                        // Nobody repeats this one.
                    }
                }
                return null;
            });
        }
        // 2. What each write has to tell is told at least once and in any order, to two instances that die at times.
        all(32, writers);
        var untold = untold();
        for (int i = 0; i < 100; i++) untold.add(untold.get(random.nextInt(untold.size())));
        Collections.shuffle(untold, random);
        var instances = List.of(listener(new MortalRatings(seed + 1)), listener(new MortalRatings(seed + 2)));
        var deaths = new AtomicInteger();
        var hearers = new ArrayList<Callable<Void>>();
        for (int from = 0; from < untold.size(); from += BATCH) {
            var batch = untold.subList(from, Math.min(from + BATCH, untold.size()));
            var instance = instances.get(from / BATCH % 2);
            hearers.add(() -> {
                deaths.addAndGet(hear(instance, batch));
                return null;
            });
        }
        all(4, hearers);

        System.out.println(untold.size() + " messages, " + deaths + " deaths, " + hidden + " hidden");
        assertThat(deaths.get()).isGreaterThan(20);
        for (var therapist : THERAPISTS) {
            assertThat(ratings.of(therapist)).as("seed %s", seed).isEqualTo(recount(therapist));
        }
        assertThat(THERAPISTS.stream().mapToInt(t -> ratings.of(t).count()).sum())
                .isEqualTo(REVIEWS - hidden.get());
    }

    @Test
    void who_dies_between_the_review_and_its_count_leaves_it_to_who_hears_of_it() throws Exception {
        create(review(MIRA, GOOD));
        assertThat(ratings.of(MIRA)).isEqualTo(Tally.NONE);

        hear(listener(ratings), untold());

        assertThat(ratings.of(MIRA)).isEqualTo(new Tally(List.of(0, 0, 0, 0, 1), 4, 5, 3, 4));
    }

    @Test
    void a_slow_count_does_not_undo_a_newer_one() {
        var one = create(review(MIRA, GOOD));
        ratings.refresh(MIRA);
        var slow = ratings.count(MIRA);

        // The very same numbers again, so that only the version tells that there is something newer.
        create(review(MIRA, GOOD));
        ratings.refresh(MIRA);
        replace(one, moderated(one, Verdict.HIDE));
        ratings.refresh(MIRA);

        assertThat(ratings.of(MIRA)).isEqualTo(slow);
        assertThat(ratings.keep(MIRA, 1, slow)).isFalse();
        assertThat(ratings.keep(MIRA, 0, slow)).isFalse();
    }

    private Kept<ReviewId, Review> create(Review review) {
        var key = new IdempotencyKey(UUID.randomUUID().toString());
        return done(records.create(new ReviewId(UUID.randomUUID()), key, "", () -> review));
    }

    private Kept<ReviewId, Review> replace(Kept<ReviewId, Review> seen, Review next) {
        return done(records.replace(seen, next));
    }

    private static Kept<ReviewId, Review> done(Outcome<ReviewId, Review> outcome) {
        return ((Done<ReviewId, Review>) outcome).kept();
    }

    private static Review moderated(Kept<ReviewId, Review> written, Verdict verdict) {
        return accepted(written.state().moderate(new Moderation(verdict, "Seen.", ELEVEN_O_CLOCK)));
    }

    private static Marks marks(Random random) {
        return new Marks(one(random), one(random), one(random), one(random), one(random));
    }

    private static int one(Random random) {
        return 1 + random.nextInt(5);
    }

    /** An instance that hears of reviews. */
    private ReviewListener listener(Ratings ratings) {
        var reader = new EventReader(EventJson.mapper());
        return new ReviewListener(
                reader,
                new Sessions(database),
                new Reviews(records, database),
                ratings,
                new ErasureReceipts(database, outboxes, "therapist-service", clock),
                clock);
    }

    /** Delivers again what was not done with when the instance died; answers how often it did. */
    private static int hear(ReviewListener instance, List<ConsumerRecord<String, byte[]>> messages) {
        int deaths = 0;
        var rest = messages;
        while (true) {
            try {
                instance.onReviews(rest);
                return deaths;
            } catch (BatchListenerFailedException e) {
                if (!(e.getCause() instanceof Killed)) throw e;
                deaths++;
                rest = rest.subList(e.getIndex(), rest.size());
            }
        }
    }

    /** What the outboxes hold, as it would come from the topic. */
    private List<ConsumerRecord<String, byte[]>> untold() {
        var untold = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var document : database.getCollection(Reviews.COLLECTION).find()) {
            for (var event : document.getList("pendingEvents", Document.class)) {
                var payload = event.getString("payload").getBytes(StandardCharsets.UTF_8);
                untold.add(new ConsumerRecord<>(Topics.REVIEWS, 0, 0, event.getString("key"), payload));
            }
        }
        return untold;
    }

    /** One by one, in plain Java. */
    private Tally recount(TherapistId therapist) {
        var stars = new Integer[] {0, 0, 0, 0, 0};
        long communication = 0;
        long comfort = 0;
        long place = 0;
        long result = 0;
        for (var kept : records.where("therapistId", therapist.toString())) {
            if (!kept.state().isVisible()) continue;
            var marks = kept.state().marks();
            stars[marks.stars() - 1]++;
            communication += marks.communication();
            comfort += marks.comfort();
            place += marks.place();
            result += marks.result();
        }
        return new Tally(List.of(stars), communication, comfort, place, result);
    }

    private static void all(int threads, List<Callable<Void>> work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : pool.invokeAll(work)) done.get();
        }
    }
}
