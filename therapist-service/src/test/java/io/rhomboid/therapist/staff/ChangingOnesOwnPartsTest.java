package io.rhomboid.therapist.staff;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.testing.identity.Issuer;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;

import static io.rhomboid.therapist.Examples.offer;
import static io.rhomboid.therapist.Examples.prices;
import static io.rhomboid.therapist.Examples.weekly;
import static org.assertj.core.api.Assertions.assertThat;

/** Hours and prices are replaced whole, and yet nobody changes what is at clinics that are not theirs. */
@ServiceTest
class ChangingOnesOwnPartsTest {

    static final String NOT_YOURS =
            ".clinicId must be a clinic of yours; what is stored of another one can only stay as it is";

    @Autowired
    Api api;

    final String mira = "mira-" + UUID.randomUUID();
    final String anton = "anton-" + UUID.randomUUID();
    String ours = "";
    String theirs = "";
    String therapist = "";

    /** Mira works at both clinics; she is a member of ours, whose admin is Anton. */
    @BeforeEach
    void a_therapist_at_two_clinics() {
        ours = api.post("/clinics", Examples.clinic()).text("/id");
        theirs = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post("/therapists?clinicId=" + ours, Examples.therapist());
        therapist = created.location();
        member(mira, "{'roles':['THERAPIST'],'therapistId':'" + created.text("/id") + "'}");
        member(anton, "{'roles':['CLINIC_ADMIN']}");
        accepted(put("/rota", null, hours(monday(ours), friday(theirs), onOneDay(theirs))));
        accepted(put("/prices", null, prices(our(8900), their(9900))));
    }

    @Test
    void a_therapist_works_only_where_they_belong() {
        var elsewhere = api.post("/clinics", Examples.clinic()).text("/id");

        assertRefused(
                put("/rota", mira, hours(monday(ours), friday(theirs), weekly(elsewhere, "SUNDAY", "09:00", "12:00"))),
                "weekly[2]" + NOT_YOURS);
        assertRefused(
                put("/rota", mira, hours(monday(ours), friday(theirs), onOneDay(elsewhere))),
                "overrides[0]" + NOT_YOURS);
        assertRefused(
                put("/prices", mira, prices(our(8900), offer(elsewhere, "TRIGGER_POINT", 60, 8900, "EUR"))),
                "offers[1]" + NOT_YOURS);
        assertRefused(put("/prices", mira, bundle(prices(our(8900), their(9900)), theirs)), "packages[0]" + NOT_YOURS);
    }

    @Test
    void a_therapist_keeps_or_takes_away_what_is_elsewhere_but_does_not_change_it() {
        assertRefused(
                put("/rota", mira, hours(monday(ours), weekly(theirs, "FRIDAY", "09:00", "18:00"))),
                "weekly[1]" + NOT_YOURS);
        assertRefused(put("/prices", mira, prices(our(8900), their(1))), "offers[1]" + NOT_YOURS);

        accepted(put("/rota", mira, hours(weekly(ours, "TUESDAY", "09:00", "13:00"), friday(theirs))));
        accepted(put("/prices", mira, bundle(prices(their(9900), our(7900)), ours)));
        assertThat(accepted(put("/rota", mira, hours(monday(ours)))).json().at("/rota/weekly"))
                .hasSize(1);
        assertThat(accepted(put("/prices", mira, prices(our(8900)))).json().at("/offers"))
                .hasSize(1);
    }

    @Test
    void an_admin_changes_what_is_at_their_clinic_and_sends_the_rest_as_it_is() {
        var stored = api.get(therapist).json();

        var changed = accepted(put(
                "/rota",
                anton,
                hours(
                        weekly(ours, "THURSDAY", "10:00", "14:00"),
                        friday(theirs),
                        onOneDay(theirs),
                        onOneDay(ours).put("date", "2026-03-04"))));
        assertThat(changed.json().at("/rota/weekly/1")).isEqualTo(stored.at("/rota/weekly/1"));
        assertThat(changed.json().at("/rota/overrides/0")).isEqualTo(stored.at("/rota/overrides/0"));
        var repriced = accepted(put("/prices", anton, bundle(prices(their(9900), our(7900)), ours)));
        assertThat(repriced.json().at("/offers/0")).isEqualTo(stored.at("/offers/1"));

        assertRefused(
                put("/rota", anton, hours(monday(ours), weekly(theirs, "FRIDAY", "14:00", "17:00"), onOneDay(theirs))),
                "weekly[1]" + NOT_YOURS);
        assertRefused(put("/rota", anton, hours(monday(ours), onOneDay(theirs))), missing("weekly"));
        assertRefused(put("/rota", anton, hours(monday(ours), friday(theirs))), missing("overrides"));
        assertRefused(put("/prices", anton, prices(our(8900), their(9800))), "offers[1]" + NOT_YOURS);
        assertRefused(put("/prices", anton, prices(our(8900))), missing("offers"));
        assertRefused(put("/prices", anton, bundle(prices(our(8900), their(9900)), theirs)), "packages[0]" + NOT_YOURS);
    }

