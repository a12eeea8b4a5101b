package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.contracts.clinic.ClinicPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/** From nine to five, every day of a year: whatever the clocks do, the one on the wall is right. */
class AYearOnTheWallTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Europe/London",
                "Europe/Dublin",
                "Europe/Lisbon",
                "Africa/Casablanca",
                "Africa/Cairo",
                "America/New_York",
                "America/Los_Angeles",
                "America/St_Johns",
                "America/Havana",
                "America/Santiago",
                "America/Sao_Paulo",
                "Asia/Kathmandu",
                "Asia/Kolkata",
                "Asia/Tokyo",
                "Asia/Tehran",
                "Australia/Lord_Howe",
                "Australia/Adelaide",
                "Pacific/Chatham",
                "Pacific/Apia"
            })
    void no_slot_lies_outside_of_the_hours_and_every_day_has_all_of_its_own(String zone) {
        var clinic = new OneClinic();
        clinic.zone = ZoneId.of(zone);
        clinic.policy = new ClinicPolicy(15, 0, 366, 0, 0, 0, 0);
        clinic.weekly = OneClinic.everyDay("09:00", "17:00");
        clinic.now = Instant.parse("2025-12-31T00:00:00Z");
        var first = LocalDate.parse("2026-01-01");

        var slots = clinic.freeSlots()
                .find(
                        new SlotSearch(
                                OneClinic.SWEDISH,
                                60,
                                null,
                                null,
                                new When.Day(first),
                                new When.Day(LocalDate.parse("2026-12-31")),
                                100_000),
                        clinic.now)
                .slots();

        assertThat(slots).allSatisfy(slot -> {
            var start = slot.start().atZone(clinic.zone);
            var end = slot.end().atZone(clinic.zone);
            assertThat(start.toLocalTime()).isAfterOrEqualTo(NINE);
            assertThat(end.toLocalTime()).isBeforeOrEqualTo(FIVE);
            assertThat(end.toLocalDate()).isEqualTo(start.toLocalDate());
        });
        // From nine to four, four an hour and the last: 29 a day.
        assertThat(slots).hasSize(365 * 29);
    }
}
