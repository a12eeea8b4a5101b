package io.rhomboid.booking.voucher.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.link.GiftCardCodes;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

/** A session costs 70 euro; cancelled less than a day before, 35. */
@WholeService
class VouchersOverHttpTest {

    static final LocalDate NEXT_YEAR = LocalDate.now(Neighbourhood.BERLIN).plusYears(1);

    @Autowired
    GiftCardCodes codes;

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @BeforeEach
    void the_clinic_is_known() {
        api.therapist();
    }

    @Test
    void a_gift_card_pays_what_is_on_it_and_gets_it_back_when_the_session_is_cancelled() {
        var card = json(issueGiftCard(100_00));
        var code = card.get("code").asString();
        assertThat(code).matches("GC(-[2-9A-HJKMNP-TV-Z]{4}){7}");
        var therapist = api.therapist();

        var first = json(book(therapist, at(3, 9, 0), giver(), "{\"code\":\"" + typed(code) + "\"}", false));
        assertThat(first.at("/covered/cents").asLong()).isEqualTo(70_00);
        assertThat(first.at("/toPay/cents").asLong()).isZero();
        var second = json(book(therapist, at(3, 11, 0), giver(), "{\"code\":\"" + code + "\"}", false));
        assertThat(second.at("/covered/cents").asLong()).isEqualTo(30_00);
        assertThat(second.at("/toPay/cents").asLong()).isEqualTo(40_00);
        assertProblem(
                book(therapist, at(3, 13, 0), giver(), "{\"code\":\"" + code + "\"}", false), 409, "voucher-empty");
        assertThat(balance(code)).isZero();

        var uri = "/bookings/" + first.get("id").asString();
        var cost = json(api.get(uri + "/cancellation"));
        assertThat(cost.at("/restored/cents").asLong()).isEqualTo(70_00);
        assertThat(cost.get("words").asString()).endsWith("costs nothing. 70.00 EUR go back to the voucher.");
        var cancelled = json(api.put(uri + "/cancellation", 1, ""));
        assertThat(cancelled.at("/covered/cents").asLong()).isZero();
        assertThat(balance(code)).isEqualTo(70_00);

        var statement = json(api.get("/vouchers/" + card.get("id").asString())).get("statement");
        assertThat(lines(statement))
                .containsExactly(
                        "ISSUED 10000 10000",
                        "REDEEMED -7000 3000 " + first.get("reference").asString(),
                        "REDEEMED -3000 0 " + second.get("reference").asString(),
                        "RESTORED 7000 7000 " + first.get("reference").asString());
    }

    @Test
    void a_late_cancellation_keeps_its_fee_and_the_rest_comes_back() {
        var code = json(issueGiftCard(70_00)).get("code").asString();
        var booked = json(book(api.therapist(), soon(), giver(), "{\"code\":\"" + code + "\"}", false));
        var uri = "/bookings/" + booked.get("id").asString();
        // Not only a moment ago.
        database.getCollection("bookings")
                .updateOne(eq("_id", booked.get("id").asString()), set("confirmedAt", new Date(0)));

        assertThat(json(api.get(uri + "/cancellation")).at("/restored/cents").asLong())
                .isEqualTo(35_00);
        var cancelled = json(api.put(uri + "/cancellation", 1, "{\"acceptedFeeCents\":3500}"));
        assertThat(cancelled.at("/fee/cents").asLong()).isEqualTo(35_00);
        assertThat(cancelled.at("/covered/cents").asLong()).isEqualTo(35_00);
        assertThat(cancelled.at("/toPay/cents").asLong()).isZero();
        assertThat(balance(code)).isEqualTo(35_00);
    }

