package io.rhomboid.contracts.clinic;

/**
 * The rules by which a clinic takes bookings.
 *
 * @param startGridMinutes sessions start at multiples of this past local midnight; a multiple of 5, 5 to 60
 * @param minimumNoticeMinutes how long before its start a session can be booked at the latest
 * @param horizonDays how many days ahead, counted on the clinic's calendar, a session can be booked
 * @param bufferBeforeMinutes kept free for therapist and room before each session; a multiple of 5
 * @param bufferAfterMinutes kept free for therapist and room after each session; a multiple of 5
 * @param freeCancellationMinutes until this long before the start, cancelling costs nothing
 * @param lateCancellationPercent of the price, owed when cancelled later than that; 0 to 100
 */
public record ClinicPolicy(
        int startGridMinutes,
        int minimumNoticeMinutes,
        int horizonDays,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        int freeCancellationMinutes,
        int lateCancellationPercent) {

    public ClinicPolicy {
        check("startGridMinutes", startGridMinutes, 5, 60, 5);
        check("minimumNoticeMinutes", minimumNoticeMinutes, 0, 30 * 24 * 60, 1);
        check("horizonDays", horizonDays, 1, 366, 1);
        check("bufferBeforeMinutes", bufferBeforeMinutes, 0, 120, 5);
        check("bufferAfterMinutes", bufferAfterMinutes, 0, 120, 5);
        check("freeCancellationMinutes", freeCancellationMinutes, 0, 30 * 24 * 60, 1);
        check("lateCancellationPercent", lateCancellationPercent, 0, 100, 1);
    }

    private static void check(String name, int value, int min, int max, int step) {
        if (value < min || value > max || value % step != 0) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max
                    + (step == 1 ? "" : " in steps of " + step) + ", not " + value);
        }
    }
}
