package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.StartAnswer.CappedDay;
import io.rhomboid.booking.availability.StartAnswer.Closed;
import io.rhomboid.booking.availability.StartAnswer.DayFull;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.HeldBack;
import io.rhomboid.booking.availability.StartAnswer.InBuffer;
import io.rhomboid.booking.availability.StartAnswer.NoLicence;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartAnswer.OutsideOpeningHours;
import io.rhomboid.booking.availability.StartAnswer.Protected;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.ClinicPolicy.TreatmentBuffer;
import io.rhomboid.contracts.therapist.DiaryRules;

import static io.rhomboid.booking.availability.OneClinic.HOT_STONE;
import static io.rhomboid.booking.availability.OneClinic.SWEDISH;
import static org.assertj.core.api.Assertions.assertThat;

/** What the clinic's door and the therapist's rules leave of nine to twelve, on Monday, 2 March. */
class ShapingADayTest {

    static final String MONDAY = "2026-03-02";
    static final LocalDate DATE = LocalDate.parse(MONDAY);

    private static final SlotSearch TWO_MONTHS = new SlotSearch(
            SWEDISH, 60, null, null, new When.Day(DATE), new When.Day(LocalDate.parse("2026-04-28")), 100_000);

    OneClinic mitte = new OneClinic();

    @Test
    void nobody_is_treated_while_the_door_is_shut() {
        mitte.openingHours = List.of(new OpeningHours(DayOfWeek.MONDAY, OneClinic.hours("09:30", "11:00")));

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:30", "10:00");
        assertThat(mitte.starts(SWEDISH, "2026-03-03")).isEmpty();
        assertThat(mitte.check("2026-03-02T10:30:00+01:00")).isEqualTo(new OutsideOpeningHours());
    }

    @Test
    void a_closure_shuts_whole_days_and_says_why() {
        mitte.closures = List.of(new Closure(DATE, DATE.plusDays(1), "Carnival"));

        assertThat(mitte.starts(SWEDISH, MONDAY)).isEmpty();
        assertThat(mitte.starts(SWEDISH, "2026-03-03")).isEmpty();
        assertThat(mitte.starts(SWEDISH, "2026-03-04")).hasSize(5);
        assertThat(mitte.check("2026-03-02T10:00:00+01:00")).isEqualTo(new Closed("Carnival"));
    }

