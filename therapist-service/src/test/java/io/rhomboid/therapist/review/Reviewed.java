package io.rhomboid.therapist.review;

import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;

import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.therapist.store.Records;

/** Sessions that were reviewed, for tests that need one that is. */
@TestComponent
public class Reviewed {

    private final Records<ReviewId, Review> records;

    Reviewed(Records<ReviewId, Review> records) {
        this.records = records;
    }

    /** The id of a review of this therapist. */
    public String reviewOf(String therapist) {
        var id = new ReviewId(UUID.randomUUID());
        var key = new IdempotencyKey(id.toString());
        records.create(id, key, "", () -> Samples.review(TherapistId.of(therapist), Samples.GOOD));
        return id.toString();
    }
}