    @Test
    void a_package_pays_sessions_of_its_kind_for_its_client_alone() {
        var jo = giver();
        var issued = issue("""
                {"kind":"PACKAGE","clinicId":"%s","client":{"name":"Jo","email":"%s"},"sessions":{"treatment":"SWEDISH",\
                "lengthMinutes":60,"count":2},"paidCents":12000,"payment":"CARD","lastDay":"%s","note":"two for less"}""".formatted(Neighbourhood.CLINIC, jo, NEXT_YEAR));
        assertThat(issued).hasStatus(201);
        var id = json(issued).get("id").asString();
        assertThat(json(issued).get("unit").asString()).isEqualTo("SESSIONS");
        assertThat(json(issued).at("/statement/0/reason").asString()).isEqualTo("two for less");
        assertThat(json(issued).has("code")).isFalse();
        var therapist = api.therapist();
        var own = "{\"id\":\"" + id + "\"}";

        assertProblem(book(therapist, at(4, 8, 0), giver(), own, false), 422, "unknown-voucher");
        var held = json(book(therapist, at(4, 9, 0), jo, own, true));
        assertThat(held.at("/toPay/cents").asLong()).isZero();
        assertThat(json(book(therapist, at(4, 11, 0), jo, own, false))
                        .at("/covered/cents")
                        .asLong())
                .isEqualTo(70_00);
        assertProblem(book(therapist, at(4, 13, 0), jo, own, false), 409, "voucher-empty");

        var uri = "/bookings/" + held.get("id").asString();
        assertThat(api.delete(uri + "/hold", 1)).hasStatusOk();
        assertThat(json(api.get("/vouchers/" + id)).get("balance").asLong()).isEqualTo(1);
        assertThat(json(book(therapist, at(4, 13, 0), jo, own, false))
                        .at("/covered/cents")
                        .asLong())
                .isEqualTo(70_00);
        var clientId = json(issued).get("clientId").asString();
        assertThat(json(api.get("/vouchers?clientId=" + clientId))
                        .at("/vouchers/0/status")
                        .asString())
                .isEqualTo("USED_UP");
        assertThat(json(api.get("/vouchers?clientId=" + clientId + "&status=OPEN"))
                        .get("vouchers"))
                .isEmpty();
    }

    @Test
    void a_hold_that_becomes_another_takes_its_voucher_along() {
        var jo = giver();
        var id = credit(jo, 70_00);
        var therapist = api.therapist();
        var own = "{\"id\":\"" + id + "\"}";
        var held = json(book(therapist, at(5, 9, 0), jo, own, true));

        var instead = json(book(therapist, at(5, 9, 30), jo, own, false));

        assertThat(instead.get("id")).isEqualTo(held.get("id"));
        assertThat(instead.at("/covered/cents").asLong()).isEqualTo(70_00);
        assertThat(lines(json(api.get("/vouchers/" + id)).get("statement")))
                .extracting(line -> line.split(" RH")[0])
                .containsExactly("ISSUED 7000 7000", "REDEEMED -7000 0", "RESTORED 7000 7000", "REDEEMED -7000 0");
    }

    @Test
    void a_voucher_can_be_put_to_a_booking_later_and_taken_off_again() {
        var jo = giver();
        var booked = api.book(api.therapist(), at(6, 9, 0), jo);
        var uri = "/bookings/" + booked.get("id").asString();
        var credit = credit(jo, 20_00);
        var code = json(issueGiftCard(100_00)).get("code").asString();

        assertThat(json(api.put(uri + "/voucher", 1, "{\"id\":\"" + credit + "\"}"))
                        .at("/toPay/cents")
                        .asLong())
                .isEqualTo(50_00);
        var full = api.put(uri + "/voucher", 2, "{\"code\":\"" + code + "\"}");
        assertThat(full).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(json(full).at("/toPay/cents").asLong()).isZero();
        assertThat(balance(code)).isEqualTo(50_00);
        assertProblem(api.put(uri + "/voucher", 3, "{\"code\":\"" + code + "\"}"), 409, "already-covered");
        assertProblem(api.put(uri + "/voucher", 2, "{\"code\":\"" + code + "\"}"), 412, "version-changed");

        assertThat(json(api.delete(uri + "/voucher", 3)).at("/toPay/cents").asLong())
                .isEqualTo(70_00);
        assertProblem(api.delete(uri + "/voucher", 4), 409, "not-covered");
        assertThat(balance(code)).isEqualTo(100_00);
        assertThat(json(api.get("/vouchers/" + credit)).get("balance").asLong()).isEqualTo(20_00);
        assertThat(json(api.get(uri + "/history"))
                        .valueStream()
                        .map(it -> it.get("event").asString()))
                .containsExactly("BookingConfirmed", "BookingCovered", "BookingCovered", "BookingCovered");
    }

