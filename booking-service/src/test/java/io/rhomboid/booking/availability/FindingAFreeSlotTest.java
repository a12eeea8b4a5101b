package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.clinic.Clinic.TreatmentLengths;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota.DateOverride;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Therapist;

import static io.rhomboid.booking.availability.OneClinic.AHORN;
import static io.rhomboid.booking.availability.OneClinic.HOT_STONE;
import static io.rhomboid.booking.availability.OneClinic.LINDE;
import static io.rhomboid.booking.availability.OneClinic.MIRA;
import static io.rhomboid.booking.availability.OneClinic.MITTE;
import static io.rhomboid.booking.availability.OneClinic.PRICE;
import static io.rhomboid.booking.availability.OneClinic.STONES;
import static io.rhomboid.booking.availability.OneClinic.SWEDISH;
import static io.rhomboid.booking.availability.OneClinic.everyDay;
import static io.rhomboid.booking.availability.OneClinic.hours;
import static io.rhomboid.booking.availability.OneClinic.licence;
import static org.assertj.core.api.Assertions.assertThat;

class FindingAFreeSlotTest {

    /** A Monday, an ordinary one; Berlin is one hour ahead of UTC. */
    static final String MONDAY = "2026-03-02";

    OneClinic mitte = new OneClinic();

