package io.rhomboid.booking.availability;

/** Tells the diary again what the store has, because something may have been missed. Returns at once. */
@FunctionalInterface
public interface DiaryFilling {

    void fill();
}
