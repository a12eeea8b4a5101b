package io.rhomboid.platform.store;

import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.utils.Time;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

import io.rhomboid.local.FreePort;
import io.rhomboid.local.QuietLogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A real broker as {@code compose.production.yml --profile store} sets it up, a store with the same certificate, and a
 * service that reaches them with what {@code ./clinic seal} has made: they speak TLS, and with nobody else.
 */
class TheSealedHouseTest {

    static final Path BASE = Path.of("..", "docker-compose.yml");

    @TempDir
    static Path sealed;

    @TempDir
    static Path data;

    static int brokerPort;
    static KafkaRaftServer broker;
    static MongoServer store;

    @BeforeAll
    static void start() throws Exception {
        SealedConnectionsTest.seal(sealed);
        QuietLogs.keep();
        broker = broker();
        store = new MongoServer(new H2Backend(MVStore.open(null)).version(ServerVersion.MONGO_5_0));
        var pem = PemContent.load(sealed.resolve("mongodb/tls.pem"));
        store.enableSsl(
                pem.getPrivateKey(), null, pem.getCertificates().toArray(java.security.cert.X509Certificate[]::new));
        store.bind(new InetSocketAddress("127.0.0.1", 0));
    }

    @AfterAll
    static void stop() {
        store.shutdown();
        broker.shutdown();
        broker.awaitShutdown();
    }

    /** The settings that the image makes of file and environment; only ports and folders are this machine's. */
    private static KafkaRaftServer broker() throws Exception {
        brokerPort = FreePort.or(0);
        var controller = "localhost:" + FreePort.or(0);
        var environment = new HashMap<String, Object>();
        environment.putAll(SealedConnectionsTest.environment(BASE, "kafka", Map.of()));
        environment.putAll(SealedConnectionsTest.environment(SealedConnectionsTest.OVERLAY, "kafka", Map.of()));
        var settings = new Properties();
        settings.load(new StringReader(Files.readString(sealed.resolve("kafka/server.properties"))
                .replace("/mnt/shared/config", sealed.resolve("kafka").toString())));
        environment.forEach((name, value) -> {
            if (!name.startsWith("KAFKA_") || name.equals("KAFKA_HEAP_OPTS")) return;
            settings.setProperty(
                    name.substring("KAFKA_".length())
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', '.'),
                    String.valueOf(value)
                            .replaceAll("SEALED://[a-z]*:9092", "SEALED://localhost:" + brokerPort)
                            .replace("localhost:9093", controller));
        });
        settings.setProperty("log.dirs", data.resolve("log").toString());
        var file = data.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
        assertThat(StorageTool.execute(format, new PrintStream(PrintStream.nullOutputStream())))
                .isZero();
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static Map<String, Object> service(Map<String, String> more) throws Exception {
        var environment = SealedConnectionsTest.environment(
                sealed.resolve("booking-service"),
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + brokerPort, "KAFKA_SASL_MECHANISM", "PLAIN"));
        environment.putAll(more);
        return environment;
    }

    /** As if the house had another authority: one that vouches for this part alone, and not for who is asked. */
    private static String authorityOf(String part) throws Exception {
        var file = data.resolve("only-" + part + ".pem");
        var pem = Files.readString(sealed.resolve(part + "/tls.pem"));
        Files.writeString(file, pem.substring(pem.indexOf("-----BEGIN CERTIFICATE")));
        return "file:" + file;
    }

    @Test
    void what_a_service_tells_the_broker_it_hears_again() throws Exception {
        var topic = "sealed-" + UUID.randomUUID();
        var told = "told".getBytes(StandardCharsets.UTF_8);
        SealedConnectionsTest.started(service(Map.of()), context -> {
            context.getBean(KafkaAdmin.class).createOrModifyTopics(new NewTopic(topic, 1, (short) 1));
            @SuppressWarnings("unchecked")
            KafkaTemplate<String, byte[]> template = context.getBean(KafkaTemplate.class);
            template.send(topic, "key", told).join();
            @SuppressWarnings("unchecked")
            ConsumerFactory<String, byte[]> consumers = context.getBean(ConsumerFactory.class);
            try (var consumer = consumers.createConsumer("sealed", null)) {
                var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                assertThat(consumer.poll(Duration.ofSeconds(20)))
                        .extracting(record -> record.value())
                        .containsExactly(told);
            }
        });
    }

    @Test
    void a_broker_of_another_house_is_told_nothing() throws Exception {
        SealedConnectionsTest.started(
                service(Map.of("SPRING_SSL_BUNDLE_PEM_HOUSE_TRUSTSTORE_CERTIFICATE", authorityOf("mongodb"))),
                context -> refuses(context, SslAuthenticationException.class));
    }

    @Test
    void who_has_no_account_with_the_broker_hears_nothing() throws Exception {
        var guessed = Files.readString(sealed.resolve("booking-service/spring.kafka.properties.sasl.jaas.config"))
                .replaceAll("password=\"[^\"]*\"", "password=\"guessed\"");
        SealedConnectionsTest.started(
                service(Map.of("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", guessed)),
                context -> refuses(context, SaslAuthenticationException.class));
    }

    private static void refuses(AssertableApplicationContext context, Class<? extends Exception> why) {
        var settings = new HashMap<>(context.getBean(KafkaAdmin.class).getConfigurationProperties());
        settings.put("request.timeout.ms", "10000");
        settings.put("default.api.timeout.ms", "20000");
        try (var admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(why);
        }
    }

    private static String storeUri(String parameters) {
        return "mongodb://localhost:" + store.getLocalAddress().getPort() + "/?" + parameters;
    }

    private static Document ping(AssertableApplicationContext context) {
        return context.getBean(MongoClient.class).getDatabase("booking").runCommand(new Document("ping", 1));
    }

    @Test
    void a_service_and_a_store_with_the_house_certificate_understand_each_other() throws Exception {
        SealedConnectionsTest.started(
                service(Map.of("MONGODB_URI", storeUri("tls=true"))),
                context -> assertThat(ping(context).get("ok")).isEqualTo(1.0));
    }

    @Test
    void a_store_of_another_house_is_not_spoken_to() throws Exception {
        SealedConnectionsTest.started(
                service(Map.of(
                        "MONGODB_URI",
                        storeUri("tls=true&serverSelectionTimeoutMS=1000"),
                        "SPRING_SSL_BUNDLE_PEM_HOUSE_TRUSTSTORE_CERTIFICATE",
                        authorityOf("kafka"))),
                context -> assertThatThrownBy(() -> ping(context))
                        .isInstanceOf(MongoTimeoutException.class)
                        .hasMessageContaining("SSL"));
    }
}
