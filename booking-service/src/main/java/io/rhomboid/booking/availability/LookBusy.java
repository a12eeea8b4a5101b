package io.rhomboid.booking.availability;

import java.util.UUID;

import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Which starts are held back so that a therapist looks busier than they are. The same for everyone, always, and for
 * every length: a start is held back when {@code mix(most ^ 3 * least ^ cell) mod 100 < percent}, with the two halves
 * of the therapist's id, the start's cell, and SplitMix64's {@code mix}; all numbers of 64 bits without a sign.
 */
final class LookBusy {

    private LookBusy() {}

    static void removeFrom(CellSet starts, TherapistId therapist, int percent) {
        for (long start = starts.next(Long.MIN_VALUE / 2); start != CellSet.NONE; start = starts.next(start + 1)) {
            if (holdsBack(therapist, start, percent)) starts.remove(start, start + 1);
        }
    }

    static boolean holdsBack(TherapistId therapist, long start, int percent) {
        UUID id = therapist.value();
        long mixed = mix(id.getMostSignificantBits() ^ id.getLeastSignificantBits() * 3 ^ start);
        return Long.remainderUnsigned(mixed, 100) < percent;
    }

    private static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
