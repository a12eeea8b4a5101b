package io.rhomboid.contracts.therapist;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Bounds;

/**
 * How a therapist wants a day to fill. Each rule takes starts out of what is offered; none takes a booking away.
 *
 * @param dailyCap the most sessions on one day of a clinic's calendar, or null for as many as fit; at least 1
 * @param bufferBeforeMinutes at least this long free before each session, whatever the clinic says; null for the
 *     clinic's
 * @param bufferAfterMinutes as {@code bufferBeforeMinutes}, after each session
 * @param minimiseGaps offers no start that leaves a gap too short for the therapist's shortest session
 * @param cluster on a day that has a session, offers only starts right beside one
 * @param lookBusyPercent of the free starts of a day, not offered; always the same ones; 0 to 90
 */
public record DiaryRules(
        @Nullable Integer dailyCap,
        @Nullable Integer bufferBeforeMinutes,
        @Nullable Integer bufferAfterMinutes,
        boolean minimiseGaps,
        boolean cluster,
        int lookBusyPercent) {

    public static final DiaryRules NONE = new DiaryRules(null, null, null, false, false, 0);

    public DiaryRules {
        if (dailyCap != null) Bounds.check("dailyCap", dailyCap, 1, 50, 1);
        if (bufferBeforeMinutes != null) Bounds.check("bufferBeforeMinutes", bufferBeforeMinutes, 0, 120, 5);
        if (bufferAfterMinutes != null) Bounds.check("bufferAfterMinutes", bufferAfterMinutes, 0, 120, 5);
        Bounds.check("lookBusyPercent", lookBusyPercent, 0, 90, 1);
    }
}
