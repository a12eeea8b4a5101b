package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is told and forgotten in whatever order: what is offered is as if all had been told at once. */
class NewsOfTheCatalogueTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant AROUND = Instant.parse("2026-03-29T01:00:00Z");

    private final Availability availability = new Availability();
    private final Map<ClinicId, Versioned<Clinic>> clinics = new HashMap<>();
    private final Map<TreatmentCode, Versioned<Treatment>> treatments = new HashMap<>();
    private final Map<TherapistId, Versioned<Therapist>> therapists = new HashMap<>();
    private long version;

    @RepeatedTest(20)
    void news_by_news_is_the_same_as_all_at_once(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        var random = new Random(seed);
        var world = new RandomWorld(seed, AROUND, BERLIN, BERLIN, ZoneId.of("America/New_York"));
        var other = new RandomWorld(seed + 1_000, AROUND, BERLIN);
        var states = other.therapists.values().toArray(Therapist[]::new);
        for (int i = 0; i < 60; i++) {
            int what = random.nextInt(10);
            if (what < 3) clinic(oneOf(random, world.clinics), random.nextInt(4) == 0);
            else if (what < 4) treatment(oneOf(random, world.treatments), random.nextInt(4) == 0);
            else {
                var therapist = oneOf(random, world.therapists);
                // Now and then somebody comes with other offers, at clinics that are not known.
                var state = random.nextInt(5) == 0 ? states[random.nextInt(states.length)] : therapist.getValue();
                therapist(Map.entry(therapist.getKey(), state), random.nextInt(5) == 0);
            }
            if (random.nextInt(3) == 0) compare(seed, world);
        }
        compare(seed, world);
    }

    private void clinic(Map.Entry<ClinicId, Clinic> clinic, boolean gone) {
        if (gone) {
            availability.forget(clinic.getKey());
            clinics.remove(clinic.getKey());
        } else {
            availability.tell(clinic.getKey(), ++version, clinic.getValue());
            clinics.put(clinic.getKey(), new Versioned<>(version, clinic.getValue()));
        }
    }

    private void treatment(Map.Entry<TreatmentCode, Treatment> treatment, boolean gone) {
        if (gone) {
            availability.forget(treatment.getKey());
            treatments.remove(treatment.getKey());
        } else {
            availability.tell(treatment.getKey(), ++version, treatment.getValue());
            treatments.put(treatment.getKey(), new Versioned<>(version, treatment.getValue()));
        }
    }

    private void therapist(Map.Entry<TherapistId, Therapist> therapist, boolean gone) {
        if (gone) {
            availability.forget(therapist.getKey());
            therapists.remove(therapist.getKey());
        } else {
            availability.tell(therapist.getKey(), ++version, therapist.getValue());
            therapists.put(therapist.getKey(), new Versioned<>(version, therapist.getValue()));
        }
    }

    private static <K, V> Map.Entry<K, V> oneOf(Random random, Map<K, V> all) {
        return all.entrySet().stream()
                .skip(random.nextInt(all.size()))
                .findFirst()
                .orElseThrow();
    }

    private void compare(long seed, RandomWorld world) {
        var diary = world.diary();
        var now = availability.catalogue();
        var afresh = Catalogue.of(clinics, treatments, therapists);
        assertThat(now.size()).as("seed %d", seed).isEqualTo(afresh.size());
        world.treatments.forEach((code, treatment) -> treatment.lengthsMinutes().forEach(length -> {
            for (var clinic : world.clinics.keySet()) compare(seed, world, now, afresh, diary, code, length, clinic);
            compare(seed, world, now, afresh, diary, code, length, null);
        }));
    }

    private static void compare(
            long seed,
            RandomWorld world,
            Catalogue now,
            Catalogue afresh,
            Diary diary,
            TreatmentCode code,
            int length,
            @Nullable ClinicId clinic) {
        var from = new When.Moment(world.now);
        for (int limit : new int[] {1, 7, 100_000}) {
            var search = new SlotSearch(
                    code, length, null, clinic, from, new When.Moment(world.now.plus(Duration.ofDays(4))), limit);
            assertThat(new FreeSlots(now, diary).find(search, world.now))
                    .as("seed %d, %s", seed, search)
                    .isEqualTo(new FreeSlots(afresh, diary).find(search, world.now));
        }
    }
}
