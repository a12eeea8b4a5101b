package io.rhomboid.booking.availability;

/** What is kept free around a session for therapist, room and equipment; in cells. */
record Buffers(int before, int after) {

    static Buffers ofMinutes(int before, int after) {
        return new Buffers(before / CellSet.MINUTES, after / CellSet.MINUTES);
    }

    /** The longer of both on either side. */
    Buffers atLeast(Buffers other) {
        return new Buffers(Math.max(before, other.before), Math.max(after, other.after));
    }
}
