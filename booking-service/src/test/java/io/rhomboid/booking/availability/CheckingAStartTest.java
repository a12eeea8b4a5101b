package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.Contact;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.InThePast;
import io.rhomboid.booking.availability.StartAnswer.NoEquipment;
import io.rhomboid.booking.availability.StartAnswer.NoLicence;
import io.rhomboid.booking.availability.StartAnswer.NoRoom;
import io.rhomboid.booking.availability.StartAnswer.NotListed;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.availability.StartAnswer.OffGrid;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartAnswer.TimeOff;
import io.rhomboid.booking.availability.StartAnswer.TooShortNotice;
import io.rhomboid.booking.availability.StartAnswer.UnknownClinic;
import io.rhomboid.booking.availability.StartAnswer.UnknownTherapist;
import io.rhomboid.booking.availability.StartAnswer.UnknownTreatment;
import io.rhomboid.booking.availability.StartAnswer.WrongLength;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

import static io.rhomboid.booking.availability.OneClinic.AHORN;
import static io.rhomboid.booking.availability.OneClinic.HOT_STONE;
import static io.rhomboid.booking.availability.OneClinic.LINDE;
import static io.rhomboid.booking.availability.OneClinic.MIRA;
import static io.rhomboid.booking.availability.OneClinic.MITTE;
import static io.rhomboid.booking.availability.OneClinic.PRICE;
import static io.rhomboid.booking.availability.OneClinic.STONES;
import static io.rhomboid.booking.availability.OneClinic.STONE_KIT;
import static io.rhomboid.booking.availability.OneClinic.SWEDISH;
import static org.assertj.core.api.Assertions.assertThat;

class CheckingAStartTest {

    static final String TEN = "2026-03-02T10:00:00+01:00";
    static final String ELEVEN = "2026-03-02T11:00:00+01:00";

    OneClinic mitte = new OneClinic();

    @Test
    void fits_with_price_rooms_and_the_rules_to_book_by() {
        assertThat(mitte.check(TEN))
                .isEqualTo(new Fits(
                        Instant.parse(ELEVEN),
                        mitte.zone,
                        mitte.policy,
                        PRICE,
                        0,
                        0,
                        List.of(LINDE, AHORN),
                        new TreeMap<>(),
                        Optional.empty()));
    }

    @Test
    void rooms_that_seem_free_come_first() {
        mitte.taken(Set.of(), Set.of(LINDE), Set.of(), TEN, ELEVEN);

        assertThat(mitte.check(TEN))
                .isInstanceOfSatisfying(
                        Fits.class, fits -> assertThat(fits.rooms()).containsExactly(AHORN, LINDE));
    }