    @Test
    void every_grid_start_whose_session_lies_wholly_in_the_hours_is_free() {
        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "09:30", "10:00", "10:30", "11:00");
    }

    @Test
    void a_slot_says_who_where_when_and_for_how_much() {
        assertThat(mitte.slots(SWEDISH, MONDAY).getFirst())
                .isEqualTo(new FreeSlot(
                        MIRA,
                        MITTE,
                        Instant.parse("2026-03-02T08:00:00Z"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        PRICE));
    }

    @Test
    void the_grid_counts_from_midnight_and_not_from_the_start_of_work() {
        mitte.weekly = everyDay("09:10", "12:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:30", "10:00", "10:30", "11:00");
    }

    @Test
    void hours_that_touch_are_one_stretch() {
        mitte.weekly = List.of(
                new WeeklyHours(MITTE, DayOfWeek.MONDAY, hours("09:00", "09:45"), null, null),
                new WeeklyHours(MITTE, DayOfWeek.MONDAY, hours("09:45", "10:30"), null, null));

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "09:30");
    }

    @Test
    void a_session_may_go_past_midnight_when_both_days_are_worked() {
        mitte.weekly = everyDay("00:00", "00:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).hasSize(48).last().isEqualTo("23:30");
    }

    @Test
    void hours_until_midnight_end_with_the_day() {
        mitte.weekly = everyDay("22:00", "00:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("22:00", "22:30", "23:00");
    }

    @Test
    void weekly_hours_count_from_their_first_to_their_last_date() {
        var day = LocalDate.parse(MONDAY);
        mitte.weekly = List.of(
                new WeeklyHours(MITTE, DayOfWeek.MONDAY, hours("09:00", "10:00"), null, day.minusDays(1)),
                new WeeklyHours(MITTE, DayOfWeek.MONDAY, hours("11:00", "12:00"), day, day),
                new WeeklyHours(MITTE, DayOfWeek.MONDAY, hours("15:00", "16:00"), day.plusDays(1), null));

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("11:00");
        assertThat(mitte.starts(SWEDISH, "2026-03-09")).containsExactly("15:00");
    }

    @Test
    void an_override_stands_instead_of_the_weekly_hours() {
        mitte.overrides = List.of(
                new DateOverride(MITTE, LocalDate.parse(MONDAY), List.of(hours("14:00", "15:00"))),
                new DateOverride(MITTE, LocalDate.parse("2026-03-03"), List.of()));

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("14:00");
        assertThat(mitte.starts(SWEDISH, "2026-03-03")).isEmpty();
        assertThat(mitte.starts(SWEDISH, "2026-03-04")).hasSize(5);
    }

    @Test
    void time_off_takes_what_it_touches() {
        mitte.away("2026-03-02T10:59:00+01:00", "2026-03-02T11:05:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "09:30");
    }

    @Test
    void a_licence_covers_its_first_and_its_last_day_and_no_other() {
        mitte.licences = List.of(licence("DE", "2026-03-03", "2026-03-04", Licence.Status.VERIFIED));

        assertThat(mitte.starts(SWEDISH, "2026-03-02")).isEmpty();
        assertThat(mitte.starts(SWEDISH, "2026-03-03")).hasSize(5);
        assertThat(mitte.starts(SWEDISH, "2026-03-04")).hasSize(5);
        assertThat(mitte.starts(SWEDISH, "2026-03-05")).isEmpty();
    }

    @Test
    void a_session_does_not_run_into_a_day_without_licence() {
        mitte.weekly = everyDay("00:00", "00:00");
        mitte.licences = List.of(licence("DE", "2020-01-01", MONDAY, Licence.Status.VERIFIED));

        assertThat(mitte.starts(SWEDISH, MONDAY)).last().isEqualTo("23:00");
    }

    @Test
    void a_licence_counts_only_when_verified_and_only_where_it_is_from() {
        for (var status : Licence.Status.values()) {
            mitte.licences = List.of(licence("DE", "2020-01-01", "2030-01-01", status));
            assertThat(mitte.starts(SWEDISH, MONDAY)).hasSize(status == Licence.Status.VERIFIED ? 5 : 0);
        }
        mitte.licences = List.of(licence("US-NC", "2020-01-01", "2030-01-01", Licence.Status.VERIFIED));
        assertThat(mitte.starts(SWEDISH, MONDAY)).isEmpty();
    }

    @Test
    void only_who_is_listed_is_found() {
        for (var listing : Therapist.Listing.values()) {
            mitte.listing = listing;
            assertThat(mitte.starts(SWEDISH, MONDAY)).hasSize(listing == Therapist.Listing.LISTED ? 5 : 0);
        }
    }

    @Test
    void what_is_not_offered_is_not_found() {
        mitte.offers.removeIf(offer -> offer.treatment().equals(SWEDISH));

        assertThat(mitte.starts(SWEDISH, MONDAY)).isEmpty();
        assertThat(mitte.starts(HOT_STONE, MONDAY)).hasSize(5);
    }

    @Test
    void who_is_busy_in_one_minute_of_it_has_no_time_for_the_session() {
        mitte.taken(Set.of(MIRA), Set.of(), Set.of(), "2026-03-02T10:25:00+01:00", "2026-03-02T10:35:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "11:00");
    }

    @Test
    void buffers_keep_their_distance_from_other_sessions() {
        mitte.policy = new ClinicPolicy(15, 0, 60, 10, 15, 0, 0);
        mitte.taken(Set.of(MIRA), Set.of(), Set.of(), "2026-03-02T10:15:00+01:00", "2026-03-02T10:20:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "10:30", "10:45", "11:00");
    }

    @Test
    void buffers_need_not_lie_in_the_hours() {
        mitte.policy = new ClinicPolicy(30, 0, 60, 120, 120, 0, 0);

        assertThat(mitte.starts(SWEDISH, MONDAY)).first().isEqualTo("09:00");
        assertThat(mitte.starts(SWEDISH, MONDAY)).last().isEqualTo("11:00");
    }

    @Test
    void a_taken_room_does_not_matter_while_another_one_is_free() {
        mitte.taken(Set.of(), Set.of(LINDE), Set.of(), "2026-03-02T09:00:00+01:00", "2026-03-02T12:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).hasSize(5);
    }

    @Test
    void nobody_changes_rooms_in_the_middle_of_a_session() {
        mitte.taken(Set.of(), Set.of(LINDE), Set.of(), "2026-03-02T09:00:00+01:00", "2026-03-02T10:30:00+01:00");
        mitte.taken(Set.of(), Set.of(AHORN), Set.of(), "2026-03-02T10:30:00+01:00", "2026-03-02T12:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("09:00", "09:30", "10:30", "11:00");
    }

    @Test
    void a_room_must_have_everything_the_treatment_needs() {
        mitte.taken(Set.of(), Set.of(AHORN), Set.of(), "2026-03-02T09:00:00+01:00", "2026-03-02T11:00:00+01:00");

        assertThat(mitte.starts(SWEDISH, MONDAY)).hasSize(5);
        assertThat(mitte.starts(HOT_STONE, MONDAY)).containsExactly("11:00");
    }

    @Test
    void one_piece_of_each_kind_must_be_free() {
        mitte.taken(Set.of(), Set.of(), Set.of(STONES), "2026-03-02T09:00:00+01:00", "2026-03-02T10:30:00+01:00");

        assertThat(mitte.starts(HOT_STONE, MONDAY)).containsExactly("10:30", "11:00");
        mitte.equipment = List.of();
        assertThat(mitte.starts(HOT_STONE, MONDAY)).isEmpty();
    }

    @Test
    void minimum_notice_is_counted_from_now() {
        mitte.now = Instant.parse("2026-03-02T08:00:00Z");
        mitte.policy = new ClinicPolicy(30, 60, 60, 0, 0, 0, 0);

        assertThat(mitte.starts(SWEDISH, MONDAY)).containsExactly("10:00", "10:30", "11:00");
    }

    @Test
    void the_past_is_over() {
        mitte.now = Instant.parse("2026-03-02T08:00:01Z");

        assertThat(mitte.starts(SWEDISH, MONDAY)).first().isEqualTo("09:30");
    }

    @Test
    void the_horizon_is_a_day_of_the_clinics_calendar() {
        mitte.zone = ZoneId.of("Pacific/Auckland");
        mitte.policy = new ClinicPolicy(30, 0, 1, 0, 0, 0, 0);
        mitte.now = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(mitte.starts(SWEDISH, "2026-03-03")).hasSize(5);
        assertThat(mitte.starts(SWEDISH, "2026-03-04")).isEmpty();
    }

    @Test
    void nine_o_clock_stays_nine_o_clock_when_the_clocks_change() {
        assertThat(mitte.slots(SWEDISH, "2026-03-28").getFirst().start()).isEqualTo("2026-03-28T08:00:00Z");
        assertThat(mitte.slots(SWEDISH, "2026-03-29").getFirst().start()).isEqualTo("2026-03-29T07:00:00Z");
    }

    @Test
    void the_hour_that_the_clocks_skip_is_not_worked() {
        mitte.weekly = everyDay("01:00", "05:00");

        assertThat(mitte.starts(SWEDISH, "2026-03-29"))
                .as("at two the clocks show three")
                .containsExactly("01:00", "01:30", "03:00", "03:30", "04:00");
    }

    @Test
    void the_hour_that_the_clocks_show_twice_is_worked_twice() {
        mitte.now = Instant.parse("2026-10-20T06:00:00Z");
        mitte.weekly = everyDay("02:00", "03:00");

        assertThat(mitte.slots(SWEDISH, "2026-10-25"))
                .extracting(FreeSlot::start)
                .as("two hours in all, so three starts fit")
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void a_limit_is_kept_and_said() {
        var day = new When.Day(LocalDate.parse(MONDAY));
        var slots = mitte.freeSlots();

        var two = slots.find(new SlotSearch(SWEDISH, 60, null, null, day, day, 2), mitte.now);
        var five = slots.find(new SlotSearch(SWEDISH, 60, null, null, day, day, 5), mitte.now);

        assertThat(two.slots()).hasSize(2);
        assertThat(two.truncated()).isTrue();
        assertThat(five.slots()).hasSize(5);
        assertThat(five.truncated()).isFalse();
    }

    @Test
    void a_search_ends_before_its_last_moment() {
        var from = new When.Moment(Instant.parse("2026-03-02T08:30:00Z"));
        var to = new When.Moment(Instant.parse("2026-03-02T09:30:00Z"));

        var found = mitte.freeSlots().find(new SlotSearch(SWEDISH, 60, MIRA, MITTE, from, to, 9), mitte.now);

        assertThat(found.slots())
                .extracting(FreeSlot::start)
                .containsExactly(Instant.parse("2026-03-02T08:30:00Z"), Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Test
    void a_search_at_the_ends_of_time_finds_nothing_and_breaks_nothing() {
        var far = new When.Moment(Instant.MAX);
        var longAgo = new When.Moment(Instant.MIN);
        var slots = mitte.freeSlots();

        assertThat(slots.find(new SlotSearch(SWEDISH, 60, null, null, far, far, 9), mitte.now)
                        .slots())
                .isEmpty();
        assertThat(slots.find(new SlotSearch(SWEDISH, 60, null, null, longAgo, far, 9), mitte.now)
                        .slots())
                .hasSize(9);
    }

    @Test
    void the_nearest_alternatives_lie_before_and_after_the_lost_start() {
        mitte.taken(Set.of(MIRA), Set.of(), Set.of(), "2026-03-02T10:00:00+01:00", "2026-03-02T11:00:00+01:00");

        assertThat(mitte.freeSlots().nearest(mitte.asked("2026-03-02T10:00:00+01:00"), 3, mitte.now))
                .extracting(slot ->
                        slot.start().atZone(mitte.zone).toLocalDateTime().toString())
                .containsExactly("2026-03-02T09:00", "2026-03-02T11:00", "2026-03-01T11:00");
    }

    @Test
    void a_start_that_was_just_lost_is_no_alternative_to_itself() {
        assertThat(mitte.freeSlots().nearest(mitte.asked("2026-03-02T10:00:00+01:00"), 2, mitte.now))
                .extracting(
                        slot -> slot.start().atZone(mitte.zone).toLocalTime().toString())
                .containsExactly("09:30", "10:30");
    }

    @Test
    void a_clinic_may_let_a_treatment_last_otherwise_than_the_catalogue_has_it() {
        mitte.offers.add(new Offer(MITTE, SWEDISH, 75, OneClinic.PRICE));
        assertThat(slotsOf(75)).isEmpty();

        mitte.treatmentLengths = List.of(new TreatmentLengths(SWEDISH, List.of(75)));
        assertThat(slotsOf(75)).hasSize(4);
        assertThat(slotsOf(60)).isEmpty();
        assertThat(mitte.check("2026-03-02T10:00:00+01:00")).isEqualTo(new StartAnswer.WrongLength(List.of(75)));
    }

    private List<FreeSlot> slotsOf(int minutes) {
        var day = new When.Day(LocalDate.parse("2026-03-02"));
        return mitte.freeSlots()
                .find(new SlotSearch(SWEDISH, minutes, null, null, day, day, 1_000), mitte.now)
                .slots();
    }
}
