package io.rhomboid.therapist.licence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Licence.Status;

/** The warnings before a licence ends, each nearer than the one before. Whoever missed one gets the next alone. */
enum Notice {
    TWO_MONTHS(60),
    ONE_MONTH(30),
    ONE_WEEK(7),
    OVER(-1);

    /** What ended longer ago is known, or nobody minds. */
    private static final int LONGEST_OVER = 14;

    private final int daysLeft;

    Notice(int daysLeft) {
        this.daysLeft = daysLeft;
    }

    /** 1 is the first that there can be. */
    long number() {
        return ordinal() + 1L;
    }

    /**
     * The one that a verified licence calls for on this day; none while it is far from its end, or if another licence
     * for the same place takes over on the day after.
     *
     * @param all licences of the therapist
     */
    static Optional<Notice> due(Licence licence, List<Licence> all, LocalDate today) {
        var left = daysLeft(licence, today);
        if (licence.status() != Status.VERIFIED || left < -LONGEST_OVER) return Optional.empty();

        var dayAfter = licence.validUntil().plusDays(1);
        if (all.stream().anyMatch(other -> other.covers(dayAfter, licence.jurisdiction()))) return Optional.empty();

        Notice nearest = null;
        for (var notice : values()) if (left <= notice.daysLeft) nearest = notice;
        return Optional.ofNullable(nearest);
    }

    static int daysLeft(Licence licence, LocalDate today) {
        return Math.toIntExact(ChronoUnit.DAYS.between(today, licence.validUntil()));
    }
}
