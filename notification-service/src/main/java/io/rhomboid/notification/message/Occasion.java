package io.rhomboid.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.LicenceId;

/** A fact that somebody wants to hear of. Occasions along one line are told one after the other, by version. */
public sealed interface Occasion {

    /** Something has become of a booking; its client is told. */
    record OfBooking(BookingEvent event) implements Occasion {

        public News news() {
            return News.of(event).orElseThrow();
        }
    }

    /** A licence will end; the clinics where the therapist works are told. */
    record OfLicence(LicenceExpiring event) implements Occasion {}

    /** How long after its last day a licence's end is worth a mail. */
    Duration LICENCE_IS_NEWS = Duration.ofDays(30);

    Event event();

    /** What it is about, for example {@code booking/5c0e…}. */
    default String line() {
        return switch (this) {
            case OfBooking(var event) -> line(event.bookingId());
            case OfLicence(var event) -> line(event.licenceId());
        };
    }

    static String line(BookingId id) {
        return "booking/" + id;
    }

    static String line(LicenceId id) {
        return "licence/" + id;
    }

    /** Which message tells it. */
    default MessageKind kind() {
        return switch (this) {
            case OfBooking booking -> booking.news().kind();
            case OfLicence _ -> MessageKind.LICENCE;
        };
    }

    /** Why nobody wants to hear of it any more, if so. */
    default Optional<String> tooLate(Instant now) {
        return switch (this) {
            case OfBooking(var event)
            when !now.isBefore(event.booking().visitEnd()) -> Optional.of("the session is over");
            case OfLicence(var event)
            when now.isAfter(
                    event.validUntil().atStartOfDay(ZoneOffset.UTC).toInstant().plus(LICENCE_IS_NEWS)) ->
                Optional.of("the licence ended long ago");
            case OfBooking _, OfLicence _ -> Optional.empty();
        };
    }
}
