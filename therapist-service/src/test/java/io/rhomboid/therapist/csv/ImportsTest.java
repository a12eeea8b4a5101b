package io.rhomboid.therapist.csv;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.therapist.ImportedTherapist;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class ImportsTest {

    static final String HEADER =
            "key,name,listing,gender,languages,practising_since,specializations,about,professional_bodies\n";
    static final String HOURS = "therapist,clinic,day,from,to,valid_from,valid_until\n";

    @Autowired
    Api api;

    String mira = "";
    String emre = "";

    @BeforeEach
    void two_keys_that_nobody_used() {
        mira = "m-" + UUID.randomUUID();
        emre = "e-" + UUID.randomUUID();
    }

    @Test
    void a_list_is_only_looked_at_unless_it_is_said_otherwise() {
        var report = send("therapists", HEADER + mira() + emre());

        assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
        assertThat(report.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(report.json().at("/good").asInt()).isEqualTo(2);
        assertThat(report.json().at("/problems")).isEmpty();
        assertThat(api.get(therapist(mira)).status()).isEqualTo(404);
    }

    @Test
    void a_good_list_is_stored_and_the_same_list_changes_nothing() {
        var list = HEADER + mira() + emre();
        assertThat(counts(send("therapists?dryRun=false", list))).isEqualTo("2 created, 0 changed, 0 unchanged");

        var stored = api.get(therapist(mira));
        assertThat(stored.text("/name")).isEqualTo("Mira Albrecht");
        assertThat(stored.text("/about")).isEqualTo("Quiet hands, \"always\".\nI ask first.");
        assertThat(stored.json().at("/languages").toString()).isEqualTo("[\"de\",\"en\"]");
        assertThat(stored.json().at("/specializations/1/experienceYears").asInt())
                .isEqualTo(4);
        assertThat(stored.text("/professionalBodies/1")).isEqualTo("Physio Deutschland");

        assertThat(counts(send("therapists?dryRun=false", list))).isEqualTo("0 created, 0 changed, 2 unchanged");
        assertThat(counts(send("therapists?dryRun=false", list.replace("Emre", "Emrah"))))
                .isEqualTo("0 created, 1 changed, 1 unchanged");
        assertThat(api.get(therapist(mira)).etag()).isEqualTo("\"1\"");
        assertThat(api.get(therapist(emre)).etag()).isEqualTo("\"2\"");
    }

    @Test
    void with_one_bad_line_nothing_is_stored_or_the_good_ones_when_asked() {
        var list = HEADER + mira() + emre().replace("MALE", "M");

        var refused = send("therapists?dryRun=false", list);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("bad-lines");
        assertThat(refused.text("/report/problems/0/column")).isEqualTo("gender");
        assertThat(api.get(therapist(mira)).status()).isEqualTo(404);

        var accepted = send("therapists?dryRun=false&accept=good", list);
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(counts(accepted)).isEqualTo("1 created, 0 changed, 0 unchanged");
        assertThat(accepted.json().at("/problems")).hasSize(1);
        assertThat(api.get(therapist(mira)).status()).isEqualTo(200);
        assertThat(api.get(therapist(emre)).status()).isEqualTo(404);
    }

    /** What of Emre's row is replaced | by what | column of the problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Emre Yıldız | `` | name",
                "LISTED | OPEN | listing",
                "MALE | `` | gender",
                "de;tr | german | languages",
                "2017 | soon | practising_since",
                "2017 | 1900 | practising_since",
                "SPORTS:8 | SPORTS | specializations",
                "SPORTS:8 | sports:8 | specializations",
                "SPORTS:8 | REIKI:8 | specializations",
                "SPORTS:8 | SPORTS:x | specializations",
                "SPORTS:8 | SPORTS:80 | specializations",
                "SPORTS:8 | SPORTS:8;SPORTS:7 | specializations",
                "Evenings. | \u202EEvenings. | about",
                "Evenings. | `Evenings.,,more` | key"
            })
    void each_bad_cell_is_named_with_its_line(String part, String with, String column) {
        var report = send("therapists", HEADER + mira() + emre().replace(part, with));

        // Mira's row has two lines.
        assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
        assertThat(report.json().at("/problems/0/line").asInt()).isEqualTo(4);
        assertThat(report.text("/problems/0/column")).isEqualTo(column);
        assertThat(report.text("/problems/0/message")).isNotBlank();
        assertThat(report.json().at("/good").asInt()).isEqualTo(1);
    }

    @Test
    void a_key_is_there_once_and_of_a_form() {
        var twice = send("therapists", HEADER + mira() + mira());
        assertThat(twice.text("/problems/0/message")).contains("another than in the rows before");

        assertThat(send("therapists", HEADER + mira().replace(mira, "staff 7")).text("/problems/0/column"))
                .isEqualTo("key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty",
                "key,name | is missing",
                "key,name,listing,gender,languages,practising_since,specializations,mail | no column 'mail'",
                "key,key,name,listing,gender,languages,practising_since,specializations | twice",
                "key;name;listing | with commas between"
            })
    void a_list_without_the_right_columns_is_refused(String header, String why) {
        var answer = send("therapists", header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unreadable-csv");
        assertThat(answer.text("/detail")).contains(why);
    }

    @Test
    void a_mark_at_the_start_passes_but_another_encoding_does_not() {
        assertThat(send("therapists", "\uFEFF" + HEADER + mira())
                        .json()
                        .at("/good")
                        .asInt())
                .isOne();
        assertThat(send("therapists", HEADER + emre(), Charset.forName("windows-1254"))
                        .text("/detail"))
                .contains("must be in UTF-8");
    }

    @Test
    void a_list_is_bounded() {
        var many = IntStream.range(0, 1_001)
                .mapToObj(i -> emre().replace(emre, "k" + i))
                .collect(Collectors.joining());
        assertThat(send("therapists", HEADER + many).text("/detail")).contains("at most 1000");

        assertThat(send("therapists", "x".repeat(CsvList.MOST_BYTES + 1)).status())
                .isEqualTo(413);
        assertThat(send("therapists?accept=some", HEADER).problem()).isEqualTo("invalid-parameter");
        assertThat(api.send(api.request("/imports/therapists")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .text("/detail"))
                .isEqualTo("Send text/csv.");
    }

    @Test
    void a_week_is_stored_by_key_and_address_and_the_rest_of_the_rota_stays() {
        var clinic = clinic();
        send("therapists?dryRun=false", HEADER + mira());
        var override = Api.json("{'weekly': [], 'overrides': [{'clinicId': '%s', 'date': '2026-12-01', 'hours': []}]}"
                .formatted(clinic));
        api.put(therapist(mira) + "/rota", "\"1\"", override);

        var week = HOURS + hours(clinic, "MONDAY,09:00,13:00,,") + hours(clinic, "MONDAY,14:00,00:00,,2030-12-31");
        assertThat(counts(send("rotas?dryRun=false", week))).isEqualTo("0 created, 1 changed, 0 unchanged");
        assertThat(counts(send("rotas?dryRun=false", week))).isEqualTo("0 created, 0 changed, 1 unchanged");

        var rota = api.get(therapist(mira)).json().at("/rota");
        assertThat(rota.at("/weekly")).hasSize(2);
        assertThat(rota.at("/weekly/1/validUntil").asString()).isEqualTo("2030-12-31");
        assertThat(rota.at("/overrides")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUNDAY,09:00,13:00,, | day",
                "TUESDAY,9 am,13:00,, | from",
                "TUESDAY,09:00,25:00,, | to",
                "TUESDAY,13:00,09:00,, | from",
                "TUESDAY,09:01,13:00,, | from",
                "TUESDAY,,13:00,, | from",
                "MONDAY,12:00,14:00,, | from",
                "TUESDAY,09:00,13:00,2026-13-01, | valid_from",
                "TUESDAY,09:00,13:00,2027-01-01,2026-01-01 | valid_until"
            })
    void a_bad_hour_is_named_and_the_whole_week_waits(String second, String column) {
        var clinic = clinic();
        send("therapists?dryRun=false", HEADER + mira() + emre());
        var list = HOURS
                + hours(clinic, "MONDAY,09:00,13:00,,")
                + hours(clinic, second)
                + hours(clinic, "MONDAY,09:00,13:00,,").replace(mira, emre);

        var report = send("rotas?dryRun=false&accept=good", list);

        assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
        assertThat(report.json().at("/problems/0/line").asInt()).isEqualTo(3);
        assertThat(report.text("/problems/0/column")).isEqualTo(column);
        assertThat(report.text("/problems/0/message")).doesNotContain("weekly[");
        assertThat(report.json().at("/good").asInt()).isOne();
        assertThat(api.get(therapist(mira)).json().at("/rota/weekly")).isEmpty();
        assertThat(api.get(therapist(emre)).json().at("/rota/weekly")).hasSize(1);
    }

    @Test
    void nobody_and_nowhere_are_told() {
        var report =
                send("rotas", HOURS + hours(clinic(), "MONDAY,09:00,13:00,,")).json();
        assertThat(report.at("/problems/0/column").asString()).isEqualTo("therapist");

        send("therapists?dryRun=false", HEADER + mira());
        assertThat(send("rotas", HOURS + hours("nowhere@clinic.example", "MONDAY,09:00,13:00,,"))
                        .text("/problems/0/column"))
                .isEqualTo("clinic");
    }

    private String clinic() {
        return api.post("/clinics", Examples.clinic()).text("/id");
    }

    private String mira() {
        return mira + ",Mira Albrecht,LISTED,FEMALE,de; en,2012,TRIGGER_POINT:9; HOT_STONE:4,"
                + "\"Quiet hands, \"\"always\"\".\nI ask first.\",VPT; Physio Deutschland\n";
    }

    private String emre() {
        return emre + ",Emre Yıldız,LISTED,MALE,de;tr,2017,SPORTS:8,Evenings.,\r\n";
    }

    private String hours(String clinic, String rest) {
        return mira + "," + clinic + "," + rest + "\n";
    }

    private static String therapist(String key) {
        return "/therapists/" + ImportedTherapist.idOf(key);
    }

    private static String counts(Answer report) {
        assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
        return report.json().get("created") + " created, " + report.json().get("changed") + " changed, "
                + report.json().get("unchanged") + " unchanged";
    }

    private Answer send(String path, String list) {
        return send(path, list, StandardCharsets.UTF_8);
    }

    private Answer send(String path, String list, Charset encoding) {
        return api.send(api.request("/imports/" + path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(list.getBytes(encoding))));
    }
}
