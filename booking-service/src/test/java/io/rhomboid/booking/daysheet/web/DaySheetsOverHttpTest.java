package io.rhomboid.booking.daysheet.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class DaySheetsOverHttpTest {

    static final ZoneId BERLIN = Neighbourhood.BERLIN;

    @Autowired
    Api api;

    TherapistId mira;
    LocalDate day;

    @BeforeEach
    void somebody_works_here() {
        mira = api.therapist();
        day = LocalDate.ofInstant(at(6, 10, 0), BERLIN);
    }

    @Test
    void a_day_has_its_sessions_in_order_and_the_gaps_between() {
        api.book(mira, at(6, 14, 0), "sheet-a@client.example");
        api.book(mira, at(6, 10, 0), "sheet-b@client.example");
        var cancelled = api.book(mira, at(6, 8, 0), "sheet-c@client.example");
        api.put("/bookings/" + cancelled.get("id").asString() + "/cancellation", 1, "");
        api.book(mira, at(7, 10, 0), "sheet-a@client.example");

        var sheet = json(api.get("/day-sheets?therapistId=%s&date=%s".formatted(mira, day)));

        var sessions = sheet.get("sessions");
        assertThat(sessions.size()).isEqualTo(3);
        assertThat(sessions.get(0).get("status").asString()).isEqualTo("CANCELLED");
        assertThat(sessions.get(1).get("start").asString()).startsWith(day + "T10:00");
        assertThat(sessions.get(1).at("/client/name").asString()).isEqualTo("Jo Maria Weber");
        assertThat(sessions.get(1).get("roomName").asString()).startsWith("Room ");
        assertThat(sessions.get(1).get("treatmentName").asString()).isEqualTo("Swedish");
        assertThat(sessions.get(1).get("therapistName").asString()).isEqualTo("Mira");
        assertThat(sessions.get(2).get("start").asString()).startsWith(day + "T14:00");
        // From six to midnight, a quarter of an hour after each session.
        assertThat(sheet.get("shifts").get(0).get("minutes").asInt()).isEqualTo(18 * 60);
        assertThat(sheet.get("gaps").valueStream().map(gap -> gap.get("minutes").asInt()))
                .containsExactly(4 * 60, 2 * 60 + 45, 8 * 60 + 45);
    }

    @Test
    void a_clinic_has_everybodys_day_and_can_ask_for_one() {
        var tom = api.therapist();
        api.book(mira, at(6, 10, 0), "sheet-d@client.example");
        api.book(tom, at(6, 10, 0), "sheet-e@client.example");

        var all = json(api.get("/day-sheets?clinicId=%s&date=%s".formatted(Neighbourhood.CLINIC, day)));
        assertThat(all.get("sessions")
                        .valueStream()
                        .map(it -> it.get("therapistId").asString()))
                .contains(mira.toString(), tom.toString());

        var one = json(
                api.get("/day-sheets?clinicId=%s&therapistId=%s&date=%s".formatted(Neighbourhood.CLINIC, tom, day)));
        assertThat(one.get("sessions")
                        .valueStream()
                        .map(it -> it.get("therapistId").asString()))
                .containsExactly(tom.toString());
        assertThat(one.get("shifts").size()).isEqualTo(1);
    }

    @Test
    void a_week_is_one_call() {
        api.book(mira, at(6, 10, 0), "sheet-f@client.example");
        var week = day.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);

        var view = json(api.get("/weeks?therapistId=%s&week=%s".formatted(mira, week)));

        assertThat(view.get("days").size()).isEqualTo(7);
        var today = view.get("days").get(day.getDayOfWeek().getValue() - 1);
        assertThat(today.get("date").asString()).isEqualTo(day.toString());
        assertThat(today.get("sessions").size()).isEqualTo(1);
        assertThat(view.get("days").get(0).get("shifts").size()).isEqualTo(1);
    }

    @Test
    void a_report_counts_what_was_booked_and_a_spreadsheet_can_read_it() {
        api.book(mira, at(6, 10, 0), "sheet-g@client.example");
        var period = "?clinicId=%s&from=%s&to=%s".formatted(Neighbourhood.CLINIC, day, day);

        var utilisation = json(api.get("/reports/utilisation" + period)).get("rows");
        var mine = utilisation
                .valueStream()
                .filter(row -> row.get("group").asString().equals(mira.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(mine.get("bookedMinutes").asInt()).isEqualTo(60);
        assertThat(mine.get("workingMinutes").asInt()).isEqualTo(18 * 60);
        assertThat(mine.get("utilisation").asDouble()).isEqualTo(0.0556);

        var revenue = json(api.get("/reports/revenue" + period + "&groupBy=THERAPIST"))
                .get("rows");
        var earned = revenue.valueStream()
                .filter(row -> row.get("group").asString().equals(mira.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(earned.get("expectedCents").asInt()).isEqualTo(70_00);
        assertThat(earned.get("currency").asString()).isEqualTo("EUR");

        var csv = api.get("/reports/utilisation" + period + "&format=CSV");
        assertThat(csv).hasStatusOk().hasContentType("text/csv;charset=utf-8");
        assertThat(Api.text(csv).lines())
                .contains(
                        "group,name,sessions,bookedMinutes,workingMinutes,utilisation",
                        mira + ",Mira,1,60,1080,0.0556");
        assertThat(api.get("/reports/no-shows" + period)).hasStatusOk();
        assertThat(api.get("/reports/cancellations" + period)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/day-sheets?date=2026-11-24 | 400 | missing-parameter | clinicId",
                "/day-sheets?clinicId=CLINIC | 400 | missing-parameter | date",
                "/day-sheets?clinicId=CLINIC&date=tomorrow | 400 | invalid-parameter | date",
                "/day-sheets?clinicId=CLINIC&date=+999999999-01-01 | 400 | invalid-parameter | date",
                "/day-sheets?clinicId=x&date=2026-11-24 | 400 | invalid-parameter | clinicId",
                "/day-sheets?clinicId=NOBODY&date=2026-11-24 | 404 | unknown-clinic |",
                "/day-sheets?therapistId=NOBODY&date=2026-11-24 | 404 | unknown-therapist |",
                "/weeks?therapistId=NOBODY&week=2026-W48 | 404 | unknown-therapist |",
                "/weeks?therapistId=NOBODY&week=2026-48 | 400 | invalid-parameter | week",
                "/weeks?therapistId=NOBODY&week=2026-W54 | 400 | invalid-parameter | week",
                "/weeks?week=2026-W48 | 400 | missing-parameter | therapistId",
                "/reports/revenue?clinicId=NOBODY&from=2026-01-01&to=2026-01-31 | 404 | unknown-clinic |",
                "/reports/revenue?clinicId=CLINIC&from=2026-01-01 | 400 | missing-parameter | to",
                "/reports/revenue?clinicId=CLINIC&from=2026-01-31&to=2026-01-01 | 400 | invalid-parameter | to",
                "/reports/revenue?clinicId=CLINIC&from=2026-01-01&to=2027-02-05 | 400 | invalid-parameter | to",
                "/reports/revenue?clinicId=CLINIC&from=1-1-1&to=2027-02-05 | 400 | invalid-parameter | from",
                "/reports/revenue?clinicId=CLINIC&from=2026-01-01&to=2026-02-05&groupBy=MOON | 400 | invalid-parameter | groupBy",
                "/reports/utilisation?clinicId=CLINIC&from=2026-01-01&to=2026-02-05&groupBy=TREATMENT | 400 | invalid-parameter | groupBy",
                "/reports/no-shows?clinicId=CLINIC&from=2026-01-01&to=2026-02-05&format=PDF | 400 | invalid-parameter | format",
            })
    void a_wrong_question_is_told_what_is_wrong(String path, int status, String type, String field) {
        var answer = api.get(path.replace("CLINIC&", Neighbourhood.CLINIC + "&")
                .replaceFirst("CLINIC$", Neighbourhood.CLINIC.toString())
                .replace("NOBODY", UUID.randomUUID().toString()));

        assertProblem(answer, status, type);
        if (field != null)
            assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }
}
