package io.rhomboid.booking.erasure.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.erasure.ErasureDesk;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.ErasureEvent.ErasureConfirmed;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.testing.RealBroker;

import static io.rhomboid.booking.Api.inDays;
import static io.rhomboid.booking.Api.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WholeService
class BeingForgottenTest {

    static final String UNDERSTOOD = "{\"understood\":true}";

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @Autowired
    MongoClient store;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Clients clients;

    @Autowired
    Vault vault;

    @Autowired
    ErasureDesk desk;

    final String some = UUID.randomUUID().toString();
    final String mail = some + "@client.example";
    final String[] jo = signedIn("jo-" + some, mail);
    TherapistId therapist = new TherapistId(new UUID(0, 0));
    String client = "";
    String booking = "";

    @BeforeEach
    void a_client_who_has_said_a_lot() {
        therapist = api.therapist();
        var booked = api.book(therapist, inDays(5), mail);
        client = booked.get("clientId").asString();
        booking = booked.get("id").asString();
        assertThat(api.put("/bookings/" + booking + "/note", 1, "{\"text\":\"Jo Weber is shy " + some + "\"}"))
                .hasStatusOk();
        assertThat(api.put("/clients/" + client + "/intake", 0, """
                        {"handIn":false,"goals":["WELL_BEING"],"history":"%s"}""".formatted(some), jo))
                .hasStatusOk();
    }

    @Test
    void who_is_expected_somewhere_is_told_where() {
        var answer = ask();

        Api.assertProblem(answer, 409, "still-expected");
        assertThat(Api.json(answer).get("bookings").get(0).asString()).isEqualTo(booking);
        assertThat(clients.find(Set.of(ClientId.of(client)))).hasSize(1);
        assertThat(Api.json(api.get("/bookings/own", jo)).get("clientId").asString())
                .isEqualTo(client);
    }

    @Test
    void nothing_of_them_is_left_in_the_store_but_a_number() {
        cancel();

        var answer = ask();

        assertThat(answer).hasStatusOk();
        assertThat(Api.json(answer).get("doneAt").asString()).isNotBlank();
        assertNothingIsLeft();
        assertThat(database.getCollection("bookings")
                        .find(Filters.eq("_id", booking))
                        .first())
                .containsEntry("clientId", client)
                .doesNotContainKey("note");
        Api.assertProblem(api.get("/clients/" + client + "/intake", jo), 404, "unknown-client");
        assertThat(Api.json(api.get("/bookings/own", jo)).get("bookings")).isEmpty();
        assertThat(vault.toSeal(ClientId.of(client))).isEmpty();
    }

