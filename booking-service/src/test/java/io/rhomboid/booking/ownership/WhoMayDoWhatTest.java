package io.rhomboid.booking.ownership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.erasure.Erasure;
import io.rhomboid.booking.erasure.Erasures;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.testing.identity.AccessMatrix;
import io.rhomboid.testing.identity.AccessMatrix.Answer;
import io.rhomboid.testing.identity.AccessMatrix.Operation;
import io.rhomboid.testing.identity.Issuer;
import io.rhomboid.testing.identity.KindsOfCallers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WholeService
class WhoMayDoWhatTest {

    static final ClinicId ELSEWHERE = new ClinicId(UUID.randomUUID());

    @Autowired
    Api api;

    @Autowired
    MockMvcTester http;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Memberships memberships;

    @Autowired
    GuestLinks links;

    @Autowired
    Clients clients;

    @Autowired
    Erasures erasures;

    @Test
    void every_operation_is_done_for_those_in_its_row_and_for_nobody_else() {
        var operations = Operation.of(Api.text(http.get().uri("/v3/api-docs").exchange()));
        var therapist = api.therapist();
        staff("", Neighbourhood.CLINIC, therapist);
        staff("other ", ELSEWHERE, new TherapistId(UUID.randomUUID()));
        var start = Instant.now()
                .plus(5, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(10, ChronoUnit.HOURS);
        var booking = api.book(therapist, start, KindsOfCallers.CLIENT_MAIL);
        var ids = new HashMap<>(Map.of(
                "bookings", booking.get("id").asString(),
                "clinics", Neighbourhood.CLINIC.toString(),
                "clinicId", Neighbourhood.CLINIC.toString(),
                "therapists", therapist.toString(),
                "therapistId", therapist.toString(),
                "flagged", "true"));
        var client = clients.known(KindsOfCallers.CLIENT_MAIL).orElseThrow();
        ids.put("clientId", client.toString());
        ids.put("clients", client.toString());
        ids.put("number", "1");
        ids.put(
                "vouchers",
                Api.json(api.post("/vouchers", """
                        {"kind":"CREDIT","clinicId":"%s","cents":5000,"paidCents":5000,"payment":"CASH",\
                        "lastDay":"%s","client":{"name":"Jo Weber","email":"%s"}}""".formatted(
                                Neighbourhood.CLINIC, LocalDate.now().plusYears(1), KindsOfCallers.CLIENT_MAIL)))
                        .get("id")
                        .asString());
        ids.put("series", series(therapist, start));
        var erased = new ClientId(UUID.randomUUID());
        erasures.ask(new Erasure(erased, start, start.plus(100, ChronoUnit.DAYS), null, null, Map.of()));
        ids.put("erasures", erased.toString());
        ids.put("waitlist", place(therapist));
        ids.put("plans", plan(client.toString(), therapist));
        var passes = Map.of(
                "clients",
                pass(Guest.ofIntake(client)),
                "bookings",
                pass(Guest.of(BookingId.of(ids.get("bookings")), client)),
                "series",
                pass(Guest.of(SeriesId.of(ids.get("series")), client)),
                "waitlist",
                pass(Guest.of(WaitlistEntryId.of(ids.get("waitlist")), client)));
        ids.put(
                "calendars",
                Api.json(api.post("/calendars", "{\"kind\":\"THERAPIST\",\"id\":\"" + therapist + "\"}"))
                        .get("id")
                        .asString());

        var callers = new LinkedHashMap<>(KindsOfCallers.callers());
        callers.put("guest", Map.of("Authorization", "", "Guest-Pass", "to the thing itself"));
        var matrix = new AccessMatrix(
                operations,
                callers,
                (operation, name) -> ids.getOrDefault(
                        name.equals("id") ? kind(operation.path()) : name,
                        UUID.randomUUID().toString()),
                (method, path, headers) -> {
                    var sent = new HashMap<>(headers);
                    sent.computeIfPresent(
                            "Guest-Pass", (_, _) -> passes.getOrDefault(kind(path), passes.get("bookings")));
                    return ask(method, path, sent);
                });

        assertThat(matrix.violations()).isEmpty();
    }

    /** What an operation is about, as its path says it. */
    private static String kind(String path) {
        return path.split("[/?]")[3];
    }

    private String pass(Guest guest) {
        return links.pass(guest, GuestLinks.passUntil(Instant.now()));
    }

    private String place(TherapistId therapist) {
        var nothing = LocalDate.now().plusDays(6);
        var off = Api.json(api.post("/waitlist", """
                {"clinicId":"%s","treatment":"SWEDISH","lengthsMinutes":[60],"therapistId":"%s","from":"%s",\
                "until":"%s","daysOfWeek":["%s"],"client":{"name":"Jo Weber","email":"%s"}}""".formatted(
                        Neighbourhood.CLINIC,
                        therapist,
                        nothing,
                        nothing,
                        nothing.plusDays(1).getDayOfWeek(),
                        KindsOfCallers.CLIENT_MAIL)));
        return off.get("id").asString();
    }

    private String plan(String client, TherapistId therapist) {
        var jo = "Bearer " + Issuer.token(UUID.randomUUID().toString(), KindsOfCallers.CLIENT_MAIL);
        var made = api.post(
                "/clients/" + client + "/plans",
                """
                {"clinicId":"%s","therapistId":"%s","treatment":"SWEDISH","lengthMinutes":60,"pain":5}""".formatted(Neighbourhood.CLINIC, therapist),
                "Authorization",
                jo,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return Api.json(made).get("id").asString();
    }

    private String series(TherapistId therapist, Instant start) {
        var body = """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,\
                "client":{"name":"Jo Weber","email":"%s"},\
                "visits":[{"therapistId":"%s","start":"%s"},{"therapistId":"%s","start":"%s"}]}""".formatted(
                        Neighbourhood.CLINIC,
                        KindsOfCallers.CLIENT_MAIL,
                        therapist,
                        start.plus(1, ChronoUnit.DAYS),
                        therapist,
                        start.plus(2, ChronoUnit.DAYS));
        return Api.json(api.post("/series", body)).get("id").asString();
    }

    /** Told as therapist-service tells it. */
    private void staff(String prefix, ClinicId clinic, TherapistId therapist) {
        member(prefix + "therapist", new Membership(clinic, Set.of(StaffRole.THERAPIST), therapist));
        member(prefix + "desk", new Membership(clinic, Set.of(StaffRole.DESK), null));
        member(prefix + "admin", new Membership(clinic, EnumSet.of(StaffRole.CLINIC_ADMIN), null));
    }

    private void member(String caller, Membership membership) {
        var person = KindsOfCallers.subject(caller);
        // Later than what an earlier run on the same broker told.
        var event = new MembershipsChanged(person, Instant.now().toEpochMilli(), List.of(membership), Instant.now());
        kafka.send(Topics.MEMBERS, event.key(), EventJson.mapper().writeValueAsBytes(event));
        await().until(() -> memberships.of(person).equals(List.of(membership)));
    }

    private Answer ask(String method, String path, Map<String, String> headers) {
        var request = http.method(HttpMethod.valueOf(method)).uri(path);
        headers.forEach(request::header);
        var answer = request.exchange().getResponse();
        return new Answer(answer.getStatus(), new String(answer.getContentAsByteArray(), UTF_8));
    }
}
