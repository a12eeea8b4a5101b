package io.rhomboid.booking.availability;

import io.rhomboid.contracts.therapist.DiaryRules;

/**
 * What a therapist's rules take out of a day's starts, so that the day fills well.
 *
 * <p>A <em>run</em> is free working time between two things that are not: an end of the hours, time off, somebody
 * else's session. Without gaps: a start stays if it is the first or the last that the run has, or if what is left on
 * either side of the session and its buffers is nothing at all or enough for the therapist's shortest session with
 * its buffers. So whatever fits stays bookable, and only a gap that another start would avoid is avoided. Clustered:
 * on a day with a session, a start stays only if it is the first of a run that begins where a session ends, or the
 * last of a run that ends where a session begins.
 *
 * @param shortest cells of the therapist's shortest session, with its buffers
 */
record DayProtection(
        DiaryRules rules, int length, Buffers buffers, int shortest, WallCalendar calendar, BusyTimes busy) {

    /** Whether a start can depend on what is around it. */
    static boolean looksAround(DiaryRules rules) {
        return rules.minimiseGaps() || rules.cluster();
    }

    /**
     * @param starts at which the therapist could begin
     * @param free the cells that are free for them to work in, a day further on either side than the starts matter
     */
    void apply(CellSet starts, CellSet free) {
        for (long begin = free.next(Long.MIN_VALUE / 2); begin != CellSet.NONE; ) {
            long end = free.nextAbsent(begin);
            long first = starts.next(begin);
            if (first == CellSet.NONE) return;
            if (first < end) applyToRun(starts, begin, end, first, starts.previous(end - 1));
            begin = free.next(end);
        }
    }

    private void applyToRun(CellSet starts, long begin, long end, long first, long last) {
        if (rules.minimiseGaps()) {
            remove(starts, begin + buffers.before() + 1, begin + buffers.before() + shortest, first, last);
            long latest = end - length - buffers.after();
            remove(starts, latest - shortest + 1, latest, first, last);
        }
        if (rules.cluster()) {
            boolean afterSession = busy.isInSession(begin - 1);
            boolean beforeSession = busy.isInSession(end);
            for (long start = first; start != CellSet.NONE && start <= last; start = starts.next(start + 1)) {
                boolean beside = start == first && afterSession || start == last && beforeSession;
                if (!beside && busy.sessionsOn(calendar.dayOf(start)) > 0) starts.remove(start, start + 1);
            }
        }
    }

    /** Those between the first and the last of the run. */
    private static void remove(CellSet starts, long from, long to, long first, long last) {
        starts.remove(Math.max(from, first + 1), Math.min(to, last));
    }
}
