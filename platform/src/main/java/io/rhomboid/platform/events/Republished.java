package io.rhomboid.platform.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * That an event tells a state once more after a restore, and nothing new: header {@code ce_republished}. Who keeps states
 * takes it as any other; who tells people leaves it, for they were told when it was true the first time.
 */
public final class Republished {

    public static final String HEADER = "ce_republished";

    private Republished() {}

    public static boolean is(ConsumerRecord<?, ?> message) {
        return message.headers().lastHeader(HEADER) != null;
    }
}
