package io.rhomboid.therapist.licence;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Licence.Status;
import io.rhomboid.contracts.therapist.LicenceId;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {

    static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "61,",
        "60, TWO_MONTHS",
        "31, TWO_MONTHS",
        "30, ONE_MONTH",
        "8, ONE_MONTH",
        "7, ONE_WEEK",
        "0, ONE_WEEK",
        "-1, OVER",
        "-14, OVER",
        "-15,"
    })
    void is_due_from_its_day_until_the_next_ones(int daysLeft, Notice expected) {
        var licence = licence(LAST_DAY.minusYears(3), LAST_DAY, "DE", Status.VERIFIED);

        var due = Notice.due(licence, List.of(licence), LAST_DAY.minusDays(daysLeft));

        assertThat(due.orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void is_not_due_for_a_licence_that_does_not_count(Status status) {
        var licence = licence(LAST_DAY.minusYears(3), LAST_DAY, "DE", status);

        assertThat(Notice.due(licence, List.of(licence), LAST_DAY)).isEmpty();
    }

    @Test
    void is_not_due_if_the_next_licence_takes_over_without_a_gap() {
        var licence = licence(LAST_DAY.minusYears(3), LAST_DAY, "DE", Status.VERIFIED);
        var next = licence(LAST_DAY.plusDays(1), LAST_DAY.plusYears(3), "DE", Status.VERIFIED);

        assertThat(Notice.due(licence, List.of(licence, next), LAST_DAY)).isEmpty();
    }

    @Test
    void is_due_if_the_next_one_comes_late_is_for_elsewhere_or_not_verified() {
        var licence = licence(LAST_DAY.minusYears(3), LAST_DAY, "DE", Status.VERIFIED);
        for (var next : List.of(
                licence(LAST_DAY.plusDays(2), LAST_DAY.plusYears(3), "DE", Status.VERIFIED),
                licence(LAST_DAY.plusDays(1), LAST_DAY.plusYears(3), "AT", Status.VERIFIED),
                licence(LAST_DAY.plusDays(1), LAST_DAY.plusYears(3), "DE", Status.SUBMITTED))) {
            assertThat(Notice.due(licence, List.of(licence, next), LAST_DAY)).contains(Notice.ONE_WEEK);
        }
    }

    private static Licence licence(LocalDate from, LocalDate until, String jurisdiction, Status status) {
        return new Licence(
                LicenceId.of("d0000000-0000-4000-8000-000000000001"),
                "BE-4711",
                "Gesundheitsamt",
                jurisdiction,
                from,
                until,
                status);
    }
}
