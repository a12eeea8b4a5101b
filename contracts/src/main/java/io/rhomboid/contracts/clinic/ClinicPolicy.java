package io.rhomboid.contracts.clinic;

import java.util.List;

import io.rhomboid.contracts.Bounds;
import io.rhomboid.contracts.treatment.TreatmentCode;

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
 * @param noShowPercent of the price, owed by who does not come; 0 to 100
 * @param contactInsideNotice whether clients who come too late for {@code minimumNoticeMinutes} are asked to call
 * @param treatmentBuffers techniques that need other buffers than the clinic's; each technique once
 * @param offerMinutes how long a freed slot is kept for the one on the waitlist to whom it is offered; 5 to 1440, 30
 *     where nothing is said
 * @param waitlistOrder who on the waitlist is offered a freed slot first; first come where nothing is said
 */
public record ClinicPolicy(
        int startGridMinutes,
        int minimumNoticeMinutes,
        int horizonDays,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        int freeCancellationMinutes,
        int lateCancellationPercent,
        int noShowPercent,
        boolean contactInsideNotice,
        List<TreatmentBuffer> treatmentBuffers,
        int offerMinutes,
        WaitlistOrder waitlistOrder) {

    /** Where a clinic says nothing. */
    public static final int USUAL_OFFER_MINUTES = 30;

    public ClinicPolicy {
        Bounds.check("startGridMinutes", startGridMinutes, 5, 60, 5);
        Bounds.check("minimumNoticeMinutes", minimumNoticeMinutes, 0, 30 * 24 * 60, 1);
        Bounds.check("horizonDays", horizonDays, 1, 366, 1);
        Bounds.check("bufferBeforeMinutes", bufferBeforeMinutes, 0, 120, 5);
        Bounds.check("bufferAfterMinutes", bufferAfterMinutes, 0, 120, 5);
        Bounds.check("freeCancellationMinutes", freeCancellationMinutes, 0, 30 * 24 * 60, 1);
        Bounds.check("lateCancellationPercent", lateCancellationPercent, 0, 100, 1);
        Bounds.check("noShowPercent", noShowPercent, 0, 100, 1);
        // Not there in older events, nor the two below.
        treatmentBuffers = treatmentBuffers == null ? List.of() : List.copyOf(treatmentBuffers);
        if (offerMinutes == 0) offerMinutes = USUAL_OFFER_MINUTES;
        Bounds.check("offerMinutes", offerMinutes, 5, 24 * 60, 1);
        if (waitlistOrder == null) waitlistOrder = WaitlistOrder.FIRST_COME;
    }

    /** With the usual waitlist. */
    public ClinicPolicy(
            int startGridMinutes,
            int minimumNoticeMinutes,
            int horizonDays,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            int freeCancellationMinutes,
            int lateCancellationPercent,
            int noShowPercent,
            boolean contactInsideNotice,
            List<TreatmentBuffer> treatmentBuffers) {
        this(
                startGridMinutes,
                minimumNoticeMinutes,
                horizonDays,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                freeCancellationMinutes,
                lateCancellationPercent,
                noShowPercent,
                contactInsideNotice,
                treatmentBuffers,
                USUAL_OFFER_MINUTES,
                WaitlistOrder.FIRST_COME);
    }

    /** The same buffers for every technique, nothing owed by who does not come. */
    public ClinicPolicy(
            int startGridMinutes,
            int minimumNoticeMinutes,
            int horizonDays,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            int freeCancellationMinutes,
            int lateCancellationPercent) {
        this(
                startGridMinutes,
                minimumNoticeMinutes,
                horizonDays,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                freeCancellationMinutes,
                lateCancellationPercent,
                0,
                false,
                List.of());
    }

    /**
     * What one technique needs around it instead of the clinic's buffers.
     *
     * @param beforeMinutes a multiple of 5, 0 to 120
     * @param afterMinutes a multiple of 5, 0 to 120
     */
    public record TreatmentBuffer(TreatmentCode treatment, int beforeMinutes, int afterMinutes) {

        public TreatmentBuffer {
            Bounds.check("beforeMinutes", beforeMinutes, 0, 120, 5);
            Bounds.check("afterMinutes", afterMinutes, 0, 120, 5);
        }
    }
}
