package io.rhomboid.contracts.waitlist;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/**
 * What booking-service tells of those who wait for a slot, on topic {@code waitlist}; Kafka key: {@link #entryId()}.
 * Versions rise from event to event, and can leave some out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface WaitlistEvent extends Event {

    WaitlistEntryId entryId();

    WaitlistWish wish();

    @Override
    default String key() {
        return entryId().toString();
    }

    /** Somebody waits from now on. */
    record EntryJoined(WaitlistEntryId entryId, long version, WaitlistWish wish, Instant occurredAt)
            implements WaitlistEvent {}

    /** A slot is kept for them: theirs if they accept in time. */
    record OfferMade(WaitlistEntryId entryId, long version, WaitlistWish wish, OfferedSlot offer, Instant occurredAt)
            implements WaitlistEvent {}

    /** They said no; they go on waiting for another one. */
    record OfferDeclined(
            WaitlistEntryId entryId, long version, WaitlistWish wish, OfferedSlot offer, Instant occurredAt)
            implements WaitlistEvent {}

    /** They did not answer in time; they go on waiting for another one. */
    record OfferLapsed(WaitlistEntryId entryId, long version, WaitlistWish wish, OfferedSlot offer, Instant occurredAt)
            implements WaitlistEvent {}

    /** The slot is not kept for them any more, by nobody's answer; they go on waiting for another one. */
    record OfferWithdrawn(
            WaitlistEntryId entryId, long version, WaitlistWish wish, OfferedSlot offer, Instant occurredAt)
            implements WaitlistEvent {}

    /** They said yes: the session will take place, and they wait no longer. */
    record OfferTaken(WaitlistEntryId entryId, long version, WaitlistWish wish, OfferedSlot offer, Instant occurredAt)
            implements WaitlistEvent {}

    /** They wait no longer. */
    record EntryLapsed(WaitlistEntryId entryId, long version, WaitlistWish wish, LapseReason reason, Instant occurredAt)
            implements WaitlistEvent {}

    /** They do not want to wait any longer. */
    record EntryCancelled(WaitlistEntryId entryId, long version, WaitlistWish wish, Instant occurredAt)
            implements WaitlistEvent {}
}
