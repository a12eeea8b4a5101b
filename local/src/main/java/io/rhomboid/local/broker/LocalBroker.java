package io.rhomboid.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

import io.rhomboid.local.FreePort;
import io.rhomboid.local.QuietLogs;

/**
 * A Kafka broker and its controller in this process: the real thing, cut down to one small machine.
 *
 * <p>Started on a folder that it formats at the first start; what was produced is there again at the
 * next one. Listens on 127.0.0.1 only. Topics must be created, they don't appear by being used; they get
 * one replica, and one partition unless their creator asks for more.
 */
public final class LocalBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Answers when the broker takes requests.
     *
     * @param port 0 for a free one
     */
    public static LocalBroker start(Path folder, int port) throws IOException {
        QuietLogs.keep();
        var chosen = FreePort.or(port);
        Files.createDirectories(folder);
        var properties = properties(folder, chosen, FreePort.or(0));
        format(folder, properties);
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new LocalBroker(server, chosen);
    }

    /** Host and port, as Kafka's clients want it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder, Properties properties) throws IOException {
        if (Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            return;
        }
        var file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, "What the folder was formatted with");
        }
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] command = {
            "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString(), "--ignore-formatted"
        };
        if (StorageTool.execute(command, out) != 0) {
            throw new IOException("Kafka's folder could not be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        var p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.put("log.dirs", folder.resolve("log").toString());

        // One node: one copy of everything, and nobody to wait for.
        p.put("default.replication.factor", "1");
        p.put("min.insync.replicas", "1");
        p.put("auto.create.topics.enable", "false");
        p.put("num.partitions", "1");
        p.put("offsets.topic.replication.factor", "1");
        p.put("offsets.topic.num.partitions", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("transaction.state.log.num.partitions", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.consumer.min.session.timeout.ms", "5000");

        // After a crash the controller waits for so long for the broker that died, before it takes the new one.
        p.put("broker.session.timeout.ms", "6000");
        p.put("broker.heartbeat.interval.ms", "1000");
        p.put("initial.broker.registration.timeout.ms", "120000");

        // A small machine that may be busy: few threads, patient with itself.
        p.put("num.network.threads", "1");
        p.put("num.io.threads", "3");
        p.put("background.threads", "2");
        p.put("num.replica.fetchers", "1");
        p.put("log.cleaner.threads", "1");
        p.put("controller.quorum.election.timeout.ms", "1000");
        p.put("queued.max.requests", "100");
        p.put("socket.send.buffer.bytes", "65536");
        p.put("socket.receive.buffer.bytes", "65536");

        // Little data: small segments, so that compaction has closed ones to work on.
        p.put("log.segment.bytes", Integer.toString(8 << 20));
        p.put("log.index.size.max.bytes", Integer.toString(256 << 10));
        p.put("offsets.topic.segment.bytes", Integer.toString(2 << 20));
        p.put("transaction.state.log.segment.bytes", Integer.toString(2 << 20));
        p.put("metadata.log.segment.bytes", Integer.toString(8 << 20));
        p.put("metadata.max.retention.bytes", Integer.toString(16 << 20));
        p.put("metadata.max.idle.interval.ms", "5000");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        p.put("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
        p.put("log.cleaner.min.cleanable.ratio", "0.3");
        return p;
    }
}
