package io.rhomboid.therapist.review;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class ReviewsTest {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Sessions sessions;

    String therapist = "";

    @BeforeEach
    void a_therapist() {
        therapist = api.post("/therapists", Examples.therapist()).location();
    }

    @Test
    void a_session_that_took_place_is_reviewed_once_and_counts() {
        var session = tookPlace(Duration.ofDays(1));
        var key = UUID.randomUUID().toString();

        var written = api.post("/reviews", key, body(session));

        assertThat(written.status()).as("%s", written.body()).isEqualTo(201);
        assertThat(written.etag()).isEqualTo("\"1\"");
        assertThat(api.get(written.location()).json()).isEqualTo(written.json());
        assertThat(api.post("/reviews", key, body(session)).json()).isEqualTo(written.json());
        assertThat(api.post("/reviews", key, body(session).put("stars", 1)).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(api.post("/reviews", body(session)).problem()).isEqualTo("review-exists");

        awaitRating(1);
        var all = api.get(therapist + "/reviews");
        assertThat(all.json().at("/reviews")).hasSize(1);
        assertThat(all.json().at("/reviews/0/shownName").asString()).isEqualTo("Jo");
        assertThat(all.json().at("/reviews/0/clientId").isMissingNode()).isTrue();
        assertThat(all.json().at("/rating")).isEqualTo(Api.json("""
                        {'count': 1, 'mean': 4.0, 'distribution': {'1': 0, '2': 0, '3': 0, '4': 1, '5': 0},
                         'communication': 5.0, 'comfort': 4.0, 'place': 3.0, 'result': 2.0}"""));
        assertThat(api.get(therapist).json().at("/rating")).isEqualTo(all.json().at("/rating"));
    }

    @Test
    void who_was_treated_gets_all_that_they_wrote_and_nobody_who_does_not_know_the_reference() {
        var session = tookPlace(Duration.ofDays(1));
        var written = api.post("/reviews", body(session));
        var other = tookPlace(Duration.ofDays(1));
        var asked =
                "{\"visits\":[{\"bookingId\":\"%s\",\"reference\":\"%s\"},{\"bookingId\":\"%s\",\"reference\":\"RH-OTHER\"}]}";

        var all = api.post(
                "/reviews/written",
                asked.formatted(
                        body(session).get("bookingId").asString(),
                        body(session).get("reference").asString(),
                        body(other).get("bookingId").asString()));

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().at("/reviews")).hasSize(1);
        assertThat(all.json().at("/reviews/0/review/id"))
                .isEqualTo(written.json().get("id"));
        assertThat(all.json().at("/reviews/0/status").asString()).isEqualTo("PUBLISHED");
        var wrong = api.post("/reviews/written", "{\"visits\":[{\"bookingId\":\"%s\"}]}".formatted(UUID.randomUUID()));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("visits[0].reference");
    }

    @Test
    void only_who_was_treated_knows_how_to_review() {
        var session = tookPlace(Duration.ofDays(1));

        assertThat(api.post("/reviews", body(session).put("reference", "RH-ANOTHER"))
                        .problem())
                .isEqualTo("unknown-session");
        var answer = api.post(
                "/reviews", body(session).put("bookingId", UUID.randomUUID().toString()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo("reference");

        var waiting = session(Duration.ofDays(1));
        var arrived = Samples.completed(waiting);
        tell(new BookingArrived(arrived.bookingId(), 2, arrived.booking(), arrived.occurredAt()));
        tookPlace(Duration.ofDays(1));
        assertThat(api.post("/reviews", body(waiting)).problem()).isEqualTo("unknown-session");
    }

    @Test
    void each_session_of_a_visit_is_reviewed_by_itself() {
        var first = session(Duration.ofDays(1));
        tell(Samples.visit(first));
        await().atMost(PATIENCE)
                .until(() ->
                        sessions.find(first.bookingId(), first.reference(), 2).isPresent());

        var second = api.post("/reviews", body(first).put("session", 2));
        assertThat(second.text("/treatment")).isEqualTo("FOOT");
        assertThat(api.post("/reviews", body(first)).text("/treatment")).isEqualTo("SWEDISH");
        assertThat(api.post("/reviews", body(first).put("session", 2)).problem())
                .isEqualTo("review-exists");
        assertThat(api.post("/reviews", body(first).put("session", 3)).problem())
                .isEqualTo("unknown-session");
        assertThat(api.post("/reviews", body(first).put("session", 0)).status()).isEqualTo(400);

        assertThat(api.put(second.location(), "\"1\"", body(first)).problem()).isEqualTo("unknown-session");
        assertThat(api.put(second.location(), "\"1\"", body(first).put("session", 2))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sixty_days_are_enough_to_find_words() {
        assertThat(api.post("/reviews", body(tookPlace(Duration.ofDays(59)))).status())
                .isEqualTo(201);
        assertThat(api.post("/reviews", body(tookPlace(Duration.ofDays(61)))).problem())
                .isEqualTo("too-late-to-review");
    }

    @Test
    void its_author_changes_it_and_nobody_else() {
        var session = tookPlace(Duration.ofDays(1));
        var review = api.post("/reviews", body(session));
        awaitRating(1);
        var better = body(session).put("stars", 5);
        better.remove(List.of("text", "shownName"));

        assertThat(api.put(review.location(), "\"1\"", body(tookPlace(Duration.ofDays(1))))
                        .problem())
                .isEqualTo("unknown-session");
        assertThat(api.put(review.location(), "\"7\"", better).problem()).isEqualTo("version-changed");
        var edited = api.put(review.location(), "\"1\"", better);

        assertThat(edited.etag()).isEqualTo("\"2\"");
        assertThat(edited.json().has("text")).isFalse();
        assertThat(edited.json().has("editedAt")).isTrue();
        await().atMost(PATIENCE).until(() -> rating().at("/mean").asDouble() == 5.0);
    }

    @Test
    void the_therapist_answers_once() {
        var review = api.post("/reviews", body(tookPlace(Duration.ofDays(1))));
        var answer = Api.json("{'text': 'Thank you, Jo.'}");

        assertThat(api.put(review.location() + "/answer", "\"1\"", answer).text("/answer/text"))
                .isEqualTo("Thank you, Jo.");
        assertThat(api.put(review.location() + "/answer", "\"2\"", answer).problem())
                .isEqualTo("already-answered");
        assertThat(api.put("/reviews/" + UUID.randomUUID() + "/answer", "\"1\"", answer)
                        .problem())
                .isEqualTo("unknown-review");
    }

    @Test
    void what_is_reported_waits_for_a_moderator_and_what_is_hidden_does_not_count() {
        var review = api.post("/reviews", body(tookPlace(Duration.ofDays(1))));
        var other = api.post("/reviews", body(tookPlace(Duration.ofDays(1))));
        awaitRating(2);
        var report = Api.json("{'reason': 'OFFENSIVE', 'text': 'Look at the second line.'}");
        var key = UUID.randomUUID().toString();

        assertThat(api.post(review.location() + "/reports", key, report).status())
                .isEqualTo(201);
        assertThat(api.post(review.location() + "/reports", key, report).etag()).isEqualTo("\"2\"");
        var waiting = queued(review);
        assertThat(waiting.at("/reports")).hasSize(1);
        assertThat(waiting.at("/reports/0/reason").asString()).isEqualTo("OFFENSIVE");
        assertThat(api.get(review.location()).status()).isEqualTo(200);

        var hide = Api.json("{'decision': 'HIDE', 'reason': 'Insults.'}");
        assertThat(api.put(review.location() + "/moderation", "\"2\"", hide).text("/status"))
                .isEqualTo("HIDDEN");
        assertThat(api.put(review.location() + "/moderation", "\"3\"", hide).problem())
                .isEqualTo("nothing-to-decide");
        assertThat(api.get(review.location()).problem()).isEqualTo("unknown-review");
        assertThat(api.post(review.location() + "/reports", report).problem()).isEqualTo("review-hidden");
        assertThat(queued(review).isMissingNode()).isTrue();
        awaitRating(1);
        assertThat(api.get(therapist + "/reviews").json().at("/reviews/0/id"))
                .isEqualTo(other.json().at("/id"));

        var keep = Api.json("{'decision': 'KEEP', 'reason': 'On a second look, it is fair.'}");
        api.put(review.location() + "/moderation", "\"3\"", keep);
        awaitRating(2);
    }

    @Test
    void who_is_rated_is_found_by_it_and_who_is_not_any_more_is_not() {
        var id = therapist.substring(therapist.lastIndexOf('/') + 1);
        var review = api.post("/reviews", body(tookPlace(Duration.ofDays(1))));

        await().atMost(PATIENCE)
                .until(() -> found(id, "minRating=4").at("/rating/count").asInt(0) == 1);
        assertThat(found(id, "minRating=4").at("/rating/mean").asDouble()).isEqualTo(4.0);
        assertThat(found(id, "minRating=4.5").isMissingNode()).isTrue();

        var hide = Api.json("{'decision': 'HIDE', 'reason': 'Insults.'}");
        api.put(review.location() + "/moderation", "\"1\"", hide);
        await().atMost(PATIENCE).until(() -> found(id, "minRating=1").isMissingNode());
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        for (int stars : new int[] {3, 5, 1, 5, 3}) {
            api.post("/reviews", body(tookPlace(Duration.ofDays(1))).put("stars", stars));
        }

        assertThat(read("best").stream().map(r -> r.get("stars").asInt())).containsExactly(5, 5, 3, 3, 1);
        assertThat(read("worst").stream().map(r -> r.get("stars").asInt())).containsExactly(1, 3, 3, 5, 5);
        assertThat(read("newest").stream()
                        .map(r -> Instant.parse(r.get("publishedAt").asString())))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .hasSize(5);
        assertThat(api.get(therapist + "/reviews?after=5.1.x").firstError()).startsWith("after must be");
        assertThat(api.get("/reviews?status=LOUD").firstError()).startsWith("status must be one of");
        assertThat(api.get("/reviews").problem()).isEqualTo("missing-parameter");
        assertThat(api.get(therapist + "/reviews?limit=0").status()).isEqualTo(400);
        assertThat(api.get(therapist + "/reviews?sort=funniest").status()).isEqualTo(400);
        assertThat(api.get("/therapists/" + UUID.randomUUID() + "/reviews").problem())
                .isEqualTo("unknown-therapist");
    }

    @Test
    void who_is_erased_leaves_numbers_behind_and_neither_words_nor_name() {
        var session = tookPlace(Duration.ofDays(1));
        var review = api.post("/reviews", body(session));
        api.put(review.location() + "/answer", "\"1\"", Api.json("{'text': 'Thank you, Jo.'}"));
        awaitRating(1);

        erase(session.clientId());

        await().atMost(PATIENCE).until(() -> !api.get(review.location()).json().has("text"));
        var left = api.get(review.location()).json();
        assertThat(left.has("shownName")).isFalse();
        assertThat(left.has("answer")).isFalse();
        assertThat(left.get("stars").asInt()).isEqualTo(4);
        assertThat(rating().at("/count").asInt()).isEqualTo(1);
        assertThat(api.put(review.location(), api.get(review.location()).etag(), body(session))
                        .problem())
                .isEqualTo("unknown-session");
    }

    @Test
    void a_session_that_is_heard_of_after_its_client_was_erased_is_forgotten_at_once() {
        var session = session(Duration.ofDays(1));
        erase(session.clientId());
        await().atMost(PATIENCE).until(() -> sessions.isErased(session.clientId()));

        sessions.keep(Samples.completed(session));

        assertThat(api.post("/reviews", body(session)).problem()).isEqualTo("unknown-session");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/bookingId | | bookingId",
                "/bookingId | '1-1-1-1-1' | bookingId",
                "/reference | | reference",
                "/reference | '' | reference",
                "/stars | | stars",
                "/stars | 0 | stars",
                "/stars | 6 | stars",
                "/stars | 4.5 | stars",
                "/stars | '4' | stars",
                "/communication | 0 | communication",
                "/comfort | 6 | comfort",
                "/place | null | place",
                "/result | -1 | result",
                "/text | '' | text",
                "/text | 7 | text",
                "/shownName | 'a\\nb' | shownName",
                "/shownName | 'A name of far more than forty characters in all' | shownName",
                "/therapistId | 'x' | therapistId"
            })
    void what_is_wrong_is_named(String pointer, @Nullable String value, String field) {
        var answer = api.post("/reviews", Spoiled.at(body(session(Duration.ofDays(1))), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void a_text_has_an_end() {
        var answer = api.post("/reviews", body(session(Duration.ofDays(1))).put("text", "a".repeat(4001)));

        assertThat(answer.firstError()).startsWith("text must be 1 to 4000 characters");
    }

    private CompletedSession session(Duration ago) {
        var id = therapist.substring(therapist.lastIndexOf('/') + 1);
        return Samples.session(TherapistId.of(id), Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS));
    }

    private CompletedSession tookPlace(Duration ago) {
        var session = session(ago);
        tell(Samples.completed(session));
        await().atMost(PATIENCE)
                .until(() -> sessions.find(session.bookingId(), session.reference(), 1)
                        .isPresent());
        return session;
    }

    private void tell(io.rhomboid.contracts.Event event) {
        kafka.send(Topics.BOOKINGS, event.key(), EventJson.mapper().writeValueAsBytes(event))
                .join();
    }

    private void erase(ClientId client) {
        kafka.send(Topics.CLIENTS, client.toString(), null).join();
    }

    private static ObjectNode body(CompletedSession session) {
        return Api.json("""
                {'bookingId': '%s', 'reference': '%s', 'stars': 4, 'communication': 5, 'comfort': 4, 'place': 3,
                 'result': 2, 'text': 'My neck turns again.\\nThe room was cold.', 'shownName': 'Jo'}""".formatted(session.bookingId(), session.reference()));
    }

    private JsonNode rating() {
        return api.get(therapist).json().at("/rating");
    }

    private void awaitRating(int count) {
        await().atMost(PATIENCE).until(() -> rating().at("/count").asInt(0) == count);
    }

    /** Missing if it is not in the moderators' queue. */
    private JsonNode queued(Answer review) {
        for (var each : api.get("/reviews?status=REPORTED&limit=100").json().at("/reviews")) {
            if (each.at("/review/id").equals(review.json().at("/id"))) return each;
        }
        return MissingNode.getInstance();
    }

    /** Missing if the search does not find them. */
    private JsonNode found(String id, String wishes) {
        var after = "";
        do {
            var page = api.get("/therapists?limit=100&" + wishes + after).json();
            for (var each : page.at("/therapists")) {
                if (each.get("id").asString().equals(id)) return each;
            }
            after = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());
        return MissingNode.getInstance();
    }

    /** All of them, two at a time. */
    private List<JsonNode> read(String sort) {
        var all = new ArrayList<JsonNode>();
        var more = "";
        do {
            var page =
                    api.get(therapist + "/reviews?limit=2&sort=" + sort + more).json();
            page.at("/reviews").forEach(all::add);
            more = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!more.isEmpty());
        return all;
    }
}
