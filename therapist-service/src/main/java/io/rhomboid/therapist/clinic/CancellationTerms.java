package io.rhomboid.therapist.clinic;

import io.rhomboid.contracts.clinic.ClinicPolicy;

/** What a clinic's numbers mean for a client, in a sentence. */
final class CancellationTerms {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private CancellationTerms() {}

    /** For example "Free until 24 hours before; later half the price; not coming costs the full price." */
    static String of(int freeMinutes, int latePercent, int noShowPercent) {
        var noShow = "not coming costs " + share(noShowPercent) + ".";
        if (latePercent == 0 || freeMinutes == 0) return "Free until the session begins; " + noShow;
        return "Free until " + span(freeMinutes) + " before; later " + share(latePercent) + "; " + noShow;
    }

    static String of(ClinicPolicy policy) {
        return of(policy.freeCancellationMinutes(), policy.lateCancellationPercent(), policy.noShowPercent());
    }

    private static String share(int percent) {
        return switch (percent) {
            case 0 -> "nothing";
            case 50 -> "half the price";
            case 100 -> "the full price";
            default -> percent + "% of the price";
        };
    }

    /** Whole days only from three on: "24 hours" says more clearly than "a day" when it is over. */
    private static String span(int minutes) {
        if (minutes > 3 * DAY && minutes % DAY == 0) return count(minutes / DAY, "day");
        if (minutes % HOUR == 0) return count(minutes / HOUR, "hour");
        return minutes < HOUR
                ? count(minutes, "minute")
                : count(minutes / HOUR, "hour") + " " + count(minutes % HOUR, "minute");
    }

    private static String count(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
