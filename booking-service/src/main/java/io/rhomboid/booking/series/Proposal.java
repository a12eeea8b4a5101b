package io.rhomboid.booking.series;

import java.util.List;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.contracts.therapist.TherapistId;

/** The visits of a series as they could be booked; nothing is held. The earliest first, all with one therapist. */
public record Proposal(TherapistId therapistId, List<Visit> visits) {

    public Proposal {
        visits = List.copyOf(visits);
    }

    /** One date of it. */
    public sealed interface Visit {

        record Free(FreeSlot slot) implements Visit {}

        /**
         * @param why every reason, never empty
         * @param alternatives the best first
         */
        record NotFree(AskedStart asked, List<DoesNotFit> why, List<Alternative> alternatives) implements Visit {}
    }

    /** A free start instead of one that can't be had. */
    public record Alternative(Kind kind, FreeSlot slot) {

        public enum Kind {
            /** With the same therapist on the same day. */
            SAME_DAY,
            /** With the same therapist on a day near it, nearer to it than to the visits before and after. */
            NEAR_DAY,
            /**
             * With another therapist of the clinic: at the same time or, where there is nothing else, as near to it as can
             * be.
             */
            OTHER_THERAPIST
        }
    }
}