    @Test
    void equipment_is_told_by_kind() {
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, HOT_STONE, 60, Instant.parse(TEN))))
                .isInstanceOfSatisfying(Fits.class, fits -> {
                    assertThat(fits.rooms()).containsExactly(AHORN);
                    assertThat(fits.equipment()).containsOnlyKeys(STONE_KIT);
                    assertThat(fits.equipment().get(STONE_KIT)).containsExactly(STONES);
                });
    }

    @Test
    void a_booking_may_move_to_a_slot_that_overlaps_its_own() {
        var booking = BookingId.of("b0000000-0000-4000-8000-000000000001");
        var own = new Claim(Set.of(MIRA), Set.of(LINDE, AHORN), Set.of(), Instant.parse(TEN), Instant.parse(ELEVEN));
        mitte.diary.claim(booking, 1, own);
        var asked = mitte.asked("2026-03-02T10:30:00+01:00");

        assertThat(mitte.check(asked)).isEqualTo(new Busy());
        assertThat(new StartCheck(mitte.catalogue(), mitte.diary.without(booking)).check(asked, mitte.now))
                .isInstanceOf(Fits.class);
    }

    @Test
    void unknown_therapist() {
        var nobody = TherapistId.of("10000000-0000-4000-8000-000000000009");
        assertThat(mitte.check(new AskedStart(nobody, MITTE, SWEDISH, 60, Instant.parse(TEN))))
                .isEqualTo(new UnknownTherapist());
    }

    @Test
    void unknown_clinic() {
        var nowhere = ClinicId.of("c1000000-0000-4000-8000-000000000009");
        assertThat(mitte.check(new AskedStart(MIRA, nowhere, SWEDISH, 60, Instant.parse(TEN))))
                .isEqualTo(new UnknownClinic());
    }

    @Test
    void unknown_treatment() {
        var nothing = TreatmentCode.of("NOTHING");
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, nothing, 60, Instant.parse(TEN))))
                .isEqualTo(new UnknownTreatment());
    }

    @Test
    void a_length_that_the_treatment_never_lasts_is_told_with_those_it_may() {
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, SWEDISH, 45, Instant.parse(TEN))))
                .isEqualTo(new WrongLength(List.of(30, 60, 90)));
    }

    @Test
    void a_length_that_this_therapist_does_not_offer_is_told_with_those_she_does() {
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, SWEDISH, 90, Instant.parse(TEN))))
                .isEqualTo(new NotOffered(List.of(60)));
    }

    @Test
    void a_treatment_that_she_does_not_give() {
        mitte.offers.clear();
        assertThat(mitte.check(TEN)).isEqualTo(new NotOffered(List.of()));
    }

    @Test
    void a_therapist_who_is_not_listed() {
        mitte.listing = Therapist.Listing.DRAFT;
        assertThat(mitte.check(TEN)).isEqualTo(new NotListed());
    }

    @Test
    void a_start_in_the_past() {
        assertThat(mitte.check("2026-03-01T06:59:59+01:00")).isEqualTo(new InThePast());
    }

    @Test
    void a_clinic_that_takes_calls_is_named_to_who_comes_too_late() {
        mitte.policy = new ClinicPolicy(30, 120, 60, 0, 0, 0, 0, 0, true, List.of());
        mitte.now = Instant.parse("2026-03-02T08:00:01Z");

        assertThat(mitte.check(TEN))
                .isInstanceOfSatisfying(
                        TooShortNotice.class,
                        notice -> assertThat(notice.contact()).contains(new Contact(null, null)));
    }

    @Test
    void too_short_a_notice_says_when_it_would_be_enough() {
        mitte.policy = new ClinicPolicy(30, 120, 60, 0, 0, 0, 0);
        mitte.now = Instant.parse("2026-03-02T08:00:01Z");

        assertThat(mitte.check(TEN))
                .isEqualTo(new TooShortNotice(Instant.parse("2026-03-02T10:00:01Z"), Optional.empty()));
        mitte.now = Instant.parse("2026-03-02T07:00:00Z");
        assertThat(mitte.check(TEN)).isInstanceOf(Fits.class);
    }

    @Test
    void beyond_the_horizon_says_the_last_day() {
        assertThat(mitte.check("2026-05-01T10:00:00+02:00"))
                .isEqualTo(new BeyondHorizon(LocalDate.parse("2026-04-30")));
        assertThat(mitte.check("2026-04-30T10:00:00+02:00")).isInstanceOf(Fits.class);
    }

    @Test
    void off_the_grid_says_the_starts_around_it() {
        var around = new OffGrid(Instant.parse(TEN), Instant.parse("2026-03-02T10:30:00+01:00"));

        assertThat(mitte.check("2026-03-02T10:15:00+01:00")).isEqualTo(around);
        assertThat(mitte.check("2026-03-02T10:00:01+01:00")).isEqualTo(around);
        assertThat(mitte.check("2026-03-02T10:29:59.999+01:00")).isEqualTo(around);
    }

    @Test
    void partly_outside_the_hours() {
        assertThat(mitte.check("2026-03-02T11:30:00+01:00")).isEqualTo(new OutsideHours());
        assertThat(mitte.check("2026-03-02T08:30:00+01:00")).isEqualTo(new OutsideHours());
    }

    @Test
    void partly_in_time_off() {
        mitte.away("2026-03-02T10:59:59+01:00", "2026-03-02T18:00:00+01:00");
        assertThat(mitte.check(TEN)).isEqualTo(new TimeOff());
    }

    @Test
    void without_a_licence() {
        mitte.licences = List.of();
        assertThat(mitte.check(TEN)).isEqualTo(new NoLicence());
    }

    @Test
    void a_busy_therapist() {
        mitte.taken(Set.of(MIRA), Set.of(), Set.of(), "2026-03-02T10:55:00+01:00", ELEVEN);
        assertThat(mitte.check(TEN)).isEqualTo(new Busy());
    }

    @Test
    void no_suitable_room() {
        mitte.rooms = List.of();
        assertThat(mitte.check(TEN)).isEqualTo(new NoRoom());
    }

    @Test
    void no_free_equipment() {
        mitte.taken(Set.of(), Set.of(), Set.of(STONES), TEN, ELEVEN);
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, HOT_STONE, 60, Instant.parse(TEN))))
                .isEqualTo(new NoEquipment(STONE_KIT));
    }

    @Test
    void the_ends_of_time_are_answered_like_any_other_moment() {
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, SWEDISH, 60, Instant.MIN)))
                .isEqualTo(new InThePast());
        assertThat(mitte.check(new AskedStart(MIRA, MITTE, SWEDISH, 60, Instant.MAX)))
                .isInstanceOf(BeyondHorizon.class);
    }
}