    @Test
    void moving_a_session_keeps_its_voucher_but_not_beyond_the_last_day() {
        var jo = giver();
        var answer = issue("""
                {"kind":"CREDIT","clinicId":"%s","client":{"name":"Jo","email":"%s"},"cents":7000,"lastDay":"%s"}""".formatted(
                Neighbourhood.CLINIC, jo, LocalDate.now(Neighbourhood.BERLIN).plusDays(9)));
        var own = "{\"id\":\"" + json(answer).get("id").asString() + "\"}";
        var therapist = api.therapist();
        assertProblem(book(therapist, at(10, 9, 0), jo, own, false), 422, "voucher-expired");
        var booked = json(book(therapist, at(7, 9, 0), jo, own, false));
        var uri = "/bookings/" + booked.get("id").asString();

        var moved = json(api.put(uri + "/schedule", 1, "{\"start\":\"" + at(9, 22, 0) + "\"}"));
        assertThat(moved.at("/toPay/cents").asLong()).isZero();
        assertProblem(api.put(uri + "/schedule", 2, "{\"start\":\"" + at(10, 9, 0) + "\"}"), 422, "voucher-expired");
        assertThat(api.put(
                        uri + "/schedule",
                        2,
                        "{\"start\":\"" + at(10, 9, 0) + "\",\"override\":{\"reason\":\"GOODWILL\"}}"))
                .hasStatusOk();
    }

    @Test
    void the_desk_adjusts_a_voucher_makes_it_last_longer_and_declares_it_void() {
        var id = credit(giver(), 50_00);
        var uri = "/vouchers/" + id;
        var key = UUID.randomUUID().toString();
        var more = "{\"change\":1000,\"reason\":\"we were late\"}";

        assertThat(json(api.post(uri + "/adjustments", more, "Idempotency-Key", key))
                        .get("balance")
                        .asLong())
                .isEqualTo(60_00);
        assertThat(json(api.post(uri + "/adjustments", more, "Idempotency-Key", key))
                        .get("balance")
                        .asLong())
                .isEqualTo(60_00);
        assertProblem(
                api.post(uri + "/adjustments", more.replace("late", "early"), "Idempotency-Key", key),
                422,
                "idempotency-key-reused");
        var overdrawn = api.post(uri + "/adjustments", "{\"change\":-6001,\"reason\":\"typo\"}");
        assertProblem(overdrawn, 409, "overdrawn");
        assertThat(json(overdrawn).get("left").asLong()).isEqualTo(60_00);
        var longer = json(api.post(
                uri + "/adjustments", "{\"lastDay\":\"" + NEXT_YEAR.plusYears(1) + "\",\"reason\":\"was ill\"}"));
        assertThat(longer.get("lastDay").asString())
                .isEqualTo(NEXT_YEAR.plusYears(1).toString());

        assertProblem(api.put(uri + "/voiding", 1, "{\"reason\":\"twice\"}"), 412, "version-changed");
        var voided = json(api.put(uri + "/voiding", 3, "{\"reason\":\"issued twice\"}"));
        assertThat(voided.get("status").asString()).isEqualTo("VOIDED");
        assertThat(voided.get("balance").asLong()).isZero();
        assertThat(lines(voided.get("statement")))
                .containsExactly("ISSUED 5000 5000", "ADJUSTED 1000 6000", "ADJUSTED 0 6000", "VOIDED -6000 0");
        assertProblem(api.put(uri + "/voiding", 4, "{\"reason\":\"again\"}"), 409, "voucher-voided");
        assertProblem(api.post(uri + "/adjustments", more), 409, "voucher-voided");
        assertProblem(api.put(uri + "/code", 4, ""), 409, "voucher-voided");
    }