    @Test
    void an_admin_leaves_rules_alone_that_hold_at_another_clinic_too() {
        var both = hours(monday(ours), friday(theirs), onOneDay(theirs));
        both.putObject("rules").put("dailyCap", 3);

        assertThat(put("/rota", anton, both).firstError()).startsWith("rules must be left out, or as they are");
        accepted(put("/rota", mira, both));
        accepted(put("/rota", anton, both));

        accepted(put("/rota", mira, hours(monday(ours))));
        var one = hours(monday(ours));
        one.putObject("rules").put("dailyCap", 5);
        assertThat(accepted(put("/rota", anton, one))
                        .json()
                        .at("/rota/rules/dailyCap")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void what_the_other_clinic_changes_in_between_is_not_written_over() {
        var seen = api.get(therapist).etag();
        accepted(put("/rota", null, hours(monday(ours), weekly(theirs, "FRIDAY", "12:00", "16:00"))));

        var late = put("/rota", anton, seen, hours(monday(ours), friday(theirs), onOneDay(theirs)));

        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get(therapist).text("/rota/weekly/1/hours/from")).isEqualTo("12:00:00");
    }

    private void member(String person, String roles) {
        accepted(api.put("/clinics/" + ours + "/members/" + person, "\"0\"", Api.json(roles)));
    }

    /** @param person null for the platform's admin */
    private Answer put(String part, @Nullable String person, ObjectNode body) {
        return put(part, person, api.get(therapist).etag(), body);
    }

    private Answer put(String part, @Nullable String person, String etag, ObjectNode body) {
        var request = api.request(therapist + part)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body.toString()));
        if (person != null) request.setHeader("Authorization", "Bearer " + Issuer.token(person, null));
        return api.send(request);
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    private static void assertRefused(Answer answer, String error) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-field");
        assertThat(answer.firstError()).isEqualTo(error);
    }

    private String missing(String field) {
        return field
                + " must have all that is stored of clinics that are not yours, as GET shows it; missing is what is"
                + " at " + theirs;
    }

    private static ObjectNode monday(String clinic) {
        return weekly(clinic, "MONDAY", "09:00", "13:00");
    }

    private static ObjectNode friday(String clinic) {
        return weekly(clinic, "FRIDAY", "14:00", "18:00");
    }

    private static ObjectNode onOneDay(String clinic) {
        return Api.json("{'clinicId': '%s', 'date': '2026-03-03', 'hours': [{'from': '10:00', 'to': '12:00'}]}"
                .formatted(clinic));
    }

    private static ObjectNode hours(ObjectNode... entries) {
        var rota = Api.json("{'weekly': [], 'overrides': []}");
        for (var entry : entries)
            rota.withArray(entry.has("date") ? "/overrides" : "/weekly").add(entry);
        return rota;
    }

    private ObjectNode our(long cents) {
        return offer(ours, "TRIGGER_POINT", 60, cents, "EUR");
    }

    private ObjectNode their(long cents) {
        return offer(theirs, "TRIGGER_POINT", 60, cents, "EUR");
    }

    private static ObjectNode bundle(ObjectNode prices, String clinic) {
        prices.withArray("/packages").add(Api.json("""
                {'name': 'Five', 'clinicId': '%s', 'treatment': 'TRIGGER_POINT', 'lengthMinutes': 60, 'sessions': 5,
                 'payFor': 4, 'validDays': 180}""".formatted(clinic)));
        return prices;
    }
}
