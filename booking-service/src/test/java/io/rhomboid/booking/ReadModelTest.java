package io.rhomboid.booking;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.OneClinic;
import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicEvent;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistEvent;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.treatment.TreatmentEvent;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.booking.availability.OneClinic.LINDE;
import static io.rhomboid.booking.availability.OneClinic.MIRA;
import static io.rhomboid.booking.availability.OneClinic.MITTE;
import static io.rhomboid.booking.availability.OneClinic.PRICE;
import static io.rhomboid.booking.availability.OneClinic.SWEDISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service on a real broker and a real store: what the topics say is what it answers, also after a restart. */
@Tag("store")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadModelTest {

    /** Nobody listens there. */
    private static final String NOWHERE = "127.0.0.1:1";

    private static final String DATABASE = RealStore.newDatabase();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TOMORROW = LocalDate.now(BERLIN).plusDays(1);

    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final OneClinic mitte = new OneClinic();

    @BeforeEach
    void the_log_is_for_people() {
        System.setProperty("logging.structured.format.console", "");
    }

    @AfterEach
    void close() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    @Order(1)
    void without_kafka_and_with_an_empty_store_it_says_that_it_does_not_know_yet() throws Exception {
        var instance = start(RealStore.newDatabase(), NOWHERE);

        var answer = get(instance, "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("urn:rhomboid:problem:catalogue-not-ready");
    }

    @Test
    @Order(2)
    void what_the_topics_say_can_be_booked_and_survives_a_restart_without_them() throws Exception {
        var first = start(DATABASE, RealBroker.bootstrapServers());
        await().atMost(SOON).until(() -> first.getBean(Availability.class).isReady());
        assertThat(get(first, "").statusCode())
                .as("complete, though nobody has said anything yet")
                .isEqualTo(404);

        tell(Topics.CLINICS, new ClinicChanged(MITTE, 1, mitte.clinic(), Instant.now()), ClinicEvent.class);
        tell(
                Topics.TREATMENTS,
                new TreatmentChanged(SWEDISH, 1, OneClinic.swedish(), Instant.now()),
                TreatmentEvent.class);
        tell(Topics.THERAPISTS, new TherapistChanged(MIRA, 2, mitte.mira(), Instant.now()), TherapistEvent.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(first)).hasSize(5));

        var second = start(DATABASE, NOWHERE);
        assertThat(starts(second)).as("from the store alone").isEqualTo(starts(first));
    }

    @Test
    @Order(3)
    void an_older_version_that_comes_late_changes_nothing() throws Exception {
        var instance = start(DATABASE, RealBroker.bootstrapServers());
        var draft = new OneClinic();
        draft.listing = Therapist.Listing.DRAFT;
        var paused = new OneClinic();
        paused.listing = Therapist.Listing.PAUSED;
        tell(Topics.THERAPISTS, new TherapistChanged(MIRA, 3, mitte.mira(), Instant.now()), TherapistEvent.class);
        tell(Topics.THERAPISTS, new TherapistChanged(MIRA, 1, draft.mira(), Instant.now()), TherapistEvent.class);
        tell(Topics.CLINICS, new ClinicChanged(MITTE, 2, mitte.clinic(), Instant.now()), ClinicEvent.class);
        await().atMost(SOON).until(() -> instance.getBean(Availability.class).knows(MITTE, 2));
        await().atMost(SOON).until(() -> instance.getBean(Availability.class).knows(MIRA, 3));

        assertThat(starts(instance)).hasSize(5);

        tell(Topics.THERAPISTS, new TherapistChanged(MIRA, 4, paused.mira(), Instant.now()), TherapistEvent.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(instance)).isEmpty());
        tell(Topics.THERAPISTS, new TherapistChanged(MIRA, 5, mitte.mira(), Instant.now()), TherapistEvent.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(instance)).hasSize(5));
    }

    @Test
    @Order(4)
    void poison_is_set_aside_and_the_next_message_counts() throws Exception {
        send(Topics.THERAPISTS, MIRA.toString(), "no therapist at all".getBytes());
        var instance = start(DATABASE, RealBroker.bootstrapServers());
        tell(Topics.THERAPISTS, new TherapistChanged(MIRA, 6, mitte.mira(), Instant.now()), TherapistEvent.class);

        await().atMost(SOON).until(() -> instance.getBean(Availability.class).knows(MIRA, 6));

        assertThat(deadLetters(Topics.THERAPISTS)).contains("no therapist at all");
    }

    @Test
    @Order(5)
    void what_another_instance_books_is_taken_here_and_free_again_when_cancelled() throws Exception {
        var instance = start(DATABASE, RealBroker.bootstrapServers());
        var ten = TOMORROW.atTime(10, 0).atZone(BERLIN).toInstant();
        var booking = new BookingId(UUID.randomUUID());
        var snapshot = new BookingSnapshot(
                "RH-7K2M9Q",
                MITTE,
                MIRA,
                LINDE,
                List.of(),
                new ClientId(UUID.randomUUID()),
                SWEDISH,
                ten,
                ten.plus(Duration.ofHours(1)),
                0,
                0,
                BERLIN,
                PRICE);
        assertThat(starts(instance)).hasSize(5);

        // Heard from the moment the reader has its place in the topic; told again until then, as the relay would.
        await().atMost(SOON).untilAsserted(() -> {
            tell(Topics.BOOKINGS, new BookingConfirmed(booking, 1, snapshot, Instant.now()), BookingEvent.class);
            assertThat(starts(instance)).containsExactly("09:00", "11:00");
        });

        tell(
                Topics.BOOKINGS,
                new BookingCancelled(booking, 2, snapshot, PRICE.percent(0), true, false, Instant.now()),
                BookingEvent.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(instance)).hasSize(5));
    }

    @Test
    @Order(6)
    void a_catalogue_that_was_read_only_in_part_is_not_taken_for_a_whole_one() throws Exception {
        var database = RealStore.newDatabase();
        try (var client = MongoClients.create(RealStore.uri())) {
            var there = client.getDatabase(DATABASE).getCollection("catalogue");
            var here = client.getDatabase(database).getCollection("catalogue");
            for (var document : there.find()) {
                if (!document.get("_id").equals("complete")) here.insertOne(document);
            }
        }

        var instance = start(database, NOWHERE);

        assertThat(get(instance, "").statusCode()).isEqualTo(503);
    }

    private ConfigurableApplicationContext start(String database, String broker) {
        var instance = new SpringApplicationBuilder(BookingServiceApplication.class)
                .properties(Map.of("logging.structured.format.console", "", "logging.level.root", "warn"))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--rhomboid.database=" + database,
                        "--spring.mongodb.uri=" + RealStore.uri(),
                        "--spring.kafka.bootstrap-servers=" + broker);
        instances.add(instance);
        return instance;
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext instance, String more) throws Exception {
        var port = instance.getEnvironment().getProperty("local.server.port");
        var uri = URI.create("http://127.0.0.1:" + port + "/api/v1/availability?treatment=SWEDISH&durationMinutes=60"
                + "&from=" + TOMORROW + "&to=" + TOMORROW + more);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Tomorrow's free starts, as the wall shows them. */
    private static List<String> starts(ConfigurableApplicationContext instance) throws Exception {
        var answer = get(instance, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var starts = new ArrayList<String>();
        for (var slot : EventJson.mapper().readTree(answer.body()).get("slots")) {
            starts.add(slot.get("start").asString().substring(11, 16));
        }
        return starts;
    }

    private static <E extends Event> void tell(String topic, E event, Class<? super E> family) throws Exception {
        send(topic, event.key(), EventJson.mapper().writerFor(family).writeValueAsBytes(event));
    }

    private static void send(String topic, String key, byte[] value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", RealBroker.bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static List<String> deadLetters(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                RealBroker.bootstrapServers(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(topic, "booking-service")));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> found.add(new String(message.value())));
                return !found.isEmpty();
            });
        }
        return found;
    }
}
