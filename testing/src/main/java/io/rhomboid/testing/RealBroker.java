package io.rhomboid.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.testcontainers.kafka.KafkaContainer;

import io.rhomboid.local.broker.LocalBroker;

/**
 * The broker of these tests: {@code KAFKA_BOOTSTRAP_SERVERS} if set, Kafka by Testcontainers if it can be
 * had, else the embedded one on a folder that goes with the JVM. Topics don't appear by being used.
 */
public final class RealBroker {

    private static final String IMAGE = "apache/kafka:4.2.1";

    private RealBroker() {}

    public static String bootstrapServers() {
        return Once.SERVERS;
    }

    private static final class Once {
        static final String SERVERS =
                new Source("broker", "KAFKA_BOOTSTRAP_SERVERS", IMAGE).find(Once::container, Once::embedded);

        private static String container() {
            var container = new KafkaContainer(IMAGE)
                    .waitingFor(new LogLine("Transitioning from RECOVERY to RUNNING"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                    .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1")
                    .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
            container.start();
            return container.getBootstrapServers();
        }

        private static String embedded() {
            try {
                var folder = Files.createTempDirectory("rhomboid-broker");
                var broker = LocalBroker.start(folder, 0);
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(
                                () -> {
                                    broker.close();
                                    remove(folder);
                                },
                                "broker-close"));
                return broker.bootstrapServers();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(Path folder) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                System.err.println("[testing] left behind: " + folder);
            }
        }
    }
}
