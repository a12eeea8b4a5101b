package io.rhomboid.therapist.rota;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class RotasTest {

    static final LocalDate A_MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Api api;

    String clinic = "";
    String therapist = "";

    @BeforeEach
    void a_therapist_without_hours() {
        clinic = api.post("/clinics", Examples.clinic()).text("/id");
        therapist = api.post("/therapists", Examples.therapist()).location();
    }

    @Test
    void hours_are_kept_as_the_clinics_wall_clock_shows_them() {
        var answer = put(rota(weekly("MONDAY", "09:00", "13:00"), weekly("MONDAY", "14:00", "00:00")));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/rota/weekly")).hasSize(2);
        assertThat(answer.text("/rota/weekly/1/hours/from")).isEqualTo("14:00:00");
        assertThat(answer.text("/rota/weekly/1/hours/to")).isEqualTo("00:00:00");
    }

    @Test
    void hours_of_one_day_may_touch_but_not_overlap() {
        var morning = weekly("MONDAY", "09:00", "13:00");

        assertThat(put(rota(morning, weekly("MONDAY", "13:00", "18:00"))).status())
                .isEqualTo(200);
        assertThat(put(rota(morning, weekly("TUESDAY", "09:00", "13:00"))).status())
                .isEqualTo(200);
        assertThat(put(rota(morning, weekly("MONDAY", "12:55", "18:00"))).firstError())
                .isEqualTo("weekly[1].hours must not overlap weekly[0].hours");
        assertThat(put(rota(weekly("MONDAY", "20:00", "00:00"), weekly("MONDAY", "23:00", "23:30")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hours_at_two_clinics_may_not_overlap_either() {
        var other = api.post("/clinics", Examples.clinic()).text("/id");
        var morning = weekly("MONDAY", "09:00", "13:00");

        assertThat(put(rota(morning, Examples.weekly(other, "MONDAY", "12:00", "18:00")))
                        .firstError())
                .isEqualTo("weekly[1].hours must not overlap weekly[0].hours");
        assertThat(put(rota(morning, Examples.weekly(other, "MONDAY", "14:00", "18:00")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void hours_that_are_valid_at_different_times_of_the_year_may_overlap() {
        var winter = weekly("MONDAY", "09:00", "13:00").put("validUntil", "2026-04-30");
        var summer = weekly("MONDAY", "08:00", "12:00").put("validFrom", "2026-05-01");

        assertThat(put(rota(winter, summer)).status()).isEqualTo(200);
        assertThat(put(rota(winter.put("validUntil", "2026-05-01"), summer)).status())
                .isEqualTo(400);
    }

    @Test
    void nobody_works_on_two_clocks_in_the_same_weeks() {
        var auckland = api.post("/clinics", Examples.clinic().put("zone", "Pacific/Auckland"))
                .text("/id");
        var north = weekly("MONDAY", "09:00", "13:00").put("validUntil", "2026-11-30");
        var south = Examples.weekly(auckland, "FRIDAY", "09:00", "13:00");

        assertThat(put(rota(north, south)).firstError()).startsWith("weekly[1].clinicId must be on the clock of");
        assertThat(put(rota(north, south.put("validFrom", "2026-12-01"))).status())
                .isEqualTo(200);
    }

    @Test
    void one_date_may_be_other_than_its_weekday_but_overlaps_nothing() {
        var other = api.post("/clinics", Examples.clinic()).text("/id");
        var monday = weekly("MONDAY", "09:00", "13:00");

        assertThat(put(rota(monday), override(clinic, "['10:00-16:00']")).status())
                .isEqualTo(200);
        assertThat(put(rota(monday), override(other, "['10:00-16:00']")).firstError())
                .isEqualTo("overrides[0].hours[0] must not overlap weekly[0].hours");
        assertThat(put(rota(monday), override(clinic, "[]"), override(other, "['10:00-16:00']"))
                        .status())
                .isEqualTo(200);
        assertThat(put(rota(monday), override(clinic, "['10:00-12:00', '11:00-13:00']"))
                        .firstError())
                .isEqualTo("overrides[0].hours[1] must not overlap overrides[0].hours[0]");
        assertThat(put(rota(monday), override(clinic, "[]"), override(clinic, "[]"))
                        .firstError())
                .startsWith("overrides[1] must be the only one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/weekly | | weekly",
                "/weekly/0/clinicId | '0b8f7b0e-0000-4000-8000-000000000001' | weekly[0].clinicId",
                "/weekly/0/day | 'MO' | weekly[0].day",
                "/weekly/0/hours | | weekly[0].hours",
                "/weekly/0/hours/from | '9' | weekly[0].hours.from",
                "/weekly/0/hours/from | '09:03' | weekly[0].hours",
                "/weekly/0/hours/to | '08:00' | weekly[0].hours",
                "/weekly/0/hours/to | '24:00' | weekly[0].hours.to",
                "/weekly/0/validFrom | '1826-01-01' | weekly[0].validFrom",
                "/weekly/0/validFrom | '2026-13-01' | weekly[0].validFrom",
                "/overrides | null | overrides",
                "/timeOff | [] | timeOff",
                "/weekly/0/breaks | [{'from': '08:00', 'to': '10:00'}] | weekly[0].breaks[0]",
                "/weekly/0/breaks | [{'from': '12:00', 'to': '14:00'}] | weekly[0].breaks[0]",
                "/weekly/0/breaks | [{'from': '12:00', 'to': '11:00'}] | weekly[0].breaks[0]",
                "/weekly/0/breaks | [{'from': '09:00', 'to': '13:00'}] | weekly[0].breaks[0]",
                "/weekly/0/breaks | [{'from': '10:00', 'to': '11:00'}, {'from': '10:30', 'to': '12:00'}] | weekly[0].breaks[1]",
                "/rules | {'dailyCap': 0} | rules.dailyCap",
                "/rules | {'dailyCap': 51} | rules.dailyCap",
                "/rules | {'bufferBeforeMinutes': 7} | rules.bufferBeforeMinutes",
                "/rules | {'bufferAfterMinutes': 125} | rules.bufferAfterMinutes",
                "/rules | {'lookBusyPercent': 91} | rules.lookBusyPercent",
                "/rules | {'cluster': 1} | rules.cluster",
                "/rules | {'cap': 1} | rules.cap"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = put(Spoiled.at(rota(weekly("MONDAY", "09:00", "13:00")), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void a_break_is_told_as_hours_with_nothing_between() {
        var day = weekly("MONDAY", "09:00", "00:00");
        day.set(
                "breaks",
                Api.json("{'b': [{'from': '12:00', 'to': '13:00'}, {'from': '18:00', 'to': '18:30'}]}")
                        .get("b"));

        var hours = put(rota(day)).json().at("/rota/weekly");

        assertThat(hours.valueStream()
                        .map(h -> h.at("/hours/from").asString() + "-"
                                + h.at("/hours/to").asString()))
                .containsExactly("09:00:00-12:00:00", "13:00:00-18:00:00", "18:30:00-00:00:00");
    }

    @Test
    void rules_stay_until_others_come() {
        var ruled = rota();
        ruled.set("rules", Api.json("{'dailyCap': 5, 'bufferAfterMinutes': 20, 'minimiseGaps': true}"));

        assertThat(put(ruled).json().at("/rota/rules/dailyCap").asInt()).isEqualTo(5);
        var kept = put(rota()).json().at("/rota/rules");
        assertThat(kept.get("bufferAfterMinutes").asInt()).isEqualTo(20);
        assertThat(kept.get("minimiseGaps").asBoolean()).isTrue();
        assertThat(kept.get("lookBusyPercent").asInt()).isZero();
        ruled.set("rules", Api.json("{}"));
        assertThat(put(ruled).json().at("/rota/rules").has("dailyCap")).isFalse();
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        assertThat(api.put(therapist + "/rota", "\"2\"", rota()).problem()).isEqualTo("version-changed");
    }

    private Answer put(ObjectNode rota, ObjectNode... overrides) {
        for (var override : overrides) rota.withArray("/overrides").add(override);
        return api.put(therapist + "/rota", api.get(therapist).etag(), rota);
    }

    private static ObjectNode rota(ObjectNode... weekly) {
        var rota = Api.json("{'weekly': [], 'overrides': []}");
        for (var hours : weekly) rota.withArray("/weekly").add(hours);
        return rota;
    }

    private ObjectNode weekly(String day, String from, String to) {
        return Examples.weekly(clinic, day, from, to);
    }

    private static ObjectNode override(String clinic, String hours) {
        var stretches = hours.replaceAll("'([0-9:]+)-([0-9:]+)'", "{'from': '$1', 'to': '$2'}");
        return Api.json("{'clinicId': '%s', 'date': '%s', 'hours': %s}".formatted(clinic, A_MONDAY, stretches));
    }
}
