package io.rhomboid.booking.availability.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.OneClinic;
import io.rhomboid.platform.identity.IdentityPart;
import io.rhomboid.platform.web.WebPart;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.booking.availability.OneClinic.MIRA;
import static io.rhomboid.booking.availability.OneClinic.MITTE;
import static io.rhomboid.booking.availability.OneClinic.SWEDISH;
import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(AvailabilityController.class)
@Import({WebPart.class, IdentityPart.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class AvailabilityControllerTest {

    static final String PATH = "/api/v1/availability";
    static final String NOBODY = "99999999-0000-4000-8000-000000000009";

    @TestConfiguration(proxyBeanMethods = false)
    static class AtSevenOnAMonday {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-02T06:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        Availability availability() {
            return new Availability();
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    Availability availability;

    @BeforeEach
    void mitte_is_known() {
        var mitte = new OneClinic();
        availability.tell(MITTE, 1, mitte.clinic());
        availability.tell(SWEDISH, 1, OneClinic.swedish());
        availability.tell(MIRA, 1, mitte.mira());
        availability.catalogueIsComplete();
        availability.diaryIsComplete();
    }

    @Test
    void starts_are_told_once_each_beside_who_takes_them() {
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=60&view=starts&limit=2"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .hasContentType(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {
                          "from": "2026-03-02T06:00:00Z",
                          "to": "2026-03-09T06:00:00Z",
                          "durationMinutes": 60,
                          "offers": [{
                            "therapistId": "10000000-0000-4000-8000-000000000001",
                            "therapistName": "Mira",
                            "clinicId": "c1000000-0000-4000-8000-000000000001",
                            "clinicName": "Mitte",
                            "zone": "Europe/Berlin",
                            "price": {"cents": 7000, "currency": "EUR"}
                          }],
                          "starts": [
                            {"start": "2026-03-02T09:00:00+01:00", "offer": 0},
                            {"start": "2026-03-02T09:30:00+01:00", "offer": 0}
                          ],
                          "truncated": true
                        }
                        """);
    }

    @Test
    void starts_come_by_time_alone() {
        assertThat(http.get()
                        .uri(PATH + "?treatment=SWEDISH&durationMinutes=60&view=starts&near=52.5,13.4&sort=distance"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("sort");
    }

    @Test
    void a_slot_is_told_as_it_is_read_on_the_wall_of_the_clinic() {
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=60&limit=1"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {
                          "from": "2026-03-02T06:00:00Z",
                          "to": "2026-03-09T06:00:00Z",
                          "slots": [{
                            "therapistId": "10000000-0000-4000-8000-000000000001",
                            "therapistName": "Mira",
                            "clinicId": "c1000000-0000-4000-8000-000000000001",
                            "clinicName": "Mitte",
                            "zone": "Europe/Berlin",
                            "start": "2026-03-02T09:00:00+01:00",
                            "end": "2026-03-02T10:00:00+01:00",
                            "price": {"cents": 7000, "currency": "EUR"}
                          }],
                          "truncated": true
                        }
                        """);
    }

    @Test
    void a_date_means_the_whole_day_at_the_clinic() {
        assertThat(slots("from=2026-03-03&to=2026-03-03")).hasSize(5).allMatch(start -> start.startsWith("2026-03-03"));
    }

    @Test
    void a_date_alone_means_the_week_that_begins_with_it() {
        assertThat(slots("from=2026-03-03")).hasSize(35).last().asString().startsWith("2026-03-09");
    }

    @Test
    void a_time_may_have_any_offset_and_its_plus_need_not_be_escaped() {
        assertThat(slots("from=2026-03-03T10:00:00+01:00&to=2026-03-03T09:30:00Z"))
                .containsExactly("2026-03-03T10:00:00+01:00");
    }

    @Test
    void one_therapist_one_clinic_and_anyone_can_be_asked_for() {
        assertThat(slots("from=2026-03-03&to=2026-03-03&therapistId=" + MIRA)).hasSize(5);
        assertThat(slots("from=2026-03-03&to=2026-03-03&clinicId=" + MITTE)).hasSize(5);
        assertThat(slots("from=2026-03-03&to=2026-03-03&clinicId=" + MITTE + "&therapistId=" + MIRA))
                .hasSize(5);
    }

    @Test
    void a_length_that_nobody_offers_is_an_empty_answer() {
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=90"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.slots")
                .asArray()
                .isEmpty();
    }

    @Test
    void a_length_that_the_treatment_never_has_is_refused_with_those_it_has() {
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=50"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {
                          "type": "urn:rhomboid:problem:wrong-length",
                          "allowedMinutes": [30, 60, 90],
                          "errors": [{"field": "durationMinutes", "message": "must be one of [30, 60, 90]"}]
                        }
                        """);
    }

    @Test
    void who_is_not_known_is_not_found() {
        refuses("treatment=NOTHING&durationMinutes=60", 404, "unknown-treatment");
        refuses("treatment=SWEDISH&durationMinutes=60&therapistId=" + NOBODY, 404, "unknown-therapist");
        refuses("treatment=SWEDISH&durationMinutes=60&clinicId=" + NOBODY, 404, "unknown-clinic");
    }

    @Test
    void what_is_missing_or_malformed_is_named() {
        refuses("durationMinutes=60", 400, "missing-parameter");
        refuses("treatment=SWEDISH", 400, "missing-parameter");
        for (var bad : new String[] {
            "treatment=swedish&durationMinutes=60",
            "treatment=SWEDISH&durationMinutes=long",
            "treatment=SWEDISH&durationMinutes=60&clinicId=1",
            "treatment=SWEDISH&durationMinutes=60&therapistId=1-1-1-1-1",
            "treatment=SWEDISH&durationMinutes=60&limit=0",
            "treatment=SWEDISH&durationMinutes=60&limit=1001",
            "treatment=SWEDISH&durationMinutes=60&partOfDay=NIGHT",
            "treatment=SWEDISH&durationMinutes=60&dayOfWeek=SOMEDAY",
            "treatment=SWEDISH&durationMinutes=60&view=all",
            "treatment=SWEDISH&durationMinutes=60&sort=distance",
            "treatment=SWEDISH&durationMinutes=60&near=0,0&sort=price",
            "treatment=SWEDISH&durationMinutes=60&near=52",
            "treatment=SWEDISH&durationMinutes=60&near=91,0",
            "treatment=SWEDISH&durationMinutes=60&near=here,there",
            "treatment=SWEDISH&durationMinutes=60&near=0,0&radiusKm=0",
            "treatment=SWEDISH&durationMinutes=60&near=0,0&radiusKm=NaN",
            "treatment=SWEDISH&durationMinutes=60&near=0,0&radiusKm=501",
            "treatment=SWEDISH&durationMinutes=60&radiusKm=5",
            "treatment=SWEDISH&durationMinutes=60&from=tomorrow",
            "treatment=SWEDISH&durationMinutes=60&from=2026-03-03T10:00:00",
            "treatment=SWEDISH&durationMinutes=60&from=2026-02-30",
            "treatment=SWEDISH&durationMinutes=60&from=2026-03-03&to=2026-03-01",
            "treatment=SWEDISH&durationMinutes=60&from=2026-03-03&to=2026-05-04",
            "treatment=SWEDISH&durationMinutes=60&from=%2B999999999-12-31",
            "treatment=SWEDISH&durationMinutes=60&from=%2B999999999-12-31T23:59:59Z&to=-999999999-01-01T00:00:00Z",
        }) {
            refuses(bad, 400, "invalid-parameter");
        }
    }

    @Test
    void parts_of_the_day_and_days_of_the_week_can_be_asked_for() {
        assertThat(slots("from=2026-03-03&to=2026-03-09&dayOfWeek=TUESDAY,SUNDAY&partOfDay=MORNING"))
                .hasSize(10)
                .allMatch(start -> start.startsWith("2026-03-03") || start.startsWith("2026-03-08"));
        assertThat(slots("partOfDay=AFTERNOON&partOfDay=EVENING")).isEmpty();
    }

    @Test
    void the_earliest_of_each_part_of_the_day_is_told_by_therapist() {
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=60&view=earliest"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.therapists[*].slots[*].start")
                .asArray()
                .containsExactly("2026-03-02T09:00:00+01:00");
    }

    @Test
    void near_means_within_so_many_kilometres_and_says_how_far() {
        // The clinic lies at 0, 0; a degree is 111 km.
        assertThat(slots("near=0.2,0")).isNotEmpty();
        assertThat(slots("near=0.2,0&radiusKm=22")).isEmpty();
        assertThat(slots("near=0,0.3")).isEmpty();
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=60&near=0.2,0&limit=1"))
                .bodyJson()
                .extractingPath("$.slots[0].distanceKm")
                .isEqualTo(22.2);
    }

    @Test
    void the_nearest_can_come_first() {
        assertThat(slots("near=0.2,0&sort=distance&from=2026-03-03&to=2026-03-03"))
                .isEqualTo(slots("near=0.2,0&sort=start&from=2026-03-03&to=2026-03-03"))
                .hasSize(5);
        assertThat(http.get()
                        .uri(PATH + "?treatment=SWEDISH&durationMinutes=60&near=0.2,0&sort=distance&view=earliest"))
                .bodyJson()
                .extractingPath("$.therapists[0].slots[0].distanceKm")
                .isEqualTo(22.2);
    }

    @Test
    void an_offered_start_has_no_reason_against_it() {
        assertThat(http.get().uri(explanation("2026-03-03T10:00:00+01:00", "")))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyJson()
                .isStrictlyEqualTo("""
                        {
                          "therapistId": "10000000-0000-4000-8000-000000000001",
                          "clinicId": "c1000000-0000-4000-8000-000000000001",
                          "treatment": "SWEDISH",
                          "durationMinutes": 60,
                          "start": "2026-03-03T10:00:00+01:00",
                          "offered": true,
                          "reasons": []
                        }
                        """);
    }

    @Test
    void every_reason_is_told_to_clients_in_general_and_to_the_staff_by_name() {
        assertThat(codes("2026-03-03T11:45:00+01:00", "")).containsExactly("off-grid", "not-working");
        assertThat(codes("2026-03-03T11:45:00+01:00", "&detail=staff")).containsExactly("off-grid", "outside-hours");
        assertThat(codes("2026-03-02T06:00:00+01:00", "&detail=staff")).containsExactly("in-the-past");
    }

    @Test
    void by_name_they_are_told_to_nobody_else() {
        var path = PATH + "/explanation?treatment=SWEDISH&durationMinutes=60&therapistId=" + MIRA + "&clinicId=" + MITTE
                + "&start=2026-03-03T10:00:00Z&detail=";
        for (var authorization : new String[] {"", "Bearer " + Issuer.token("jo", "jo@client.example")}) {
            assertThat(http.get().uri(path + "staff").header("Authorization", authorization))
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo("detail");
            assertThat(http.get().uri(path + "general").header("Authorization", authorization))
                    .hasStatusOk();
        }
    }

    @Test
    void an_explanation_names_what_it_does_not_understand() {
        for (var bad : new String[] {"start=2026-03-03", "start=soon", "start=2026-03-03T10:00:00Z&detail=all"}) {
            assertThat(http.get()
                            .uri(PATH + "/explanation?treatment=SWEDISH&durationMinutes=60&therapistId=" + MIRA
                                    + "&clinicId=" + MITTE + "&" + bad))
                    .as(bad)
                    .hasStatus(400);
        }
        assertThat(http.get()
                        .uri(PATH + "/explanation?treatment=SWEDISH&durationMinutes=60&therapistId=" + NOBODY
                                + "&clinicId=" + MITTE + "&start=2026-03-03T10:00:00Z"))
                .hasStatus(404);
    }

    private static String explanation(String start, String more) {
        return PATH + "/explanation?treatment=SWEDISH&durationMinutes=60&therapistId=" + MIRA + "&clinicId=" + MITTE
                + "&start=" + start + more;
    }

    private List<String> codes(String start, String more) {
        var codes = new ArrayList<String>();
        assertThat(http.get().uri(explanation(start, more)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reasons[*].code")
                .asArray()
                .allSatisfy(code -> codes.add(String.valueOf(code)));
        return codes;
    }

    @Test
    void sixty_two_days_are_still_one_question() {
        assertThat(http.get().uri(PATH + "?treatment=SWEDISH&durationMinutes=60&from=2026-03-03&to=2026-05-03"))
                .hasStatusOk();
    }

    private List<String> slots(String query) {
        var answer = http.get()
                .uri(PATH + "?treatment=SWEDISH&durationMinutes=60&" + query)
                .exchange();
        assertThat(answer).hasStatusOk();
        var starts = new ArrayList<String>();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.slots[*].start")
                .asArray()
                .allSatisfy(start -> starts.add(String.valueOf(start)));
        return starts;
    }

    private void refuses(String query, int status, String type) {
        assertThat(http.get().uri(PATH + "?" + query))
                .as(query)
                .hasStatus(status)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:rhomboid:problem:" + type);
    }
}
