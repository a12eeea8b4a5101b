package io.rhomboid.therapist.search;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.StrictJson;

import static org.assertj.core.api.Assertions.assertThat;

class FindingByWordsTest {

    static final ClinicId MITTE = new ClinicId(new UUID(1, 1));

    final TherapistIndex index = new TherapistIndex(StrictJson.mapper());

    @BeforeEach
    void some_people() {
        index.keep(
                MITTE,
                new Clinic(
                        "Haus am Kanal",
                        ZoneId.of("Europe/Berlin"),
                        "DE",
                        "EUR",
                        new Address("Torstraße 1", null, "München", null, "DE"),
                        new Coordinates(48, 11),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new ClinicPolicy(15, 120, 60, 0, 15, 1440, 50),
                        List.of(),
                        List.of(),
                        Set.of(Amenity.STEP_FREE),
                        List.of()));
        person(1, "Mira Albrecht", "Fourteen years with desk-worn shoulders.", "TRIGGER_POINT");
        person(2, "Emre Yıldız", "Runs marathons slowly.", "SPORTS");
        person(3, "José Núñez", "Warm hands.", "HOT_STONE");
        person(4, "Suda Wongsakul", "Trained in Chiang Mai.", "THAI");
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mira albrecht, Mira Albrecht",
        "ALBRECHT, Mira Albrecht",
        "albrect, Mira Albrecht",
        "albercht, Mira Albrecht",
        "mria, Mira Albrecht",
        "wongsakoll, Suda Wongsakul",
        "yildiz, Emre Yıldız",
        "jose nunez, José Núñez",
        "shoulders, Mira Albrecht",
        "marathon, Emre Yıldız",
        "marat, Emre Yıldız",
        "trigger point, Mira Albrecht",
        "triger point, Mira Albrecht",
        "knots, Mira Albrecht",
        "knost, Mira Albrecht",
        "muscle knots, Mira Albrecht",
        "massage for knots in my shoulders, Mira Albrecht",
        "Verspannung, Mira Albrecht",
        "verspanung, Mira Albrecht",
        "Muskelknoten, Mira Albrecht",
        "contractura, Mira Albrecht",
        "nudos, Mira Albrecht",
        "Sportmassage, Emre Yıldız",
        "masaje deportivo, Emre Yıldız",
        "corredores, Emre Yıldız",
        "heiße Steine, José Núñez",
        "heisse steine, José Núñez",
        "piedras calientes, José Núñez",
        "stretching, Suda Wongsakul",
        "tailandes, Suda Wongsakul",
        "münchen, Mira Albrecht",
        "munchen, Mira Albrecht",
        "muenchen, Mira Albrecht",
        "barrierefrei, Mira Albrecht",
        "wheelchair knots, Mira Albrecht",
        "kanal, Mira Albrecht"
    })
    void is_forgiving_and_knows_the_words_of_the_trade(String words, String name) {
        assertThat(found(words)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xylophone", "lbrecht", "knots marathon", "mur", "kno7s9"})
    void but_not_so_forgiving_that_it_finds_anybody(String words) {
        assertThat(found(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"massage", "a good massage therapist", "¿?", "ich suche eine Massage"})
    void words_that_say_nothing_find_everybody(String words) {
        assertThat(found(words)).hasSize(4);
    }

    @Test
    void of_three_words_one_may_be_missing_and_who_has_all_comes_first() {
        person(5, "Zoe Last", "Necks, and whatever marathons leave behind.", "TRIGGER_POINT");
        index.refresh();

        assertThat(found("stiff neck marathons")).containsExactly("Zoe Last", "Mira Albrecht");
    }

    @Test
    void a_name_weighs_more_than_a_mention() {
        person(5, "Zoe Marathon", "Quiet.", "THAI");
        index.refresh();

        assertThat(found("marathon")).containsExactly("Zoe Marathon", "Emre Yıldız");
    }

    @Test
    void equals_are_sorted_by_rating_and_one_five_does_not_beat_two_hundred_of_4_9() {
        person(5, "Ada King", null, "TRIGGER_POINT");
        person(6, "Bo Lee", null, "TRIGGER_POINT");
        index.rate(id(1), new Rating(200, 4.9, 4.88));
        index.rate(id(6), new Rating(1, 5, 4.2));
        index.refresh();

        assertThat(found("knots")).containsExactly("Mira Albrecht", "Bo Lee", "Ada King");
    }

    private List<String> found(String words) {
        return index.find(Searches.words(words), null, 20).orElseThrow().hits().stream()
                .map(hit -> hit.therapist().name())
                .toList();
    }

    private void person(int number, String name, @Nullable String about, String treatment) {
        var code = TreatmentCode.of(treatment);
        index.keep(
                id(number),
                new Therapist(
                        name,
                        Therapist.Listing.LISTED,
                        Therapist.Gender.FEMALE,
                        List.of("en"),
                        about,
                        2012,
                        List.of(new Specialization(code, 1)),
                        List.of(),
                        number == 1 ? List.of(new Offer(MITTE, code, 60, new Money(8900, "EUR"))) : List.of(),
                        Rota.EMPTY));
    }

    private static TherapistId id(int number) {
        return new TherapistId(new UUID(2, number));
    }
}
