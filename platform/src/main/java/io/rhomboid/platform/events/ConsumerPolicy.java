package io.rhomboid.platform.events;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

import io.rhomboid.contracts.Topics;
import io.rhomboid.platform.store.StoreFaults;

/**
 * What a consumer does when it can't process a message.
 *
 * <ol>
 *   <li>Something it needs is away (store, broker, network): the partition waits and tries again, for ever. No order
 *       is lost and no message is given up for a fault that is not its own.
 *   <li>Anything else would fail again the same way: the message goes to {@code <topic>.<application>.dlt} at once,
 *       its cause in the headers, and the next one is processed.
 * </ol>
 */
public final class ConsumerPolicy {

    private static final BackOff AT_ONCE = new FixedBackOff(0, 0);

    private ConsumerPolicy() {}

    /**
     * The policy as spring-kafka's error handler; dead letters carry the name of this application, and are counted in
     * {@code rhomboid.dead.letters}, by topic.
     */
    public static DefaultErrorHandler errorHandler(
            KafkaOperations<String, byte[]> kafka, String application, MeterRegistry meters) {
        var deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (record, _) -> new TopicPartition(Topics.deadLetters(record.topic(), application), -1));
        // Given a back-off without attempts here, the handler would not ask the function at all.
        var handler = new DefaultErrorHandler(deadLetters, untilItIsBack());
        handler.setRetryListeners(new CountingDeadLetters(meters));
        handler.setBackOffFunction((_, fault) -> isAway(fault) ? untilItIsBack() : AT_ONCE);
        return handler;
    }

    private record CountingDeadLetters(MeterRegistry meters) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> message, Exception fault, int attempt) {}

        @Override
        public void recovered(ConsumerRecord<?, ?> message, Exception fault) {
            meters.counter("rhomboid.dead.letters", "topic", message.topic()).increment();
        }
    }

    private static BackOff untilItIsBack() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }

    static boolean isAway(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonEvent) return false;
            if (StoreFaults.isAway(cause)
                    || cause instanceof RetriableException
                    || cause instanceof TimeoutException
                    || isNetwork(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Jackson's own exceptions are none: they were IOExceptions only before its third version. */
    private static boolean isNetwork(Throwable cause) {
        return cause instanceof IOException || cause instanceof java.io.UncheckedIOException;
    }
}
