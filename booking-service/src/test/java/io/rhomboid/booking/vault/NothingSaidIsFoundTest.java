package io.rhomboid.booking.vault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.RealBroker;

import static io.rhomboid.booking.Api.keyed;
import static io.rhomboid.booking.Api.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A word that nobody else says, said in every place where somebody can say something about a body. */
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class NothingSaidIsFoundTest {

    static final String CANARY = "canary-" + UUID.randomUUID();

    /** So sure that the code is not there by chance, for a client who said nothing else. */
    static final String CODE = "PREGNANCY";

    static final String AGREED =
            "{\"has\":[\"PREGNANCY\"],\"doctor\":{\"name\":\"" + CANARY + "\",\"on\":\"2026-01-02\"}}";

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @Autowired
    MongoClient store;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    final String some = UUID.randomUUID().toString();
    final String mail = some + "@client.example";
    final String[] jo = signedIn("jo-" + some, mail);
    final String[] kai = signedIn("kai-" + some, null);

    @Test
    void anywhere_but_with_those_who_may_read_it(CapturedOutput output) {
        var therapist = api.therapist();
        api.member("kai-" + some, StaffRole.THERAPIST, therapist);

        ok(api.post("/screening", "{\"treatments\":[\"SWEDISH\"],\"has\":[\"PREGNANCY\"]}"));
        var id = booked(therapist, 2);
        // Whatever the time of day: as if they had arrived.
        var arrived = new Document("status", "ARRIVED").append("arrivedAt", new Date());
        database.getCollection("bookings").updateOne(new Document("_id", id), new Document("$set", arrived));
        var client = Api.json(api.get("/bookings/" + id)).get("clientId").asString();
        var later = booked(therapist, 3);
        var held = booked(therapist, 4);
        ok(api.put("/clients/" + client + "/intake", 0, intake("false"), jo));
        ok(api.put("/clients/" + client + "/intake", 1, intake("true"), jo));
        ok(api.put("/clients/" + client + "/intake", 2, intake("false"), jo));
        ok(api.put("/bookings/" + id + "/sessions/1/note", 0, note(""), kai));
        ok(api.put("/bookings/" + id + "/sessions/1/note", 1, note(",\"because\":\"" + CANARY + "\""), kai));
        ok(review(later, "RELEASE"));
        ok(review(held, "REFUSE"));
        var plan = made(api.post("/bookings/" + id + "/plans", plan(), keyed(kai)))
                .get("id")
                .asString();
        ok(api.put("/plans/" + plan + "/adjustment", 1, "{\"rhythm\":\"MONTHLY\",\"reason\":\"" + CANARY + "\"}", kai));
        made(api.post("/bookings/" + later + "/broken-glass", "{\"reason\":\"" + CANARY + "\"}", keyed(kai)));
        // What is refused is nowhere either.
        Api.assertProblem(review(held, CANARY), 400, "invalid-field");
        Api.assertProblem(
                api.put("/clients/" + client + "/intake", 3, intake("true").replace("RHOMBOIDS", CANARY), jo),
                400,
                "invalid-field");

        Told.on(Topics.BOOKINGS, held, 2);
        assertThat(stored()).noneMatch(text -> text.contains(CANARY) || text.contains(client) && text.contains(CODE));
        assertThat(told()).isNotEmpty().noneMatch(text -> text.contains(CANARY) || text.contains(CODE));
        assertThat(output.getAll()).doesNotContain(CANARY, CODE);

        for (var reader : List.of(jo, kai)) {
            assertThat(text("/bookings/" + later + "/screening", reader)).contains(CANARY, CODE);
            assertThat(text("/plans/" + plan, reader)).contains(CANARY);
        }
        assertThat(text("/bookings/" + id + "/intake", kai)).contains(CANARY);
        assertThat(text("/bookings/" + id + "/notes", kai)).contains(CANARY);
        assertThat(text("/clients/" + client + "/intake", jo)).contains(CANARY);
        assertThat(text("/clients/" + client + "/disclosures", jo)).contains(CANARY);
        assertThat(text("/clients/" + client + "/export", jo)).contains("\"words\":\"" + CANARY);
        for (var path : List.of("", "/history", "/note")) {
            assertThat(Api.text(api.get("/bookings/" + later + path))).doesNotContain(CANARY, CODE, "RELEASED");
        }
    }

    private String booked(TherapistId therapist, int days) {
        var start = Instant.now().plus(Duration.ofDays(days)).toString().substring(0, 10) + "T10:00:00Z";
        return made(api.post("/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Weber","email":"%s"},"screening":%s}""".formatted(therapist, Neighbourhood.CLINIC, start, mail, AGREED)))
                .get("id")
                .asString();
    }

    private MvcTestResult review(String booking, String decision) {
        var body = "{\"decision\":\"" + decision + "\",\"reason\":\"" + CANARY + "\"}";
        return api.put("/bookings/" + booking + "/screening/review", 1, body, kai);
    }

    private static String intake(String handIn) {
        return """
                {"handIn":%s,"consent":"2026-11","goals":["TREAT_TIGHTNESS"],\
                "spots":[{"area":"RHOMBOIDS","side":"LEFT","qualities":["KNOTS"],"pain":6}],"sinceDays":90,\
                "history":"%s","medication":"%s","allergies":"%s","pregnancy":"NO","pressure":"FIRM",\
                "avoidAreas":["NECK"],"conversation":"QUIET","words":"%s"}""".formatted(handIn, CANARY, CANARY, CANARY, CANARY);
    }

    private static String note(String more) {
        return """
                {"areas":["RHOMBOIDS"],"technique":"%s","pressure":"FIRM","response":"%s","selfCare":["%s"],\
                "subjective":"%s","objective":"%s","assessment":"%s","plan":"%s"%s}""".formatted(CANARY, CANARY, CANARY, CANARY, CANARY, CANARY, CANARY, more);
    }

    private static String plan() {
        return "{\"treatment\":\"SWEDISH\",\"lengthMinutes\":60,\"pain\":6,\"selfCare\":[{\"says\":\"" + CANARY
                + "\"}]}";
    }

    /** Every document of every database of the store that is this service's, outboxes and idempotency records too. */
    private List<String> stored() {
        var all = new ArrayList<String>();
        for (var name : store.listDatabaseNames()) {
            if (!name.startsWith(database.getName())) continue;
            var there = store.getDatabase(name);
            for (var collection : there.listCollectionNames()) {
                StreamSupport.stream(there.getCollection(collection).find().spliterator(), false)
                        .map(Document::toJson)
                        .forEach(all::add);
            }
        }
        assertThat(all).anyMatch(text -> text.contains("\"draft\""));
        return all;
    }

    /** Everything on every topic that this client's things are named on. */
    private static List<String> told() {
        var settings = Map.<String, Object>of("bootstrap.servers", RealBroker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            consumer.listTopics().forEach((topic, parts) -> {
                if (topic.startsWith("__") || topic.equals(Topics.TREATMENTS)) return;
                parts.forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
            });
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    all.add(message.headers() + " " + message.key());
                    if (message.value() != null) all.add(new String(message.value(), StandardCharsets.UTF_8));
                });
                return partitions.stream().allMatch(it -> consumer.position(it) >= ends.get(it));
            });
            return all;
        }
    }

    private String text(String path, String[] reader) {
        var answer = api.get(path, reader);
        assertThat(answer).hasStatusOk();
        return Api.text(answer);
    }

    private static void ok(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
    }

    private static JsonNode made(MvcTestResult answer) {
        assertThat(answer).hasStatus(201);
        return Api.json(answer);
    }
}