    @Test
    void a_code_is_told_once_kept_nowhere_and_can_be_changed() {
        var key = UUID.randomUUID().toString();
        var body = giftCard(50_00);
        var first = json(api.post("/vouchers", body, "Idempotency-Key", key));
        var again = api.post("/vouchers", body, "Idempotency-Key", key);
        assertThat(again).hasStatus(201);
        assertThat(json(again).get("id")).isEqualTo(first.get("id"));
        assertThat(json(again).has("code")).isFalse();
        assertProblem(api.post("/vouchers", giftCard(60_00), "Idempotency-Key", key), 422, "idempotency-key-reused");

        var uri = "/vouchers/" + first.get("id").asString();
        var code = first.get("code").asString();
        assertThat(database.getCollection("bookings")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .doesNotContain(code)
                .doesNotContain(code.replace("-", ""));
        var changed = json(api.put(uri + "/code", 1, ""));
        assertProblem(api.post("/vouchers/gift-card", "{\"code\":\"" + code + "\"}"), 404, "unknown-voucher");
        assertThat(balance(changed.get("code").asString())).isEqualTo(50_00);
        assertProblem(api.put("/vouchers/" + credit(giver(), 1) + "/code", 1, ""), 409, "no-gift-card");
    }

    @Test
    void what_nobody_has_is_not_found() {
        assertProblem(api.get("/vouchers/" + UUID.randomUUID()), 404, "unknown-voucher");
        assertProblem(api.post("/vouchers/gift-card", "{\"code\":\"GC-1234\"}"), 404, "unknown-voucher");
        assertProblem(api.get("/vouchers"), 400, "invalid-parameter");
        assertProblem(
                book(api.therapist(), at(3, 9, 0), giver(), "{\"code\":\"GC-2222-2222\"}", false),
                422,
                "unknown-voucher");
    }

    @Test
    void who_is_given_a_card_is_told_of_it_without_its_code_again_when_it_gets_another_one() {
        var issued = json(issue(given("Kim Lee", "kim@client.example", "Happy birthday!")));
        var id = issued.get("id").asString();
        var code = issued.get("code").asString();
        var another =
                json(api.put("/vouchers/" + id + "/code", 1, "")).get("code").asString();

        var told = Told.on(Topics.GIFT_CARDS, id, 2).stream()
                .map(message -> JsonMapper.shared().readTree(message.value()))
                .toList();

        assertThat(told).extracting(event -> event.get("version").asLong()).containsExactly(1L, 2L);
        for (var event : told) {
            assertThat(event.at("/receiver/email").asString()).isEqualTo("kim@client.example");
            assertThat(event.get("words").asString()).isEqualTo("Happy birthday!");
            assertThat(event.at("/worth/cents").asLong()).isEqualTo(50_00);
            assertThat(event.get("lastDay").asString()).isEqualTo(NEXT_YEAR.toString());
            assertThat(event.toString()).doesNotContain(code, another);
        }
        assertThat(codes.code(VoucherId.of(id), 1)).isEqualTo(code);
        assertThat(codes.code(VoucherId.of(id), 2)).isEqualTo(another);
        var stored = database.getCollection("bookings")
                .find(eq("_id", "voucher/" + id))
                .first();
        assertThat(stored.toJson()).doesNotContain(code, another);
    }

    @Test
    void a_bearer_reads_when_how_much_was_taken_and_not_for_what() {
        var code = json(issueGiftCard(100_00)).get("code").asString();
        var booked = json(book(api.therapist(), at(3, 9, 0), giver(), "{\"code\":\"" + code + "\"}", false));

        var card = json(api.post("/vouchers/gift-card", "{\"code\":\"" + code + "\"}"));

        assertThat(card.get("statement").valueStream())
                .extracting(line -> line.get("event").asString() + " " + line.get("change") + " " + line.get("balance"))
                .containsExactly("ISSUED 10000 10000", "REDEEMED -7000 3000");
        assertThat(card.toString())
                .doesNotContain(
                        booked.get("id").asString(), booked.get("reference").asString());
    }

    @Test
    void the_report_counts_what_was_sold_and_redeemed_this_month() {
        var month = YearMonth.now(Neighbourhood.BERLIN);
        var period = "&from=" + month.atDay(1) + "&to=" + month.atEndOfMonth();
        var before = row(json(api.get("/reports/vouchers?clinicId=" + Neighbourhood.CLINIC + period)));
        var code = json(issueGiftCard(100_00)).get("code").asString();
        book(api.therapist(), at(3, 9, 0), giver(), "{\"code\":\"" + code + "\"}", false);

        var after = row(json(api.get("/reports/vouchers?clinicId=" + Neighbourhood.CLINIC + period)));

        for (var grown : Map.of(
                        "sold", 1, "paidCents", 100_00, "loaded", 100_00, "redeemed", 70_00, "outstanding", 30_00)
                .entrySet()) {
            assertThat(after.path(grown.getKey()).asLong(0)
                            - before.path(grown.getKey()).asLong(0))
                    .as(grown.getKey())
                    .isEqualTo(grown.getValue().longValue());
        }
        var csv = api.get("/reports/vouchers?format=CSV&clinicId=" + Neighbourhood.CLINIC + period);
        assertThat(Api.text(csv))
                .startsWith("month,kind,currency,sold,paidCents,loaded,redeemed,expired,voided,outstanding\r\n")
                .contains(month + ",GIFT_CARD,EUR,");
        assertProblem(api.get("/reports/vouchers?clinicId=" + UUID.randomUUID() + period), 404, "unknown-clinic");
        assertProblem(api.get("/reports/vouchers?clinicId=" + Neighbourhood.CLINIC), 400, "missing-parameter");
        assertProblem(
                api.get("/reports/vouchers?clinicId=" + Neighbourhood.CLINIC + "&from=2026-02-01&to=2026-01-01"),
                400,
                "invalid-parameter");
    }

    private static JsonNode row(JsonNode report) {
        for (var row : report.get("rows")) {
            if (row.get("kind").asString().equals("GIFT_CARD")) return row;
        }
        return report.get("rows").path("none");
    }

    private static String given(String name, String email, String words) {
        return giftCard(50_00)
                .replaceFirst(
                        "\\{",
                        "{\"receiver\":{\"name\":\"%s\",\"email\":\"%s\"},\"words\":\"%s\","
                                .formatted(name, email, words));
    }

    @ParameterizedTest(name = "{2}: {0}")
    @MethodSource
    void what_is_wrong_is_named(String body, int status, String type, String field) {
        var answer = issue(body);
        assertProblem(answer, status, type);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
    }

    static Stream<Arguments> what_is_wrong_is_named() {
        var card = giftCard(50_00);
        var bundle = """
                {"kind":"PACKAGE","clinicId":"%s","client":{"name":"Jo","email":"jo@client.example"},"sessions":\
                {"treatment":"SWEDISH","lengthMinutes":60,"count":5},"paidCents":100,"payment":"CARD","lastDay":"%s"}""".formatted(Neighbourhood.CLINIC, NEXT_YEAR);
        return Stream.of(
                Arguments.of(card.replace("GIFT_CARD", "LOTTERY"), 400, "invalid-field", "kind"),
                Arguments.of(card.replaceFirst("\\{", "{\"balance\":1,"), 400, "unknown-field", "balance"),
                Arguments.of(card.replace("5000", "0"), 400, "invalid-field", "cents"),
                Arguments.of(card.replace("5000", "100000001"), 400, "invalid-field", "cents"),
                Arguments.of(card.replace("\"cents\":5000,", ""), 400, "invalid-field", "cents"),
                Arguments.of(card.replace("\"payment\":\"CASH\",", ""), 400, "invalid-field", "payment"),
                Arguments.of(card.replace("CASH", "NOTHING"), 400, "invalid-field", "payment"),
                Arguments.of(card.replace("5000,", "5000,\"paidCents\":0,"), 400, "invalid-field", "payment"),
                Arguments.of(card.replace("5000,", "5000,\"paidCents\":-1,"), 400, "invalid-field", "paidCents"),
                Arguments.of(card.replace(NEXT_YEAR.toString(), "2020-01-01"), 422, "bad-last-day", "lastDay"),
                Arguments.of(card.replace(NEXT_YEAR.toString(), "9999-12-31"), 422, "bad-last-day", "lastDay"),
                Arguments.of(card.replace(NEXT_YEAR.toString(), "soon"), 400, "invalid-field", "lastDay"),
                Arguments.of(card.replace(",\"lastDay\":\"" + NEXT_YEAR + "\"", ""), 400, "invalid-field", "lastDay"),
                Arguments.of(
                        card.replaceFirst("\\{", "{\"client\":{\"name\":\"Jo\",\"email\":\"jo@client.example\"},"),
                        400,
                        "invalid-field",
                        "client"),
                Arguments.of(card.replaceFirst("\\{", "{\"note\":\"a\\\\nb\","), 400, "invalid-field", "note"),
                Arguments.of(card.replaceFirst("\\{", "{\"note\":\" \","), 400, "invalid-field", "note"),
                Arguments.of(
                        card.replace(
                                Neighbourhood.CLINIC.toString(),
                                UUID.randomUUID().toString()),
                        422,
                        "unknown-clinic",
                        "clinicId"),
                Arguments.of(given("Kim", "nowhere", "Hi"), 400, "invalid-field", "receiver.email"),
                Arguments.of(given(" ", "kim@client.example", "Hi"), 400, "invalid-field", "receiver.name"),
                Arguments.of(given("Kim", "kim@client.example", " "), 400, "invalid-field", "words"),
                Arguments.of(given("Kim", "kim@client.example", "a\\\\nb"), 400, "invalid-field", "words"),
                Arguments.of(card.replaceFirst("\\{", "{\"words\":\"Hi\","), 400, "invalid-field", "words"),
                Arguments.of(
                        bundle.replaceFirst(
                                "\\{", "{\"receiver\":{\"name\":\"Kim\",\"email\":\"kim@client.example\"},"),
                        400,
                        "invalid-field",
                        "receiver"),
                Arguments.of(card.replace("GIFT_CARD", "CREDIT"), 400, "invalid-field", "client"),
                Arguments.of(card.replace("GIFT_CARD", "PACKAGE"), 400, "invalid-field", "sessions"),
                Arguments.of(bundle.replace("PACKAGE", "CREDIT"), 400, "invalid-field", "sessions"),
                Arguments.of(bundle.replaceFirst("\\{", "{\"cents\":1,"), 400, "invalid-field", "cents"),
                Arguments.of(bundle.replace("\"count\":5", "\"count\":0"), 400, "invalid-field", "sessions.count"),
                Arguments.of(bundle.replace(":60", ":50"), 422, "wrong-length", "sessions.lengthMinutes"),
                Arguments.of(bundle.replace("\"paidCents\":100,", ""), 422, "unknown-package", "sessions"),
                Arguments.of(
                        bundle.replace("\"count\"", "\"therapistId\":\"" + UUID.randomUUID() + "\",\"count\""),
                        422,
                        "unknown-therapist",
                        "sessions.therapistId"));
    }

    @Test
    void a_booking_names_one_voucher_in_one_way() {
        var therapist = api.therapist();
        for (var bad : List.of("{}", "{\"id\":\"" + UUID.randomUUID() + "\",\"code\":\"GC\"}")) {
            var answer = book(therapist, at(3, 9, 0), giver(), bad, false);
            assertProblem(answer, 400, "invalid-field");
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("voucher");
        }
        var unreadable = book(therapist, at(3, 9, 0), giver(), "{\"id\":\"x\"}", false);
        assertThat(unreadable).bodyJson().extractingPath("$.errors[0].field").isEqualTo("voucher.id");
        var uri = "/vouchers/" + credit(giver(), 1) + "/adjustments";
        assertProblem(api.post(uri, "{\"reason\":\"nothing\"}"), 400, "invalid-field");
        assertProblem(api.post(uri, "{\"change\":1}"), 400, "invalid-field");
        assertProblem(api.post(uri, "{\"change\":100000000,\"reason\":\"all of it\"}"), 422, "too-much");
        assertProblem(api.post(uri, "{\"change\":1,\"reason\":\"x\"}", "X", "Y"), 400, "missing-idempotency-key");
    }

    /** Tomorrow at the latest, so that less than a day is left; and not in the night. */
    private static Instant soon() {
        var now = Instant.now();
        return Stream.of(at(0, 22, 0), at(1, 6, 0))
                .filter(start -> start.isAfter(now.plusSeconds(60)))
                .findFirst()
                .orElseThrow();
    }

    private static String typed(String code) {
        return code.toLowerCase(Locale.ROOT).replace("-", " ");
    }

    private static String giver() {
        return UUID.randomUUID() + "@client.example";
    }

    private String credit(String email, long cents) {
        var answer = issue("""
                {"kind":"CREDIT","clinicId":"%s","client":{"name":"Jo","email":"%s"},"cents":%d,"lastDay":"%s"}""".formatted(Neighbourhood.CLINIC, email, cents, NEXT_YEAR));
        assertThat(answer).hasStatus(201).hasHeader("ETag", "\"1\"");
        return json(answer).get("id").asString();
    }

    private static String giftCard(long cents) {
        return "{\"kind\":\"GIFT_CARD\",\"clinicId\":\"%s\",\"cents\":%d,\"payment\":\"CASH\",\"lastDay\":\"%s\"}"
                .formatted(Neighbourhood.CLINIC, cents, NEXT_YEAR);
    }

    private MvcTestResult issueGiftCard(long cents) {
        var answer = issue(giftCard(cents));
        assertThat(answer).hasStatus(201).hasHeader("Cache-Control", "no-store");
        return answer;
    }

    private MvcTestResult issue(String body) {
        return api.post("/vouchers", body);
    }

    private long balance(String code) {
        return json(api.post("/vouchers/gift-card", "{\"code\":\"" + code + "\"}"))
                .get("balance")
                .asLong();
    }

    private static List<String> lines(JsonNode statement) {
        return statement
                .valueStream()
                .map(line -> line.get("event").asString() + " "
                        + line.get("change").asLong() + " "
                        + line.get("balance").asLong()
                        + (line.has("booking") ? " " + line.get("booking").asString() : ""))
                .toList();
    }

    private MvcTestResult book(TherapistId therapist, Instant start, String email, String voucher, boolean hold) {
        return api.post("/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Maria Weber","email":"%s"},"hold":%s,"voucher":%s,"screening":{"has":[]}}""".formatted(therapist, Neighbourhood.CLINIC, start, email, hold, voucher));
    }
}
