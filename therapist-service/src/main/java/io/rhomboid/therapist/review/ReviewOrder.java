package io.rhomboid.therapist.review;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Uuids;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.store.Kept;

/** In which order reviews are read, page by page. */
enum ReviewOrder {
    NEWEST(newest()),
    OLDEST(newest().reversed()),
    BEST(Comparator.comparingInt(Place::stars).reversed().thenComparing(newest())),
    WORST(Comparator.comparingInt(Place::stars).thenComparing(newest()));

    private final Comparator<Place> order;

    ReviewOrder(Comparator<Place> order) {
        this.order = order;
    }

    /**
     * Where a review stands in every order: a page begins after a place, also when what stood there is gone.
     *
     * @param stars first, so that {@code 5.1763720000000.<id>} says it all
     */
    private record Place(int stars, long publishedAt, UUID id) {

        private static final Pattern CURSOR = Pattern.compile("([1-5])\\.([0-9]{1,15})\\.([0-9a-fA-F-]{36})");

        static Place of(Kept<ReviewId, Review> kept) {
            var review = kept.state();
            return new Place(
                    review.marks().stars(),
                    review.publishedAt().toEpochMilli(),
                    kept.id().value());
        }

        static Place parse(String cursor) {
            var match = CURSOR.matcher(cursor);
            if (!match.matches()) {
                throw new ProblemException(Problem.invalid("after", "must be the next of an earlier page"));
            }
            return new Place(
                    Integer.parseInt(match.group(1)), Long.parseLong(match.group(2)), Uuids.parse(match.group(3)));
        }

        @Override
        public String toString() {
            return stars + "." + publishedAt + "." + id;
        }
    }

    /** @param next where the next page begins; null after the last */
    record Page(
            List<Kept<ReviewId, Review>> reviews, @Nullable String next) {}

    /** @param after the {@code next} of the page before; null for the first */
    Page page(List<Kept<ReviewId, Review>> all, @Nullable String after, int limit) {
        var begin = after == null ? null : Place.parse(after);
        var rest = all.stream()
                .filter(kept -> begin == null || order.compare(Place.of(kept), begin) > 0)
                .sorted(Comparator.comparing(Place::of, order))
                .limit(limit + 1L)
                .toList();
        if (rest.size() <= limit) return new Page(rest, null);
        var page = rest.subList(0, limit);
        return new Page(page, Place.of(page.getLast()).toString());
    }

    private static Comparator<Place> newest() {
        return Comparator.comparingLong(Place::publishedAt).reversed().thenComparing(Place::id);
    }
}
