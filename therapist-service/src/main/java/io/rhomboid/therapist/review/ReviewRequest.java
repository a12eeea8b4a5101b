package io.rhomboid.therapist.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.review.Marks;
import io.rhomboid.therapist.http.Text;

/**
 * What a client says about a session.
 *
 * @param bookingId the session
 * @param reference of that booking, from the mail that confirmed it: shows that it was theirs
 * @param stars on the whole; like the other marks 1, bad, to 5, very good
 * @param text plain; shown to everybody
 * @param session which session of a visit of several, from 1; the first by default
 * @param shownName their first name or another by which they want to be shown; nobody's by default
 */
record ReviewRequest(
        @NotNull BookingId bookingId,
        @NotNull @Text(max = 20) String reference,
        @NotNull @Min(1) @Max(5) Integer stars,
        @NotNull @Min(1) @Max(5) Integer communication,
        @NotNull @Min(1) @Max(5) Integer comfort,
        @NotNull @Min(1) @Max(5) Integer place,
        @NotNull @Min(1) @Max(5) Integer result,
        @Nullable @Text(max = 4000, lines = true) String text,
        @Nullable @Text(max = 40) String shownName,
        @Nullable @Min(1) @Max(4) Integer session) {

    int number() {
        return session == null ? 1 : session;
    }

    Marks marks() {
        return new Marks(stars, communication, comfort, place, result);
    }

    Words words() {
        return new Words(text, shownName);
    }
}
