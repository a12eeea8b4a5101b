package io.rhomboid.notification;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;
import io.rhomboid.testing.identity.AccessMatrix;
import io.rhomboid.testing.identity.Issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service with a real broker, a real store and a mail server, and what the other services would tell it. */
final class NotificationUnderTest implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealBroker.bootstrapServers(), "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    final String database = RealStore.newDatabase();
    final int smtpPort = freePort();
    GreenMail mails = mailServer();
    private @Nullable ConfigurableApplicationContext application;

    /** Another name is another consumer group, which reads everything from the beginning. */
    NotificationUnderTest start(String name, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.application.name=" + name,
                "--rhomboid.database=" + database,
                "--spring.mongodb.uri=" + RealStore.uri(),
                "--spring.kafka.bootstrap-servers=" + RealBroker.bootstrapServers(),
                "--spring.mail.port=" + smtpPort,
                "--server.port=0",
                "--management.server.port=0",
                "--logging.structured.format.console=",
                "--spring.jmx.enabled=false",
                "--rhomboid.notification.worker.sweep=200ms",
                "--rhomboid.reminder.sweep=200ms",
                "--rhomboid.notification.retry.first-pause=100ms",
                "--rhomboid.notification.retry.longest-pause=1s"));
        arguments.addAll(Arrays.asList(settings));
        // Said twice it would be both.
        if (arguments.stream().noneMatch(one -> one.startsWith("--rhomboid.inbox."))) {
            arguments.add("--rhomboid.inbox.for-all=false");
        }
        application = new SpringApplicationBuilder(NotificationServiceApplication.class)
                .run(arguments.toArray(String[]::new));
        return this;
    }

    static String newName() {
        return "notification-" + UUID.randomUUID();
    }

    void stop() {
        if (application != null) application.close();
        application = null;
    }

    <T> T part(Class<T> type) {
        return java.util.Objects.requireNonNull(application).getBean(type);
    }

    void startMails() {
        mails = mailServer();
        mails.start();
    }

    private GreenMail mailServer() {
        return new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    static void tell(String topic, Event event) {
        send(topic, event.key(), EventJson.mapper().writeValueAsBytes(event));
    }

    static void send(String topic, String key, byte @Nullable [] value) {
        try {
            PRODUCER.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void tellWhere(Cast cast) {
        tell(
                Topics.CLINICS,
                new ClinicChanged(cast.clinic(), 1, Examples.clinic("Rhomboid Mitte", cast.zone()), Examples.DECIDED));
        tell(Topics.THERAPISTS, new TherapistChanged(cast.therapist(), 1, Examples.MIRA, Examples.DECIDED));
        tell(
                Topics.TREATMENTS,
                new TreatmentChanged(Examples.TRIGGER_POINT, 1, Examples.TRIGGER_POINT_THERAPY, Examples.DECIDED));
    }

    static void tellWho(Cast cast) {
        tell(Topics.CLIENTS, new ClientChanged(cast.client(), 1, client(cast), Examples.DECIDED));
    }

    /** An address that nobody else has, so that tests don't read each other's mails. */
    static String address(Cast cast) {
        return "jo-" + cast.client() + "@client.example";
    }

    static Client client(Cast cast) {
        return new Client("Jo Weber", address(cast), null, "en");
    }

    List<MimeMessage> mailsTo(Cast cast) {
        var found = new ArrayList<MimeMessage>();
        try {
            for (var mail : mails.getReceivedMessages()) {
                var to = (InternetAddress) mail.getRecipients(RecipientType.TO)[0];
                if (to.getAddress().equals(address(cast))) found.add(mail);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    List<MimeMessage> awaitMails(Cast cast, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsTo(cast))
                        .as("the ledger says %s", part(Deliveries.class).along(Occasion.line(cast.booking())))
                        .hasSizeGreaterThanOrEqualTo(count));
        assertThat(mailsTo(cast)).hasSize(count);
        return mailsTo(cast);
    }

    /** Waits until this consumer group has taken in everything that is on the topics. */
    static void awaitAllRead(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealBroker.bootstrapServers()))) {
            await().atMost(PATIENCE).until(() -> {
                var read = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                for (var topic : List.of(
                        Topics.CLIENTS,
                        Topics.CLINICS,
                        Topics.THERAPISTS,
                        Topics.TREATMENTS,
                        Topics.BOOKINGS,
                        Topics.SERIES,
                        Topics.LICENCES,
                        Topics.WAITLIST,
                        Topics.PLANS,
                        Topics.INVITATIONS,
                        Topics.INTAKE_CODES,
                        Topics.ALERTS,
                        Topics.FAREWELLS,
                        Topics.GIFT_CARDS,
                        Topics.INTAKES)) {
                    var partitions = admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions();
                    for (var partition : partitions) {
                        var at = new TopicPartition(topic, partition.partition());
                        var end = admin.listOffsets(Map.of(at, OffsetSpec.latest()))
                                .partitionResult(at)
                                .get()
                                .offset();
                        var reached = read.get(at);
                        if (end > 0 && (reached == null || reached.offset() < end)) return false;
                    }
                }
                return true;
            });
        }
    }

    HttpResponse<String> get(String path) {
        return get(port(), path);
    }

    /** Whatever is asked, by whoever. */
    AccessMatrix.Answer ask(String method, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::setHeader);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var isStream = answer.headers()
                        .firstValue("Content-Type")
                        .filter("text/event-stream"::equals)
                        .isPresent();
                // Who would listen to the end of a stream listens for long.
                return new AccessMatrix.Answer(
                        answer.statusCode(),
                        isStream ? "" : new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            } finally {
                http.shutdownNow();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param body JSON; null for none */
    HttpResponse<String> send(
            String method, String path, String token, Map<String, String> headers, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) request.header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return send(request);
    }

    int port() {
        return Integer.parseInt(java.util.Objects.requireNonNull(application)
                .getEnvironment()
                .getRequiredProperty("local.server.port"));
    }

    HttpResponse<String> getManagement(String path) {
        var port = java.util.Objects.requireNonNull(application)
                .getEnvironment()
                .getRequiredProperty("local.management.port");
        return get(Integer.parseInt(port), path);
    }

    private static HttpResponse<String> get(int port, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Issuer.platformAdmin()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parts(MimeMessage mail) {
        var parts = new HashMap<String, String>();
        collect(mail, parts);
        return parts;
    }

    private static void collect(jakarta.mail.Part part, Map<String, String> into) {
        try {
            if (part.getContent() instanceof jakarta.mail.Multipart multi) {
                for (int i = 0; i < multi.getCount(); i++) collect(multi.getBodyPart(i), into);
            } else {
                var type = new jakarta.mail.internet.ContentType(part.getContentType());
                into.put(
                        type.getBaseType(),
                        new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        mails.stop();
    }
}