    @Test
    void a_technique_may_need_other_buffers_than_the_clinic() {
        mitte.policy =
                new ClinicPolicy(30, 0, 60, 0, 30, 0, 0, 0, false, List.of(new TreatmentBuffer(HOT_STONE, 30, 0)));
        mitte.session("2026-03-02T10:00:00+01:00", "2026-03-02T11:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("11:00");
        assertThat(mitte.starts(HOT_STONE, MONDAY)).containsExactly("09:00");
        assertThat(mitte.check("2026-03-02T09:00:00+01:00")).isEqualTo(new InBuffer(0, 30));
    }

    @Test
    void a_therapist_who_needs_longer_buffers_gets_them() {
        mitte.policy = new ClinicPolicy(30, 0, 60, 0, 15, 0, 0);
        mitte.rules = new DiaryRules(null, 30, 5, false, false, 0);
        mitte.session("2026-03-02T09:00:00+01:00", "2026-03-02T09:30:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("10:00", "10:30", "11:00");
        assertThat(mitte.check("2026-03-02T10:00:00+01:00")).isInstanceOfSatisfying(Fits.class, fits -> {
            assertThat(fits.bufferBeforeMinutes()).isEqualTo(30);
            assertThat(fits.bufferAfterMinutes()).isEqualTo(15);
        });
    }

    @Test
    void a_day_has_only_so_many_sessions_and_time_off_is_none() {
        mitte.rules = new DiaryRules(1, null, null, false, false, 0);
        mitte.taken(
                Set.of(OneClinic.MIRA), Set.of(), Set.of(), "2026-03-03T09:00:00+01:00", "2026-03-03T10:00:00+01:00");
        mitte.session("2026-03-02T09:00:00+01:00", "2026-03-02T10:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).isEmpty();
        assertThat(mitte.starts(SWEDISH, "2026-03-03")).containsExactly("10:00", "10:30", "11:00");
        assertThat(mitte.check("2026-03-02T10:30:00+01:00")).isEqualTo(new DayFull(new CappedDay(DATE, 1, 1)));
    }

    @Test
    void without_gaps_what_is_left_is_nothing_or_enough_for_another() {
        mitte.rules = new DiaryRules(null, null, null, true, false, 0);

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "10:00", "11:00");
        assertThat(mitte.check("2026-03-02T09:30:00+01:00")).isEqualTo(new Protected());
    }

    @Test
    void a_gap_that_no_start_avoids_is_nobodys_fault() {
        mitte.rules = new DiaryRules(null, null, null, true, false, 0);
        mitte.session("2026-03-02T10:30:00+01:00", "2026-03-02T12:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "09:30");
    }

    @Test
    void clustered_sessions_stand_side_by_side_once_there_is_one() {
        mitte.rules = new DiaryRules(null, null, null, false, true, 0);
        assertThat(mitte.starts(SWEDISH, MONDAY)).hasSize(5);

        mitte.weekly = OneClinic.everyDay("09:00", "18:00");
        mitte.session("2026-03-02T12:00:00+01:00", "2026-03-02T13:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("11:00", "13:00");
        assertThat(mitte.starts(SWEDISH, "2026-03-03")).hasSize(17);
        assertThat(mitte.check("2026-03-02T15:00:00+01:00")).isEqualTo(new Protected());
    }

    @Test
    void looking_busy_hides_about_so_many_and_always_the_same() {
        mitte.weekly = OneClinic.everyDay("00:00", "00:00");
        var all = mitte.freeSlots().find(TWO_MONTHS, mitte.now).slots();
        mitte.rules = new DiaryRules(null, null, null, false, false, 40);
        var shown = mitte.freeSlots().find(TWO_MONTHS, mitte.now).slots();
        mitte.now = mitte.now.plusSeconds(7 * 86_400);
        var aWeekLater = mitte.freeSlots().find(TWO_MONTHS, mitte.now).slots();

        assertThat((double) shown.size() / all.size()).isBetween(0.55, 0.65);
        assertThat(aWeekLater)
                .isEqualTo(shown.stream()
                        .filter(slot -> !slot.start().isBefore(mitte.now))
                        .toList());
        var hidden =
                all.stream().filter(slot -> !shown.contains(slot)).findFirst().orElseThrow();
        mitte.now = Instant.parse("2026-03-01T06:00:00Z");
        assertThat(mitte.check(mitte.asked(hidden.start().toString()))).isEqualTo(new HeldBack());
    }

    @Test
    void the_staff_may_book_what_is_only_a_wish() {
        mitte.rules = new DiaryRules(null, null, null, true, false, 0);
        var check = new StartCheck(mitte.catalogue(), mitte.diary);
        var asked = mitte.asked("2026-03-02T09:30:00+01:00");

        assertThat(check.check(asked, mitte.now, StartCheck.WISHES)).isInstanceOf(Fits.class);
        mitte.weekly = List.of();
        assertThat(new StartCheck(mitte.catalogue(), mitte.diary).check(asked, mitte.now, StartCheck.WISHES))
                .isEqualTo(new OutsideHours());
    }

    @Test
    void all_that_speaks_against_a_start_is_told() {
        mitte.closures = List.of(new Closure(DATE, DATE, null));
        mitte.licences = List.of();
        mitte.weekly = OneClinic.everyDay("09:00", "10:30");

        assertThat(new StartCheck(mitte.catalogue(), mitte.diary)
                        .reasons(mitte.asked("2026-03-02T10:00:00+01:00"), mitte.now))
                .containsExactly(new OutsideHours(), new Closed(null), new NoLicence());
    }
}
