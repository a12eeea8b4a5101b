package io.rhomboid.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.acceptance.Visitor.Answer;
import io.rhomboid.acceptance.Visitor.Booking;
import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody waits until an hour becomes free, and somebody comes several times; both without an account. */
@ExtendWith(RunningClinic.ForAllStories.class)
class WaitingAndComingAgainTest {

    static final JsonMapper JSON = new JsonMapper();
    static final Duration SOON = Duration.ofSeconds(60);

    final RunningClinic clinic;

    WaitingAndComingAgainTest(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void who_waits_is_kept_what_becomes_free_and_says_yes_by_the_link_in_the_mail() {
        // An evening on which everybody else was faster.
        var others = clinic.visitor();
        var slot = Slots.free(others, 1, 26).getFirst();
        var taken = fill(slot);
        var ada = clinic.visitor();
        var day = slot.start().toLocalDate().toString();
        var wish = JSON.createObjectNode()
                .put("clinicId", slot.clinicId())
                .put("therapistId", slot.therapistId())
                .put("treatment", Slots.TECHNIQUE)
                .put("from", day)
                .put("until", day);
        wish.putArray("lengthsMinutes").add(60);
        wish.set("client", client(ada));
        var joined = ada.post("/api/v1/waitlist", Visitor.newKey(), wish);
        assertThat(joined.status()).as("%s", joined).isEqualTo(201);

        taken.gives().cancel(taken.booking());

        var offer = clinic.mails().await(1, ada.email());
        assertThat(offer.text()).contains("/offer#");
        var opened = open(ada, offer.text());
        var path = "/api/v1/waitlist/" + opened.get("waitlistEntryId").asString();
        var pass = opened.get("pass").asString();
        // Nobody else can take it, and nobody else can answer.
        var rival = clinic.visitor().tryToBook(Slots.TECHNIQUE, taken.slot(), Visitor.newKey());
        assertThat(rival.problem()).isEqualTo("slot-taken");
        assertThat(others.get(path).status()).isEqualTo(401);
        var place = send(ada, path, pass);
        assertThat(place.body().get("state").asString()).isEqualTo("OFFERED");

        var accepted = put(ada, path + "/acceptance", pass, place);

        assertThat(accepted.status()).as("%s", accepted).isEqualTo(200);
        assertThat(accepted.body().get("state").asString()).isEqualTo("TAKEN");
        assertThat(clinic.mails().await(2, ada.email()).entry().event().getDateStart())
                .isNotNull();
    }

    /** One of those who booked all that therapist's hours of a day. */
    private record Taken(Visitor gives, Booking booking, Slot slot) {}

    private Taken fill(Slot slot) {
        var day = slot.start().toLocalDate();
        var where = "clinicId=" + slot.clinicId() + "&therapistId=" + slot.therapistId();
        Taken last = null;
        while (true) {
            var free = clinic.visitor().whoIsFree(Slots.TECHNIQUE, 60, where, day, day);
            if (free.isEmpty() && last != null) return last;
            var next = free.getFirst();
            var client = clinic.visitor();
            last = new Taken(client, client.book(Slots.TECHNIQUE, next), next);
            await().atMost(SOON)
                    .until(() -> !clinic.visitor()
                            .whoIsFree(Slots.TECHNIQUE, 60, where, day, day)
                            .contains(next));
        }
    }

    @Test
    void three_weeks_are_proposed_held_confirmed_and_given_back_together() {
        var jo = clinic.visitor();
        var first = Slots.free(jo, 1, 15).getFirst();
        var wish = JSON.createObjectNode()
                .put("clinicId", first.clinicId())
                .put("therapistId", first.therapistId())
                .put("treatment", Slots.TECHNIQUE)
                .put("lengthMinutes", 60)
                .put("start", first.start().toString());
        wish.putArray("phases").addObject().put("count", 3).put("everyWeeks", 1);
        var proposal = jo.post("/api/v1/series/proposals", Visitor.newKey(), wish);
        assertThat(proposal.status()).as("%s", proposal).isEqualTo(200);
        var visits = proposal.body().get("visits");
        assertThat(visits).hasSize(3);

        var series = JSON.createObjectNode()
                .put("clinicId", first.clinicId())
                .put("treatment", Slots.TECHNIQUE)
                .put("lengthMinutes", 60);
        series.set("client", client(jo));
        var dates = series.putArray("visits");
        for (var visit : visits) {
            // A taken date comes with others.
            var start = visit.get("free").asBoolean()
                    ? visit.get("start")
                    : visit.get("alternatives").get(0).get("start");
            dates.addObject().put("therapistId", first.therapistId()).set("start", start);
        }
        var held = jo.post("/api/v1/series", Visitor.newKey(), series);
        assertThat(held.status()).as("%s", held).isEqualTo(201);
        var pass = held.header("Guest-Pass").orElseThrow();
        var path = "/api/v1/series/" + held.body().get("id").asString();
        assertThat(clinic.visitor().get(path).status()).isEqualTo(401);

        var confirmed = put(jo, path + "/confirmation", pass, held);
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
        // One mail has all dates, and a link that opens the series.
        var mail = clinic.mails().await(1, jo.email());
        var again = open(jo, mail.text()).get("pass").asString();
        assertThat(send(jo, path, again).body().get("status").asString()).isEqualTo("CONFIRMED");

        var cancelled = put(jo, path + "/cancellation", again, send(jo, path, again));
        assertThat(cancelled.status()).as("%s", cancelled).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(jo.whoIsFree(
                                Slots.TECHNIQUE,
                                60,
                                "clinicId=" + first.clinicId() + "&therapistId=" + first.therapistId(),
                                first.start().toLocalDate(),
                                first.start().toLocalDate()))
                        .contains(first));
    }

    private static ObjectNode client(Visitor visitor) {
        return JSON.createObjectNode()
                .put("name", "Ada Sample")
                .put("email", visitor.email())
                .put("language", "en");
    }

    private static final Pattern LINK = Pattern.compile("/(?:offer|series)#([\\w-]+)");

    /** What the first such link of a mail opens. */
    private static JsonNode open(Visitor visitor, String mail) {
        var link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        var opened = visitor.post(
                "/api/v1/guest-passes",
                Visitor.newKey(),
                JSON.createObjectNode().put("link", link.group(1)));
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        return opened.body();
    }

    private static Answer send(Visitor visitor, String path, String pass) {
        return visitor.send(visitor.request(path).header("Guest-Pass", pass).GET());
    }

    private static Answer put(Visitor visitor, String path, String pass, Answer seen) {
        return visitor.send(visitor.request(path)
                .header("Guest-Pass", pass)
                .header("If-Match", seen.header("ETag").orElseThrow())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(path.endsWith("/cancellation") ? "{}" : "{\"screening\":{\"has\":[]}}")));
    }
}
