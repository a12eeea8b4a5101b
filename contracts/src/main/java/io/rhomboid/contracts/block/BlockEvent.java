package io.rhomboid.contracts.block;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What booking-service tells about blocked times, on topic {@code blocks}; Kafka key: {@link #blockId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface BlockEvent extends Event {

    BlockId blockId();

    BlockedTime time();

    @Override
    default String key() {
        return blockId().toString();
    }

    /** Nobody can be booked then. */
    record TimeBlocked(BlockId blockId, long version, BlockedTime time, Instant occurredAt) implements BlockEvent {}

    /** The time can be booked again. */
    record TimeFreed(BlockId blockId, long version, BlockedTime time, Instant occurredAt) implements BlockEvent {}
}
