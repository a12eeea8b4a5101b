package io.rhomboid.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.mongodb.MongoClientSettings;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code compose.production.yml} and the files beside it say reaches the clients of store and broker. */
class SealedConnectionsTest {

    static final Path OVERLAY = Path.of("..", "compose.production.yml");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*)|:\\?[^}]*)?}");

    @TempDir
    static Path secrets;

    @TempDir
    static Path sealed;

    @BeforeAll
    static void writeSecrets() throws Exception {
        Files.writeString(
                secrets.resolve("MONGODB_URI"),
                "mongodb://booking:p4ss@store-1.example:27017,store-2.example:27017/?replicaSet=rs0&tls=true&authSource=admin");
        Files.writeString(
                secrets.resolve("spring.kafka.properties.sasl.jaas.config"),
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"booking\" password=\"p4ss\";");
        seal(sealed);
        Files.copy(sealed.resolve("authority/ca.pem"), secrets.resolve("ca.pem"));
    }

    /** What {@code ./clinic seal} makes for a store and a broker of our own. */
    static void seal(Path folder) throws Exception {
        run("../clinic", "seal", folder.toString());
    }

    static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(told).isZero();
    }

    /** The environment of a service as the file says it, with variables set as given or left to their default. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> environment(Path file, String service, Map<String, String> set) throws IOException {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(500);
        var compose = (Map<String, Object>) new Yaml(new ComposeTags(options)).load(Files.readString(file));
        var one = (Map<String, Object>) ((Map<String, Object>) compose.get("services")).get(service);
        var environment = new HashMap<>((Map<String, Object>) one.get("environment"));
        environment.replaceAll((_, value) -> value == null
                ? null
                : VARIABLE.matcher(String.valueOf(value))
                        .replaceAll(found -> Matcher.quoteReplacement(
                                set.getOrDefault(found.group(1), found.group(2) == null ? "" : found.group(2)))));
        return environment;
    }

    /** The overlay's of booking-service, with its secrets where the test has put them. */
    static Map<String, Object> environment(Path secrets, Map<String, String> set) throws IOException {
        var environment = environment(OVERLAY, "booking-service", set);
        assertThat(environment.remove("MONGODB_URI")).as("taken from a file").isNull();
        environment.replaceAll((_, value) -> String.valueOf(value).replace("/run/secrets/", secrets + "/"));
        return environment;
    }

    /** Compose's own tags mean nothing outside of it. */
    static final class ComposeTags extends SafeConstructor {

        ComposeTags(LoaderOptions options) {
            super(options);
            yamlConstructors.put(new Tag("!reset"), new Nothing());
            yamlConstructors.put(new Tag("!override"), new Nothing());
        }

        private final class Nothing extends org.yaml.snakeyaml.constructor.AbstractConstruct {
            @Override
            public Object construct(Node node) {
                return null;
            }
        }
    }

    static void started(Map<String, Object> environment, Consumer<AssertableApplicationContext> check) {
        new ApplicationContextRunner()
                .withInitializer(context -> sealed(context.getEnvironment(), environment))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class, KafkaAutoConfiguration.class, MongoAutoConfiguration.class))
                .withPropertyValues(
                        "spring.mongodb.uri=${MONGODB_URI}",
                        "spring.kafka.bootstrap-servers=${KAFKA_BOOTSTRAP_SERVERS}")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    check.accept(context);
                });
    }

    static void sealed(ConfigurableEnvironment environment, Map<String, Object> variables) {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("overlay-systemEnvironment", variables));
    }

    @Test
    void everything_said_to_the_broker_is_encrypted_and_signed_in() throws IOException {
        started(environment(secrets, Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9093")), context -> {
            for (var settings : new Map[] {
                context.getBean(ProducerFactory.class).getConfigurationProperties(),
                context.getBean(ConsumerFactory.class).getConfigurationProperties(),
                context.getBean(KafkaAdmin.class).getConfigurationProperties()
            }) {
                assertThat(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)
                                .toString())
                        .contains("kafka.example:9093");
                assertThat(settings.get("security.protocol")).isEqualTo("SASL_SSL");
                assertThat(settings.get("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
                assertThat(settings.get("sasl.jaas.config").toString())
                        .contains("ScramLoginModule")
                        .contains("username=\"booking\"");
                assertThat(settings.get("ssl.engine.factory.class").toString()).contains("SslBundle");
            }
        });
    }

    @Test
    void everything_said_to_the_store_is_encrypted_and_signed_in() throws IOException {
        started(environment(secrets, Map.of()), context -> {
            var settings = context.getBean(MongoClientSettings.class);
            var builder = MongoClientSettings.builder(settings);
            context.getBeansOfType(
                            org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer.class)
                    .values()
                    .forEach(customizer -> customizer.customize(builder));
            var whole = builder.build();
            assertThat(whole.getSslSettings().isEnabled()).isTrue();
            assertThat(whole.getSslSettings().isInvalidHostNameAllowed()).isFalse();
            assertThat(whole.getSslSettings().getContext())
                    .as("the house's authority")
                    .isNotNull();
            assertThat(whole.getCredential().getUserName()).isEqualTo("booking");
            assertThat(whole.getClusterSettings().getHosts()).hasSize(2);
        });
    }
}
