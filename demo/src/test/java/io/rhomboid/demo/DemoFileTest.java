package io.rhomboid.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.demo.DemoFile.DemoTherapist;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class DemoFileTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    final List<DemoFile> files = DemoFile.NAMES.stream()
            .map(name -> DemoFile.read(name, new JsonMapper()))
            .toList();

    @Test
    void clocks_change_by_three_different_rules() {
        var rules = files.stream().map(file -> file.zone().getRules().getTransitionRules());

        assertThat(rules.distinct()).hasSize(3).noneMatch(List::isEmpty);
    }

    @Test
    void there_are_at_least_twelve_therapists_of_each_gender_with_many_languages() {
        assertThat(therapists().map(DemoTherapist::name).distinct().count()).isGreaterThanOrEqualTo(12);
        assertThat(therapists().map(DemoTherapist::gender)).contains("FEMALE", "MALE", "NON_BINARY");
        assertThat(therapists().flatMap(t -> t.languages().stream()).distinct().count())
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void every_technique_can_be_booked_somewhere_and_trigger_point_everywhere() {
        assertThat(therapists().flatMap(t -> t.prices().keySet().stream()).collect(toSet()))
                .containsExactlyInAnyOrder(
                        "DEEP_TISSUE", "SWEDISH", "TRIGGER_POINT", "THAI", "SPORTS", "FOOT", "HOT_STONE");
        assertThat(files)
                .allSatisfy(file -> assertThat(file.therapists())
                        .anyMatch(t -> t.prices()
                                .getOrDefault("TRIGGER_POINT", Map.of())
                                .containsKey(60)));
    }

    @Test
    void nobody_sells_what_they_do_not_practise() {
        assertThat(therapists())
                .allSatisfy(t -> assertThat(t.specializations().keySet())
                        .containsExactlyInAnyOrderElementsOf(t.prices().keySet()));
    }

    @Test
    void one_licence_is_about_to_expire_and_one_has() {
        var lastDays = therapists()
                .map(t -> DemoFile.day(t.licence().validUntil(), TODAY))
                .toList();

        assertThat(lastDays.stream().filter(day -> day.isBefore(TODAY))).hasSize(1);
        assertThat(lastDays.stream().filter(day -> !day.isBefore(TODAY) && day.isBefore(TODAY.plusDays(30))))
                .hasSize(1);
    }

    @Test
    void somebody_is_away_and_somebody_has_other_hours_on_one_day() {
        assertThat(therapists())
                .anyMatch(t -> !t.timeOff().isEmpty())
                .anyMatch(t -> !t.overrides().isEmpty());
    }

    @Test
    void somebody_works_in_two_stretches_and_somebody_in_the_evening() {
        assertThat(hours()).anyMatch(stretches -> stretches.size() == 2);
        assertThat(hours().flatMap(List::stream)).anyMatch(stretch -> stretch.compareTo("16") > 0);
    }

    @Test
    void nobody_works_behind_a_closed_door() {
        assertThat(files).allSatisfy(file -> {
            for (var therapist : file.therapists()) {
                for (var hours : therapist.weekly()) {
                    assertThat(hours.days())
                            .allMatch(day -> hours.hours().stream().allMatch(stretch -> isOpen(file, day, stretch)));
                }
            }
        });
    }

    private static boolean isOpen(DemoFile file, String day, String stretch) {
        return file.open().stream()
                .filter(hours -> hours.days().contains(day))
                .flatMap(hours -> hours.hours().stream())
                .anyMatch(open -> open.substring(0, 5).compareTo(stretch.substring(0, 5)) <= 0
                        && open.substring(6).compareTo(stretch.substring(6)) >= 0);
    }

    @Test
    void each_clinic_is_closed_some_day_that_can_be_asked_for() {
        assertThat(files).allSatisfy(file -> {
            var horizon = file.clinic().at("/policy/horizonDays").asInt();
            assertThat(file.closed()).isNotEmpty();
            assertThat(DemoFile.day(file.closed().getFirst().until(), TODAY)).isBefore(TODAY.plusDays(horizon));
        });
    }

    @Test
    void there_are_fewer_hot_stones_than_tables() {
        assertThat(files).allSatisfy(file -> {
            var kits = count(file.clinic().at("/equipment"), "HOT_STONE_KIT");
            assertThat(kits).isPositive().isLessThan(count(file.clinic().at("/rooms"), "TABLE"));
        });
    }

    @Test
    void nobody_real_is_called_or_written_to() {
        assertThat(files).allSatisfy(file -> {
            assertThat(file.clinic().get("email").asString()).endsWith(".example");
            assertThat(file.clinic().get("phone").asString()).contains("555");
        });
    }

    @Test
    void a_package_is_of_something_that_is_sold_there() {
        assertThat(files)
                .allSatisfy(file -> assertThat(file.therapists())
                        .anyMatch(t -> !t.packages().isEmpty()));
        assertThat(therapists())
                .allSatisfy(t -> assertThat(t.packages())
                        .allSatisfy(several ->
                                assertThat(t.prices().get(several.treatment())).containsKey(several.lengthMinutes())));
    }

    @Test
    void who_was_there_was_treated_by_somebody_at_work_who_gives_that() {
        assertThat(files)
                .allSatisfy(file -> assertThat(file.visits()).isNotEmpty().allSatisfy(visit -> {
                    var therapist = file.therapists().stream()
                            .filter(one -> one.name().equals(visit.therapist()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(therapist.prices().get(visit.treatment())).containsKey(visit.lengthMinutes());
                    var end = visit.at().plusMinutes(visit.lengthMinutes()).toString();
                    assertThat(therapist.weekly())
                            .anyMatch(hours -> hours.days().contains(visit.day().name())
                                    && hours.hours().stream()
                                            .anyMatch(stretch -> stretch.substring(0, 5)
                                                                    .compareTo(visit.at()
                                                                            .toString())
                                                            <= 0
                                                    && stretch.substring(6).compareTo(end) >= 0));
                }));
    }

    @Test
    void a_visit_was_on_the_last_such_day_before_today_on_the_clinics_clock() {
        assertThat(files.getFirst().visits().getFirst().start(TODAY, ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-11-16T09:00+01:00");
        assertThat(files.getFirst().visits().getFirst().start(LocalDate.of(2026, 11, 23), ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-11-16T09:00+01:00");
    }

    @Test
    void one_review_is_answered_one_waits_for_a_moderator_and_one_visit_waits_to_be_reviewed() {
        var visits = files.stream().flatMap(file -> file.visits().stream()).toList();

        assertThat(visits)
                .anyMatch(visit -> visit.answer() != null)
                .anyMatch(visit -> visit.report() != null)
                .anyMatch(visit -> visit.review() == null);
        assertThat(visits)
                .filteredOn(visit -> visit.review() == null)
                .allMatch(visit -> visit.client().has("email"));
    }

    @Test
    void a_picture_is_small_and_always_the_same() {
        assertThat(therapists().map(t -> Drawing.portrait(t.name())))
                .allSatisfy(picture -> assertThat(picture.length).isLessThan(20_000));
        assertThat(Drawing.room("berlin", 0)).hasSizeLessThan(30_000).isEqualTo(Drawing.room("berlin", 0));
    }

    @Test
    void a_day_may_be_relative_to_the_day_of_loading() {
        assertThat(DemoFile.day("+20d", TODAY)).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(DemoFile.day("-12d", TODAY)).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(DemoFile.day("2012-04-01", TODAY)).isEqualTo(LocalDate.of(2012, 4, 1));
    }

    private Stream<DemoTherapist> therapists() {
        return files.stream().flatMap(file -> file.therapists().stream());
    }

    private Stream<List<String>> hours() {
        return therapists().flatMap(t -> t.weekly().stream()).map(DemoFile.DemoHours::hours);
    }

    private static long count(JsonNode list, String word) {
        return list.valueStream()
                .filter(piece -> piece.toString().contains('"' + word + '"'))
                .count();
    }
}
