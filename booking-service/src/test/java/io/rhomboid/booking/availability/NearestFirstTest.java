package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.availability.OneClinic.MIRA;
import static io.rhomboid.booking.availability.OneClinic.MITTE;
import static io.rhomboid.booking.availability.OneClinic.PRICE;
import static io.rhomboid.booking.availability.OneClinic.SWEDISH;
import static org.assertj.core.api.Assertions.assertThat;

class NearestFirstTest {

    static final ClinicId FAR = new ClinicId(new UUID(7, 1));
    static final TherapistId NOA = new TherapistId(new UUID(7, 2));
    static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    static final When.Day TUESDAY = new When.Day(LocalDate.parse("2026-03-03"));

    final OneClinic mitte = new OneClinic();

    /** Mitte lies at 0, 0; a degree is 111 km. */
    final Map<ClinicId, Versioned<Clinic>> clinics =
            new HashMap<>(Map.of(MITTE, new Versioned<>(1, mitte.clinic()), FAR, new Versioned<>(1, lyingAt(0.1))));

    final Map<TherapistId, Versioned<Therapist>> therapists = new HashMap<>(
            Map.of(MIRA, new Versioned<>(1, mitte.mira()), NOA, new Versioned<>(1, workingAt(FAR, "07:00", "10:00"))));

    @Test
    void the_nearer_clinic_comes_first_though_the_other_opens_earlier() {
        assertThat(found(around(0), 100)).startsWith("09:00 MITTE").endsWith("09:00 FAR");
        assertThat(found(around(0.1), 100)).startsWith("07:00 FAR").endsWith("11:00 MITTE");
    }

    @Test
    void the_limit_is_of_all_and_says_whether_there_are_more() {
        int all = found(around(0), 100).size();
        assertThat(freeSlots()
                        .findNearestFirst(search(around(0), all), around(0), NOW)
                        .truncated())
                .isFalse();
        var cut = freeSlots().findNearestFirst(search(around(0), all - 1), around(0), NOW);
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.slots()).hasSize(all - 1);
    }

    @Test
    void what_lies_too_far_away_is_not_found() {
        assertThat(found(new Around(new Coordinates(0, 0), 11), 100)).noneMatch(slot -> slot.endsWith("FAR"));
    }

    @Test
    void whoever_is_nearest_comes_first_in_good_times() {
        var here = search(around(0), 10);
        assertThat(freeSlots().goodTimes(here, NOW))
                .extracting(GoodTimes::therapistId)
                .containsExactly(NOA, MIRA);
        assertThat(freeSlots().goodTimesNearestFirst(here, around(0), NOW))
                .extracting(GoodTimes::therapistId)
                .containsExactly(MIRA, NOA);
        assertThat(freeSlots().goodTimesNearestFirst(search(around(0), 1), around(0), NOW))
                .extracting(GoodTimes::therapistId)
                .containsExactly(MIRA);
    }

    /** The naive way: all there is, sorted. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void is_all_that_there_is_by_distance_and_then_start(long seed) {
        var random = new Random(seed);
        clinics.clear();
        therapists.clear();
        for (int i = 0; i < 6; i++) {
            var clinic = new ClinicId(new UUID(8, i));
            clinics.put(clinic, new Versioned<>(1, lyingAt(random.nextInt(5) / 20.0)));
            for (int j = 0; j < 2; j++) {
                therapists.put(
                        new TherapistId(new UUID(9, 2 * i + j)),
                        new Versioned<>(1, workingAt(clinic, "0" + (6 + random.nextInt(4)) + ":00", "12:00")));
            }
        }
        var around = new Around(new Coordinates(random.nextInt(5) / 20.0, 0), 10 + random.nextInt(30));
        var free = freeSlots();
        var all = free.find(search(around, 1_000), NOW).slots();
        int limit = 1 + random.nextInt(all.size() + 5);

        var sorted = all.stream()
                .sorted(Comparator.comparingDouble((FreeSlot slot) ->
                                around.kmTo(clinics.get(slot.clinicId()).state().coordinates()))
                        .thenComparing(FreeSlot::clinicId, Comparator.comparing(ClinicId::value)))
                .limit(limit)
                .toList();
        assertThat(free.findNearestFirst(search(around, limit), around, NOW))
                .isEqualTo(new FreeSlots.Found(sorted, all.size() > limit));
    }

    private List<String> found(Around around, int limit) {
        return freeSlots().findNearestFirst(search(around, limit), around, NOW).slots().stream()
                .map(slot -> LocalTime.ofInstant(slot.start(), mitte.zone)
                        + (slot.clinicId().equals(FAR) ? " FAR" : " MITTE"))
                .toList();
    }

    private FreeSlots freeSlots() {
        return new FreeSlots(
                Catalogue.of(clinics, Map.of(SWEDISH, new Versioned<>(1, OneClinic.swedish())), therapists),
                new Diary());
    }

    private static Around around(double latitude) {
        return new Around(new Coordinates(latitude, 0), 25);
    }

    private static SlotSearch search(Around around, int limit) {
        return new SlotSearch(SWEDISH, 60, null, null, TUESDAY, TUESDAY, limit, Set.of(), Set.of(), around);
    }

    private Clinic lyingAt(double latitude) {
        var like = mitte.clinic();
        return new Clinic(
                "Far",
                like.zone(),
                like.jurisdiction(),
                like.currency(),
                like.address(),
                new Coordinates(latitude, 0),
                null,
                null,
                like.rooms(),
                like.equipment(),
                like.policy(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    private Therapist workingAt(ClinicId clinic, String from, String to) {
        var like = mitte.mira();
        return new Therapist(
                "Noa",
                like.listing(),
                like.gender(),
                like.languages(),
                null,
                2012,
                List.of(),
                like.licences(),
                List.of(new Offer(clinic, SWEDISH, 60, PRICE)),
                new Rota(
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(day -> new WeeklyHours(
                                        clinic, DayOfWeek.of(day), OneClinic.hours(from, to), null, null))
                                .toList(),
                        List.of(),
                        List.of(),
                        like.rota().rules()));
    }
}