    @Test
    void the_other_services_are_told_by_a_tombstone_and_their_receipts_can_be_read() {
        cancel();
        ask();

        await().atMost(Duration.ofSeconds(30)).until(() -> saidOf(client).contains("tombstone"));
        assertThat(saidOf(client).getLast()).isEqualTo("tombstone");
        var receipt = new ErasureConfirmed(ClientId.of(client), 1, "notification-service", Instant.now());
        kafka.send(Topics.ERASURES, receipt.key(), EventJson.mapper().writeValueAsBytes(receipt));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Api.json(api.get("/erasures/" + client)).get("receipts").has("notification-service"));
    }

    @Test
    void the_person_is_told_once_all_have_confirmed_it_and_nobody_keeps_where() {
        cancel();
        assertThat(Api.json(ask()).get("waitsFor").size()).isEqualTo(2);
        desk.receipt(ClientId.of(client), "notification-service", Instant.now());
        assertThat(Api.json(api.get("/erasures/" + client)).has("completedAt")).isFalse();
        assertNothingIsLeft();

        desk.receipt(ClientId.of(client), "therapist-service", Instant.now());

        var status = Api.json(api.get("/erasures/" + client));
        assertThat(status.get("completedAt").asString()).isNotBlank();
        assertThat(status.get("waitsFor")).isEmpty();
        var told = new String(
                Told.on(Topics.FAREWELLS, client, 1).getFirst().value(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(told).contains("\"mail\":\"" + mail, "\"language\":\"en\"");
        // What is told again, or done again, tells nobody anything.
        for (var service : List.of("notification-service", "therapist-service")) {
            desk.receipt(ClientId.of(client), service, Instant.now());
        }
        desk.forgetAgain();
        desk.forgetDue();
        await().until(() -> database.getCollection("erasures")
                .find(Filters.eq("_id", client))
                .first()
                .getList("pendingEvents", Document.class, List.of())
                .isEmpty());
        assertThat(Told.on(Topics.FAREWELLS, client, 1)).hasSize(1);
        assertThat(database.getCollection("erasures")
                        .find(Filters.eq("_id", client))
                        .first())
                .doesNotContainKey("farewell");
        assertNothingIsLeft();
    }

    @Test
    void who_books_again_with_the_same_address_is_somebody_new() {
        cancel();
        ask();

        var again = api.book(therapist, inDays(7), mail);

        assertThat(again.get("clientId").asString()).isNotEqualTo(client);
    }

    @Test
    void a_backup_that_is_brought_back_forgets_them_again() {
        var before = copy();
        cancel();
        ask();
        bringBack(before);
        assertThat(clients.find(Set.of(ClientId.of(client)))
                        .get(ClientId.of(client))
                        .email())
                .isEqualTo(mail);

        desk.forgetAgain();

        assertNothingIsLeft();
    }

    @Test
    void keys_that_are_brought_back_too_are_destroyed_by_what_another_service_remembers() {
        var before = copy();
        cancel();
        ask();
        bringBack(before);
        keys().updateOne(Filters.eq("_id", client), new Document("$unset", new Document("forgottenAt", "")));

        desk.receipt(ClientId.of(client), "notification-service", Instant.now());

        assertNothingIsLeft();
        assertThat(vault.toSeal(ClientId.of(client))).isEmpty();
    }

    @Test
    void nobody_erases_by_mistake_nor_anybody_else() {
        cancel();
        Api.assertProblem(
                api.put("/clients/" + client + "/erasure", 0, "{\"understood\":false}", jo), 400, "invalid-field");
        Api.assertProblem(api.put("/clients/" + client + "/erasure", 0, "{}", jo), 400, "invalid-field");
        Api.assertProblem(
                api.put("/clients/" + client + "/erasure", 0, UNDERSTOOD, signedIn("x" + some, "x" + mail)),
                404,
                "unknown-client");
        Api.assertProblem(api.get("/erasures/" + client), 404, "unknown-erasure");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult ask() {
        return api.put("/clients/" + client + "/erasure", 0, UNDERSTOOD, jo);
    }

    private void cancel() {
        var version = Api.json(api.get("/bookings/" + booking)).get("version").asLong();
        assertThat(api.put("/bookings/" + booking + "/cancellation", version, "{}"))
                .hasStatusOk();
    }

    /** What tells who they are, or what they said: no document of this service has it, but events that wait to be told. */
    private void assertNothingIsLeft() {
        for (var name : store.listDatabaseNames()) {
            if (!name.startsWith(database.getName())) continue;
            for (var collection : store.getDatabase(name).listCollectionNames()) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(StreamSupport.stream(
                                                store.getDatabase(name)
                                                        .getCollection(collection)
                                                        .find()
                                                        .spliterator(),
                                                false)
                                        .map(Document::toJson))
                                .as(name + "." + collection)
                                .noneMatch(text -> text.contains(some)));
            }
        }
    }

    /** What is on topic clients under this id, the first message first. */
    private static List<String> saidOf(String client) {
        var group = UUID.randomUUID().toString();
        var consumers = new DefaultKafkaConsumerFactory<String, byte[]>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealBroker.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var said = new ArrayList<String>();
        try (var consumer = consumers.createConsumer(group, "")) {
            consumer.assign(consumer.partitionsFor(Topics.CLIENTS).stream()
                    .map(one -> new org.apache.kafka.common.TopicPartition(one.topic(), one.partition()))
                    .toList());
            consumer.seekToBeginning(Collections.emptyList());
            var ends = consumer.endOffsets(consumer.assignment());
            while (consumer.assignment().stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    if (client.equals(message.key())) said.add(message.value() == null ? "tombstone" : "said");
                }
            }
        }
        return said;
    }

    private com.mongodb.client.MongoCollection<Document> keys() {
        return store.getDatabase(database.getName() + "-keys").getCollection("keys");
    }

    /** Their documents as a backup has them. */
    private Map<String, Document> copy() {
        await().until(() -> database.getCollection("clients")
                .find(Filters.eq("_id", client))
                .first()
                .getList("pendingEvents", Document.class, List.of())
                .isEmpty());
        return Map.of(
                "clients",
                database.getCollection("clients")
                        .find(Filters.eq("_id", client))
                        .first());
    }

    private void bringBack(Map<String, Document> before) {
        before.forEach((collection, document) ->
                database.getCollection(collection).replaceOne(Filters.eq("_id", client), document));
        database.getCollection("erasures").deleteOne(Filters.eq("_id", client));
    }
}
