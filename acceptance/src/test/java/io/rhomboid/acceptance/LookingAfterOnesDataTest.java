package io.rhomboid.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.acceptance.SignIn.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What one service alone can't show: who is told of a broken glass, what an export has, and how forgetting ends. */
@ExtendWith(RunningClinic.ForAllStories.class)
class LookingAfterOnesDataTest {

    static final Duration SOON = Duration.ofSeconds(60);

    final RunningClinic clinic;
    final Visitor ada;
    final Visitor anton;

    LookingAfterOnesDataTest(RunningClinic clinic) {
        this.clinic = clinic;
        ada = clinic.as(Person.OTHER_CLIENT);
        anton = clinic.as(Person.CLINIC_ADMIN);
    }

    @Test
    void a_client_sees_who_looked_takes_everything_out_and_is_forgotten() {
        var berlin = OneDayAtTheClinicTest.clinicIn("Europe/Berlin", ada);
        var there = "clinicId=" + berlin.get("id").asString();
        var from = LocalDate.now().plusDays(25);
        var slot = ada.whoIsFree(Slots.TECHNIQUE, 60, there, from, from.plusDays(3))
                .getFirst();
        var booking = ada.book(Slots.TECHNIQUE, slot);
        var me = "/api/v1/clients/" + booking.view().get("clientId").asString();

        // Somebody breaks the glass: the clinic's desk reads it, and she reads why.
        var why = JsonMapper.shared().createObjectNode().put("reason", "She has fainted at the desk");
        var path = "/api/v1/bookings/" + booking.id() + "/broken-glass";
        assertThat(anton.post(path, Visitor.newKey(), why).status()).isEqualTo(201);
        var reference = booking.view().get("reference").asString();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(clinic.mails().to(berlin.get("email").asString()))
                                .anySatisfy(mail -> assertThat(mail.subject()).contains(reference, "Anton Beck")));
        assertThat(anton.get("/api/v1/inbox").body().get("messages").findValuesAsString("title"))
                .anyMatch(title -> title.contains(reference));
        assertThat(ada.get(me + "/disclosures").body().get("disclosures").findValuesAsString("words"))
                .containsExactly("She has fainted at the desk");

        // What all services have, in one file.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ada.get(me + "/export")
                                .body()
                                .at("/messages/messages")
                                .toString())
                        .contains("CONFIRMATION", "SENT"));
        var all = ada.get(me + "/export").body();
        assertThat(all.get("missing")).isEmpty();
        assertThat(all.get("reviews")).isEmpty();
        assertThat(all.at("/account/mail").asString()).isEqualTo(ada.email());

        // And then nothing.
        ada.cancel(booking);
        var asked = ada.send(ada.request(me + "/erasure")
                .header("If-Match", "\"0\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"understood\":true}")));
        assertThat(asked.status()).as("%s", asked).isEqualTo(200);
        var status = me.replace("/clients/", "/erasures/");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(clinic.visitor().get(status).body().get("waitsFor"))
                                .isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.mails().to(ada.email()))
                        .anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("You are forgotten")));
        assertThat(clinic.visitor().get(status).body().get("completedAt").asString())
                .startsWith("20");
        assertThat(ada.get(me + "/export").status()).isEqualTo(404);
    }
}
