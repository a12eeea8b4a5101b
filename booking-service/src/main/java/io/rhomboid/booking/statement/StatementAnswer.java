package io.rhomboid.booking.statement;

import java.time.Instant;
import java.util.List;

import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.screening.ScreeningDesk.Opened;

/** What becomes of a request about what was answered when somebody booked. */
public sealed interface StatementAnswer {

    record Shown(List<Opened> screenings) implements StatementAnswer {}

    /** It was decided, or could not be, as the booking says. */
    record Decided(Answer answer) implements StatementAnswer {}

    /** It is not their time to read: 409. */
    record NotNow(Instant from, Instant until) implements StatementAnswer {}

    /** The client was forgotten: 410. */
    record Forgotten() implements StatementAnswer {}
}
