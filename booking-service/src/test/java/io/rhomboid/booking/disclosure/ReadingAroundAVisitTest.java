package io.rhomboid.booking.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus;
import io.rhomboid.booking.reservation.CancellationPolicy;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingAroundAVisitTest {

    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:59:59.999Z, false",
        "2026-01-31T10:00:00Z, true",
        "2026-03-02T10:30:00Z, true",
        "2026-03-09T10:59:59.999Z, true",
        "2026-03-09T11:00:00Z, false"
    })
    void from_thirty_days_before_it_begins_to_seven_days_after_it_ends(Instant now, boolean may) {
        assertThat(ReadingTime.isNow(visit(new BookingStatus.Confirmed(TEN)), now))
                .isEqualTo(may);
    }

    @Test
    void a_hold_gives_no_right() {
        var held = visit(new BookingStatus.Held(TEN.plusSeconds(600), 1, false, null));

        assertThat(ReadingTime.isNow(held, TEN)).isFalse();
    }

    private static Booking visit(BookingStatus status) {
        var session = new BookedSession(
                new ClinicId(new UUID(1, 1)),
                new TherapistId(new UUID(1, 2)),
                new RoomId(new UUID(1, 3)),
                List.of(),
                TreatmentCode.of("SWEDISH"),
                TimeSlot.starting(TEN, Duration.ofMinutes(60)),
                5,
                15,
                ZoneId.of("Europe/Berlin"));
        return new Booking(
                new BookingId(new UUID(2, 1)),
                1,
                "RH-222222",
                status,
                new ClientId(new UUID(2, 2)),
                Visit.of(session),
                new Money(89_00, "EUR"),
                new CancellationPolicy(Duration.ofHours(24), 50, 100, false),
                new Money(0, "EUR"),
                null);
    }
}
