package io.rhomboid.booking.calendar;

/** Writes a calendar as programs read it. The same calendar is the same text, whenever it is written. */
public interface CalendarWriter {

    String write(Calendar calendar);
}
