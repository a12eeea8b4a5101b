package io.rhomboid.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics when the application starts, before its consumers do; a start does not wait long for a broker that
 * is away, it goes on trying in the background.
 */
final class TopicMaker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicMaker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private final NewTopic[] topics;
    private volatile Thread thread = new Thread();

    TopicMaker(KafkaAdmin admin, Collection<NewTopic> own) {
        this.admin = admin;
        var all = new ArrayList<>(TopicNeeds.shared());
        all.addAll(own);
        this.topics = all.toArray(NewTopic[]::new);
    }

    @Override
    public void start() {
        var made = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("topics").start(() -> makeThem(made));
        try {
            made.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeThem(CountDownLatch made) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                admin.createOrModifyTopics(topics);
                made.countDown();
                return;
            } catch (RuntimeException e) {
                log.warn("Could not make the topics {}, trying again: {}", names(), e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<String> names() {
        return java.util.Arrays.stream(topics).map(NewTopic::name).toList();
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public int getPhase() {
        return -1;
    }
}
