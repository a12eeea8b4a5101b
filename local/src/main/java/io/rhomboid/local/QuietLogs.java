package io.rhomboid.local;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker's and the store's own chatter, also that of their containers, out of the logs of whoever runs them.
 *
 * <p>Levels set in code are lost when the logging system is set up anew, as Spring Boot does for each
 * application; so they are set again each time. A level that somebody has chosen stays.
 */
public final class QuietLogs implements LoggerContextListener {

    /** The server's side only: what Kafka's clients say is the business of those who use them. */
    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("kafka", Level.WARN),
            Map.entry("org.apache.kafka.controller", Level.WARN),
            // Tells of each write that lost against a unique index; whoever lost it is told anyway.
            Map.entry("de.bwaldvogel.mongo.wire.MongoWireProtocolHandler", Level.OFF),
            // Warns of each new folder that it is new.
            Map.entry("org.apache.kafka.controller.QuorumController", Level.ERROR),
            Map.entry("org.apache.kafka.coordinator", Level.WARN),
            Map.entry("org.apache.kafka.image", Level.WARN),
            Map.entry("org.apache.kafka.metadata", Level.WARN),
            Map.entry("org.apache.kafka.network", Level.WARN),
            Map.entry("org.apache.kafka.raft", Level.WARN),
            Map.entry("org.apache.kafka.server", Level.WARN),
            Map.entry("org.apache.kafka.storage", Level.WARN),
            Map.entry("org.apache.kafka.common.config", Level.WARN),
            Map.entry("org.apache.kafka.common.network", Level.WARN),
            Map.entry("org.apache.kafka.common.utils.AppInfoParser", Level.WARN),
            Map.entry("org.apache.kafka.clients.NetworkClient", Level.ERROR),
            Map.entry("state.change.logger", Level.WARN),
            Map.entry("de.bwaldvogel.mongo", Level.WARN),
            // One line for each refused command; a duplicate key is an ordinary answer.
            Map.entry("de.bwaldvogel.mongo.wire.MongoDatabaseHandler", Level.OFF),
            Map.entry("io.netty", Level.WARN),
            Map.entry("org.subethamail", Level.WARN),
            Map.entry("org.testcontainers", Level.ERROR),
            // What it has to say on a failed start is in the one line that the tests print.
            Map.entry("tc", Level.OFF),
            Map.entry("com.github.dockerjava", Level.WARN));

    private QuietLogs() {}

    public static synchronized void keep() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            if (context.getCopyOfListenerList().stream().noneMatch(QuietLogs.class::isInstance)) {
                context.addListener(new QuietLogs());
            }
            quieten(context);
            var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            if (root.getAppender("console") != null && root.getLevel() == Level.DEBUG) {
                // Nobody has configured anything: this is Logback's own fallback, which prints all.
                root.setLevel(Level.WARN);
            }
        }
    }

    private static void quieten(LoggerContext context) {
        LEVELS.forEach((name, level) -> {
            var logger = context.getLogger(name);
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext context) {
        quieten(context);
    }

    @Override
    public void onStart(LoggerContext context) {
        quieten(context);
    }

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}
