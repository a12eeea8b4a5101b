package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Rota.DateOverride;
import io.rhomboid.contracts.therapist.Therapist;

import static io.rhomboid.booking.availability.Misfit.LICENCE_MISSING;
import static io.rhomboid.booking.availability.Misfit.NOT_OFFERED;
import static io.rhomboid.booking.availability.Misfit.OUTSIDE_HOURS;
import static io.rhomboid.booking.availability.Misfit.ROOM_GONE;
import static io.rhomboid.booking.availability.Misfit.THERAPIST_UNLISTED;
import static org.assertj.core.api.Assertions.assertThat;

class FlaggingWhatNoLongerFitsTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    OneClinic mitte = new OneClinic();

    @Test
    void nothing_is_flagged_that_fits() {
        assertThat(misfits(MONDAY, 9)).isEmpty();
        assertThat(misfits(MONDAY, 11)).isEmpty();
    }

    @Test
    void a_revoked_licence_flags_exactly_the_days_that_only_it_covered() {
        var first = OneClinic.licence("DE", "2026-01-01", "2026-03-05", Licence.Status.VERIFIED);
        var second = OneClinic.licence("DE", "2026-03-04", "2026-03-10", Licence.Status.VERIFIED);
        mitte.licences = List.of(first, second);
        assertThat(flaggedDays()).containsExactly(11, 12);

        mitte.licences = List.of(first, OneClinic.licence("DE", "2026-03-04", "2026-03-10", Licence.Status.REVOKED));
        assertThat(flaggedDays()).containsExactly(6, 7, 8, 9, 10, 11, 12);

        mitte.licences = List.of(second, OneClinic.licence("DE", "2026-01-01", "2026-03-05", Licence.Status.REVOKED));
        assertThat(flaggedDays()).containsExactly(2, 3, 11, 12);

        mitte.licences = List.of(first, second);
        assertThat(flaggedDays()).containsExactly(11, 12);
    }

    @Test
    void what_is_flagged_for_its_licence_is_what_is_no_longer_offered() {
        mitte.licences = List.of(OneClinic.licence("DE", "2026-01-01", "2026-03-05", Licence.Status.VERIFIED));

        for (int day = 2; day <= 12; day++) {
            var date = MONDAY.withDayOfMonth(day);
            assertThat(mitte.starts(OneClinic.SWEDISH, date.toString()).isEmpty())
                    .as("%s", date)
                    .isEqualTo(misfits(date, 9).contains(LICENCE_MISSING))
                    .isEqualTo(day > 5);
        }
    }

    @Test
    void other_hours_flag_what_lies_outside_of_them_even_in_part() {
        mitte.weekly = OneClinic.everyDay("09:30", "12:00");
        assertThat(misfits(MONDAY, 9)).containsExactly(OUTSIDE_HOURS);
        assertThat(misfits(MONDAY, 10)).isEmpty();

        mitte.overrides = List.of(new DateOverride(OneClinic.MITTE, MONDAY, List.of()));
        assertThat(misfits(MONDAY, 10)).containsExactly(OUTSIDE_HOURS);
        assertThat(misfits(MONDAY.plusDays(1), 10)).isEmpty();
    }

    @Test
    void each_reason_is_told() {
        mitte.listing = Therapist.Listing.PAUSED;
        mitte.offers.clear();
        mitte.rooms = mitte.rooms.subList(1, 2);

        assertThat(misfits(MONDAY, 9)).containsExactlyInAnyOrder(THERAPIST_UNLISTED, NOT_OFFERED, ROOM_GONE);
    }

    private List<Integer> flaggedDays() {
        var days = new ArrayList<Integer>();
        for (int day = 2; day <= 12; day++) {
            var misfits = misfits(MONDAY.withDayOfMonth(day), 9);
            if (!misfits.isEmpty()) {
                assertThat(misfits).containsExactly(LICENCE_MISSING);
                days.add(day);
            }
        }
        return days;
    }

    private Set<Misfit> misfits(LocalDate date, int hour) {
        var berlin = ZoneId.of("Europe/Berlin");
        Instant start = date.atTime(LocalTime.of(hour, 0)).atZone(berlin).toInstant();
        return new FitCheck(mitte.catalogue())
                .misfits(new BookingSnapshot(
                        "RH-7K2M9Q",
                        OneClinic.MITTE,
                        OneClinic.MIRA,
                        OneClinic.LINDE,
                        List.of(),
                        new ClientId(new UUID(1, 1)),
                        OneClinic.SWEDISH,
                        start,
                        start.plusSeconds(3_600),
                        0,
                        0,
                        berlin,
                        OneClinic.PRICE));
    }
}
