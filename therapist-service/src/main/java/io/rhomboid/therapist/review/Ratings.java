package io.rhomboid.therapist.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.store.StoreFaults;
import io.rhomboid.therapist.search.KeptRatings;
import io.rhomboid.therapist.search.TherapistIndex;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

/**
 * What each therapist's reviews add up to: {@code ratings: {_id, version, stars: [n, n, n, n, n], communication, comfort,
 * place, result}}.
 *
 * <p>A review and its therapist's tally are two documents, and there is no transaction. So the tally is never changed
 * by a difference, but counted:
 *
 * <ol>
 *   <li>Every change of a review is told on topic {@code reviews}, at least once, whatever dies in between; hearing of
 *       it leads here.
 *   <li>{@link #refresh} reads the tally's version, counts the reviews as they now are, and keeps the result only if
 *       the version is still the same; else it counts again.
 * </ol>
 *
 * <p>The last one that is kept was counted after it read the version that the one before it had made, and so after
 * everything that one, and all before it, had heard of: nothing that was told is missing. It is kept even if it equals
 * what is there, for its new version stops a slower one that counted earlier.
 */
@Component
public class Ratings implements KeptRatings {

    private final MongoCollection<Document> ratings;
    private final MongoCollection<Document> reviews;

    Ratings(MongoDatabase database) {
        this.ratings = database.getCollection("ratings");
        this.reviews = database.getCollection(Reviews.COLLECTION);
    }

    /** What the therapist's visible reviews come to, as last counted; null if there are none. */
    public @Nullable RatingView rating(TherapistId therapist) {
        return RatingView.of(of(therapist));
    }

    /** What the therapist's visible reviews add up to, as last counted. */
    Tally of(TherapistId therapist) {
        return Optional.ofNullable(stored(therapist)).map(Ratings::tally).orElse(Tally.NONE);
    }

    @Override
    public void tell(TherapistIndex index) {
        var all = new HashMap<TherapistId, Tally>();
        for (var stored : ratings.find()) all.put(TherapistId.of(stored.getString("_id")), tally(stored));
        var ranking = Ranking.among(all.values());
        all.forEach((id, tally) -> index.rate(id, ranking.rating(tally)));
    }

    /** Counts a therapist's visible reviews, after one of them has changed. */
    void refresh(TherapistId therapist) {
        while (true) {
            var before = stored(therapist);
            if (keep(therapist, before == null ? 0 : before.getLong("version"), count(therapist))) return;
        }
    }

    /** By the reviews themselves. */
    Tally count(TherapistId therapist) {
        var stars = new Integer[5];
        Arrays.fill(stars, 0);
        long communication = 0;
        long comfort = 0;
        long place = 0;
        long result = 0;
        var byStars = reviews.aggregate(List.of(
                Aggregates.match(and(
                        eq("state.therapistId", therapist.toString()),
                        ne("state.status", Review.Status.HIDDEN.name()))),
                Aggregates.group(
                        "$state.marks.stars",
                        Accumulators.sum("count", 1),
                        Accumulators.sum("communication", "$state.marks.communication"),
                        Accumulators.sum("comfort", "$state.marks.comfort"),
                        Accumulators.sum("place", "$state.marks.place"),
                        Accumulators.sum("result", "$state.marks.result"))));
        for (var group : byStars) {
            stars[number(group, "_id") - 1] = number(group, "count");
            communication += number(group, "communication");
            comfort += number(group, "comfort");
            place += number(group, "place");
            result += number(group, "result");
        }
        return new Tally(List.of(stars), communication, comfort, place, result);
    }

    /** Keeps a tally that was counted after this version was read; false if there is another version by now. */
    boolean keep(TherapistId therapist, long version, Tally tally) {
        var next = new Document("_id", therapist.toString())
                .append("version", version + 1)
                .append("stars", tally.stars())
                .append("communication", tally.communication())
                .append("comfort", tally.comfort())
                .append("place", tally.place())
                .append("result", tally.result());
        if (version > 0) {
            var seen = and(eq("_id", therapist.toString()), eq("version", version));
            return ratings.replaceOne(seen, next).getMatchedCount() == 1;
        }
        try {
            ratings.insertOne(next);
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    private @Nullable Document stored(TherapistId therapist) {
        return ratings.find(eq("_id", therapist.toString())).first();
    }

    private static Tally tally(Document stored) {
        return new Tally(
                stored.getList("stars", Integer.class),
                stored.getLong("communication"),
                stored.getLong("comfort"),
                stored.getLong("place"),
                stored.getLong("result"));
    }

    /** One store says 1, another 1L. */
    private static int number(Document group, String field) {
        return group.get(field, Number.class).intValue();
    }
}
